/* Today, the two sidebars and the user's own work: pictures of what the other pages do not show,
 * and that each line leads to where its act is done. The database is the example, its path the
 * first argument. */

#include "lev-anchor.h"
#include "lev-record-list.h"
#include "lev-review.h"
#include "lev-step-page.h"
#include "lev-task-row.h"
#include "lev-who-dialog.h"
#include "lev-work-page.h"
#include "view-fixture.h"

/* How often a tenth of a second is waited for the focus. */
#define PATIENCE (30)

/* The descendants of @widget that are of @type and mapped, in the order of the tree. */
static void
collect (GtkWidget *widget,
         GType      type,
         GPtrArray *found)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static gpointer
find (GtkWidget *widget,
      GType      type,
      guint      position)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (widget, type, found);

  return position < found->len ? g_ptr_array_index (found, position) : NULL;
}

static LevReview *
get_running (void)
{
  LevRecordList *reviews = lev_register_list (lev_application_get_records (
                                                lev_application_get_default ()),
                                              LEV_TYPE_REVIEW);

  return lev_record_list_peek (reviews, lev_record_list_get_n (reviews) - 1);
}

/* Whether the place of the record with identifier @id has the focus. */
static gboolean
has_focus (GtkWidget  *window,
           const char *id)
{
  const char *field;

  for (GtkWidget *widget = gtk_window_get_focus (GTK_WINDOW (window)); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    {
      LevRecord *record = lev_anchor_get (widget, &field);

      if (record != NULL && g_str_equal (record->id, id))
        return TRUE;
    }

  return FALSE;
}

/* Activates @row as Enter does, and asserts that the step of its task comes up, with the focus
 * where the act is done. */
static void
follow (GtkWidget *window,
        GtkWidget *row)
{
  GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (row));
  g_autofree char *title = g_strdup (lev_task_row_get_title (LEV_TASK_ROW (row)));
  g_autofree char *id = NULL;
  g_autofree char *field = NULL;
  guint number;
  LevStepPage *page;

  g_assert_cmpstr (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), ==, "win.go");
  g_variant_get (target, "(uss)", &number, &id, &field);
  g_assert_true (gtk_widget_activate (row));
  for (guint i = 0; i < PATIENCE && !has_focus (window, id); i++)
    view_fixture_iterate (100);

  page = find (window, LEV_TYPE_STEP_PAGE, 0);
  g_assert_nonnull (page);
  g_assert_cmpuint (lev_step_page_get_number (page), ==, number);
  g_assert_true (lev_step_page_get_review (page) == get_running ());
  if (!has_focus (window, id))
    g_error ("‘%s’ leads to step %u, but not to field ‘%s’", title, number, field);
}

static void
test_rows (GtkWidget  *window,
           const char *size)
{
  guint n_rows = 0;

  /* The same in dark. */
  if (adw_style_manager_get_dark (adw_style_manager_get_default ()))
    return;

  for (guint i = 0;; i++)
    {
      GtkWidget *row;

      gtk_widget_activate_action (window, "win.place", "s", "today");
      view_fixture_iterate (300);
      row = find (window, LEV_TYPE_TASK_ROW, i);
      if (row == NULL)
        break;
      if (g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (row)), "win.go") != 0)
        continue;
      follow (window, row);
      n_rows++;
    }

  g_assert_cmpuint (n_rows, >, 10);
}

/* What is below the fold. */
static void
test_below (GtkWidget  *window,
            const char *size)
{
  GtkWidget *row;
  GtkAdjustment *adjustment;

  gtk_widget_activate_action (window, "win.place", "s", "today");
  view_fixture_iterate (400);
  row = find (window, LEV_TYPE_TASK_ROW, 0);
  adjustment = gtk_scrolled_window_get_vadjustment (
    GTK_SCROLLED_WINDOW (gtk_widget_get_ancestor (row, GTK_TYPE_SCROLLED_WINDOW)));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  view_fixture_iterate (300);
  view_fixture_picture (window, size, "today-onder");
}

/* A new database: nothing waits, and the way to begin is there. */
static void
test_empty (GtkWidget  *window,
            const char *size)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (LevStore) store = g_object_ref (lev_application_get_store (application));
  g_autofree char *folder = g_dir_make_tmp ("levman-empty-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "leeg.levman", NULL);
  g_autofree char *example = g_strdup (lev_store_get_path (store));
  g_autoptr (GError) error = NULL;

  g_clear_object (&store);
  lev_application_open (application, path, LEV_STORE_CREATE, &error);
  g_assert_no_error (error);
  view_fixture_iterate (400);
  g_assert_null (find (window, LEV_TYPE_TASK_ROW, 0));
  g_assert_nonnull (find (window, ADW_TYPE_STATUS_PAGE, 0));
  view_fixture_picture (window, size, "today-leeg");

  lev_application_open (application, example, LEV_STORE_WRITE, &error);
  g_assert_no_error (error);
}

