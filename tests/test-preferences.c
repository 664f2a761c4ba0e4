/* The dialogs of the application: preferences with the handbook, shortcuts, about, who you are. */

#include "lev-handbook-content.h"
#include "lev-handbook-page.h"
#include "lev-process.h"
#include "lev-who-dialog.h"
#include "view-fixture.h"

static LevApplication *
get_application (void)
{
  return lev_application_get_default ();
}

/* The first widget of @type in @widget. */
static GtkWidget *
find_widget (GtkWidget *widget,
             GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);

  return found;
}

static AdwDialog *
show (GtkWidget  *window,
      const char *action)
{
  g_action_group_activate_action (G_ACTION_GROUP (get_application ()), action, NULL);
  view_fixture_iterate (500);

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static void
close_dialog (AdwDialog *dialog)
{
  adw_dialog_force_close (dialog);
  view_fixture_iterate (300);
}

/* The weight of A1, as it stands on the page. */
static GtkSpinButton *
find_weight (GtkWidget *widget)
{
  GtkSpinButton *found = NULL;

  if (GTK_IS_SPIN_BUTTON (widget) &&
      g_strcmp0 (g_object_get_data (G_OBJECT (widget), "lev-group"), "factor A1") == 0)
    return GTK_SPIN_BUTTON (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_weight (child);

  return found;
}

/* A change that does not add up cannot be kept; one that does becomes a version, and undo takes
 * it back. */
static void
change_handbook (GtkWidget  *window,
                 const char *size,
                 GtkWidget  *page)
{
  LevRegister *records = lev_application_get_records (get_application ());
  LevHandbook *before = lev_process_get_handbook (records);
  g_autoptr (GString) text = g_string_new (before->content);
  LevHandbook *after;

  gtk_spin_button_set_value (find_weight (page), 20);
  view_fixture_iterate (300);
  view_fixture_picture (window, size, "handboek-gewichten");
  gtk_widget_activate_action (page, "handbook.keep", NULL);
  g_assert_true (lev_process_get_handbook (records) == before);
  g_assert_true (gtk_widget_activate_action (page, "handbook.forget", NULL));
  g_assert_cmpint (gtk_spin_button_get_value_as_int (find_weight (page)), ==, 25);

  g_string_replace (text, "selection-value=7", "selection-value=9", 1);
  g_assert_true (lev_handbook_page_keep (LEV_HANDBOOK_PAGE (page), text->str));
  after = lev_process_get_handbook (records);
  g_assert_true (after != before);
  g_assert_cmpint (after->version, ==, before->version + 1);
  g_assert_nonnull (strstr (before->content, "selection-value=7"));

  g_action_group_activate_action (G_ACTION_GROUP (get_application ()), "undo", NULL);
  g_assert_true (lev_process_get_handbook (records) == before);
}

static void
test_preferences (GtkWidget  *window,
                  const char *size)
{
  AdwDialog *dialog = show (window, "preferences");
  GtkWidget *page = find_widget (GTK_WIDGET (dialog), LEV_TYPE_HANDBOOK_PAGE);

  view_fixture_picture (window, size, "voorkeuren");
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "database");
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "voorkeuren-database");
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "handbook");
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "voorkeuren-handboek");
  change_handbook (window, size, page);
  close_dialog (dialog);
}

static void
test_dialogs (GtkWidget  *window,
              const char *size)
{
  AdwDialog *dialog = show (window, "shortcuts");

  view_fixture_picture (window, size, "sneltoetsen");
  close_dialog (dialog);

  dialog = show (window, "about");
  view_fixture_picture (window, size, "over");
  close_dialog (dialog);

  dialog = lev_who_dialog_new ();
  adw_dialog_present (dialog, window);
  view_fixture_iterate (500);
  view_fixture_picture (window, size, "wie-bent-u");
  close_dialog (dialog);
}

int
main (int    argc,
      char **argv)
{
  LevApplication *application;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  application = view_fixture_new (argv[1]);

  view_fixture_add ("preferences", test_preferences);
  view_fixture_add ("dialogs", test_dialogs);
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
