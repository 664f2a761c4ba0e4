/* The dialogs of the application: preferences with the handbook, shortcuts, about, who
 * you are, and the help. */

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
  view_fixture_settle ();

  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static void
close_dialog (AdwDialog *dialog)
{
  adw_dialog_force_close (dialog);
  view_fixture_settle ();
}

/* The widget of @type with @key of @group of the handbook. */
static gpointer
find_value (GtkWidget  *widget,
            GType       type,
            const char *group,
            const char *key)
{
  gpointer found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      g_strcmp0 (g_object_get_data (G_OBJECT (widget), "lev-group"), group) == 0 &&
      g_strcmp0 (g_object_get_data (G_OBJECT (widget), "lev-key"), key) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_value (child, type, group, key);

  return found;
}

/* The weight of A1, as it stands on the page. */
static GtkSpinButton *
find_weight (GtkWidget *page)
{
  return find_value (page, GTK_TYPE_SPIN_BUTTON, "factor A1", "weight");
}

static GtkEditable *
find_title (GtkWidget  *page,
            const char *group)
{
  return find_value (page, ADW_TYPE_ENTRY_ROW, group, "title");
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
  view_fixture_settle ();
  view_fixture_picture (window, size, "handboek-gewichten");
  gtk_widget_activate_action (page, "handbook.keep", NULL);
  g_assert_true (lev_process_get_handbook (records) == before);
  g_assert_true (gtk_widget_activate_action (page, "handbook.forget", NULL));
  view_fixture_settle ();
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

/* "C1 C2 …": the criteria of continuity of @handbook */
static char *
dup_codes (LevHandbook *handbook)
{
  LevHandbookContent *content = lev_handbook_get_content (handbook);
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);

      if (g_str_equal (item->theme, "continuity"))
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "", item->code);
    }

  return g_string_free (codes, FALSE);
}

static void
act (GtkWidget  *page,
     const char *action,
     const char *group)
{
  g_assert_true (gtk_widget_activate_action (page, action, "s", group));
  view_fixture_settle ();
}

/* Criteria are added, named, moved and removed on the page itself, each with undo; kept, they are a
 * version, and the one before it stays. */
static void
change_criteria (GtkWidget  *window,
                 const char *size,
                 GtkWidget  *page)
{
  LevRegister *records = lev_application_get_records (get_application ());
  LevHandbook *before = lev_process_get_handbook (records);
  g_autofree char *codes = NULL, *old_codes = NULL;

  g_assert_true (
    gtk_widget_activate_action (page, "handbook.add", "(ss)", "criterion ", "continuity"));
  view_fixture_settle ();
  g_assert_false (gtk_widget_activate_action (page, "handbook.keep", NULL) &&
                  lev_process_get_handbook (records) != before);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (window)),
                                         GTK_WIDGET (find_title (page, "criterion C11"))));
  gtk_editable_set_text (find_title (page, "criterion C11"), "Duurzaamheid");
  act (page, "handbook.move-up", "criterion C11");
  view_fixture_picture (window, size, "handboek-criterium");
  act (page, "handbook.remove", "criterion C3");
  g_assert_null (find_title (page, "criterion C3"));
  view_fixture_picture (window, size, "handboek-verwijderd");
  g_assert_true (gtk_widget_activate_action (page, "handbook.undo", NULL));
  view_fixture_settle ();
  g_assert_nonnull (find_title (page, "criterion C3"));
  act (page, "handbook.remove", "criterion C10");

  g_assert_true (gtk_widget_activate_action (page, "handbook.keep", NULL));
  view_fixture_settle ();
  codes = dup_codes (lev_process_get_handbook (records));
  old_codes = dup_codes (before);
  g_assert_cmpstr (codes, ==, "C1 C2 C3 C4 C5 C6 C7 C8 C9 C11");
  g_assert_cmpstr (old_codes, ==, "C1 C2 C3 C4 C5 C6 C7 C8 C9 C10");
  g_action_group_activate_action (G_ACTION_GROUP (get_application ()), "undo", NULL);
  view_fixture_settle ();
  g_assert_true (lev_process_get_handbook (records) == before);
  g_assert_null (find_title (page, "criterion C11"));
}

static void
test_preferences (GtkWidget  *window,
                  const char *size)
{
  AdwDialog *dialog = show (window, "preferences");
  GtkWidget *page = find_widget (GTK_WIDGET (dialog), LEV_TYPE_HANDBOOK_PAGE);

  view_fixture_picture (window, size, "voorkeuren");
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "database");
  view_fixture_settle ();
  view_fixture_picture (window, size, "voorkeuren-database");
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "template");
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "voorkeuren-rapporten");
  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "handbook");
  view_fixture_settle ();
  view_fixture_picture (window, size, "voorkeuren-handboek");
  change_handbook (window, size, page);
  change_criteria (window, size, page);
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
  view_fixture_settle ();
  view_fixture_picture (window, size, "wie-bent-u");
  close_dialog (dialog);
}

/* Every page of the help, where the list of all leads to it. */
static void
test_help (GtkWidget  *window,
           const char *size)
{
  static const char *const topics[] = { "start",   "profile", "meeting", "follow-up",
                                        "archive", "backup",  "trouble" };

  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      g_autofree char *name = g_strdup_printf ("hulp-%s", topics[i]);
      AdwDialog *dialog;
      AdwNavigationView *view;

      gtk_widget_activate_action (window, "win.help", "s", "contents");
      view_fixture_settle ();
      dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
      view = ADW_NAVIGATION_VIEW (adw_dialog_get_child (dialog));
      if (i == 0)
        view_fixture_picture (window, size, "hulp");
      gtk_widget_activate_action (GTK_WIDGET (view), "navigation.push", "s", topics[i]);
      view_fixture_settle ();
      g_assert_cmpstr (adw_navigation_page_get_tag (adw_navigation_view_get_visible_page (view)),
                       ==, topics[i]);
      view_fixture_picture (window, size, name);
      adw_dialog_force_close (dialog);
      view_fixture_settle ();
    }
}

static void
add_tests (const char *database)
{
  view_fixture_add ("preferences", test_preferences);
  view_fixture_add ("dialogs", test_dialogs);
  view_fixture_add ("help", test_help);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