/* The sidebars as pages of their own in a narrow window. */
static void
test_sidebars (GtkWidget  *window,
               const char *size)
{
  AdwNavigationSplitView *split_view;

  gtk_widget_activate_action (window, "win.place", "s", "today");
  view_fixture_iterate (300);
  split_view = find (window, ADW_TYPE_NAVIGATION_SPLIT_VIEW, 0);
  if (!adw_navigation_split_view_get_collapsed (split_view))
    return;

  adw_navigation_split_view_set_show_content (split_view, FALSE);
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "zijbalk");

  gtk_widget_activate_action (window, "win.review", "s", LEV_RECORD (get_running ())->id);
  view_fixture_iterate (400);
  adw_navigation_split_view_set_show_content (split_view, FALSE);
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "ronde");

  /* Back from the round leads to the places, and not past them. */
  adw_navigation_view_pop (find (window, ADW_TYPE_NAVIGATION_VIEW, 1));
  view_fixture_iterate (400);
  g_assert_false (adw_navigation_split_view_get_show_content (split_view));
}

/* Everyone's work when it is not known who looks, and how the page asks for that. */
static void
test_unknown (GtkWidget  *window,
              const char *size)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (LevPerson) user = g_object_ref (lev_application_get_user (application));
  AdwBanner *banner;

  gtk_widget_activate_action (window, "win.place", "s", "today");
  view_fixture_iterate (200);
  banner = find (window, ADW_TYPE_BANNER, 0);
  g_assert_false (adw_banner_get_revealed (banner));
  lev_application_set_user (application, NULL);
  view_fixture_iterate (400);
  g_assert_true (adw_banner_get_revealed (banner));
  view_fixture_picture (window, size, "wie-bent-u");

  g_signal_emit_by_name (banner, "button-clicked");
  view_fixture_iterate (600);
  view_fixture_picture (window, size, "wie-kiezen");
  g_assert_true (
    gtk_widget_activate (find (find (window, LEV_TYPE_WHO_DIALOG, 0), ADW_TYPE_ACTION_ROW, 0)));
  view_fixture_iterate (600);
  g_assert_nonnull (lev_application_get_user (application));
  g_assert_false (adw_banner_get_revealed (banner));
  lev_application_set_user (application, user);
}

/* A window comes up where the last one was. */
static void
test_last_place (GtkWidget  *window,
                 const char *size)
{
  GSettings *settings = lev_application_get_settings (lev_application_get_default ());
  g_autofree char *work = NULL;

  gtk_widget_activate_action (window, "win.review", "s", LEV_RECORD (get_running ())->id);
  gtk_widget_activate_action (window, "win.work", NULL);
  view_fixture_iterate (200);
  g_assert_nonnull (find (window, LEV_TYPE_WORK_PAGE, 0));
  work = g_settings_get_string (settings, "last-place");

  gtk_widget_activate_action (window, "win.place", "s", "suppliers");
  g_settings_set_string (settings, "last-place", work);
  g_object_notify (G_OBJECT (lev_application_get_default ()), "store");
  view_fixture_iterate (300);
  g_assert_nonnull (find (window, LEV_TYPE_WORK_PAGE, 0));

  g_settings_set_string (settings, "last-place", "review:gone:3");
  g_object_notify (G_OBJECT (lev_application_get_default ()), "store");
  view_fixture_iterate (300);
  g_assert_nonnull (find (window, LEV_TYPE_TASK_ROW, 0));
  g_assert_null (find (window, LEV_TYPE_WORK_PAGE, 0));
}

/* Text at one and a half times its size. */
static void
test_large_text (GtkWidget  *window,
                 const char *size)
{
  GtkSettings *settings = gtk_widget_get_settings (window);
  int resolution;

  g_object_get (settings, "gtk-xft-dpi", &resolution, NULL);
  g_object_set (settings, "gtk-xft-dpi", 96 * 1024 * 3 / 2, NULL);
  gtk_widget_activate_action (window, "win.place", "s", "today");
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "today-groot");
  gtk_widget_activate_action (window, "win.review", "s", LEV_RECORD (get_running ())->id);
  gtk_widget_activate_action (window, "win.work", NULL);
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "mijn-werk-groot");
  g_object_set (settings, "gtk-xft-dpi", resolution, NULL);
}

static void
add_tests (const char *database)
{
  view_fixture_add ("sidebars", test_sidebars);
  view_fixture_add ("unknown", test_unknown);
  view_fixture_add ("last-place", test_last_place);
  view_fixture_add ("large-text", test_large_text);
  view_fixture_add ("below", test_below);
  view_fixture_add ("empty", test_empty);
  view_fixture_add ("rows", test_rows);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
