/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The year calendar as its users go through it: by year and by month, with the mouse's buttons and
 * the keys. Its argument is the example. */

#include "lev-calendar-entry.h"
#include "lev-month-grid.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "view-driver.h"
#include "view-fixture.h"

#include <string.h>

static LevRecordList *
list_entries (void)
{
  LevApplication *application = lev_application_get_default ();

  return lev_register_list (lev_application_get_records (application), LEV_TYPE_CALENDAR_ENTRY);
}

static void
open_month (LevWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "calendar");
  view_fixture_iterate (300);
  view_driver_toggle (window, "Maand");
  view_fixture_iterate (200);
}

static GtkWidget *
search_day (GtkWidget *widget,
            LevDate    date)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget))
    {
      GVariant *target = gtk_actionable_get_action_target_value (GTK_ACTIONABLE (widget));

      return target != NULL && g_variant_get_uint32 (target) == date ? widget : NULL;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = search_day (child, date);

  return found;
}

/* The day @month-@day of the year in which the example stands. */
static GtkWidget *
find_day (LevWindow *window,
          guint      month,
          guint      day)
{
  GtkWidget *found = search_day (view_driver_look (window, LEV_TYPE_MONTH_GRID),
                                 lev_date_new (2026, month, day));

  g_assert_nonnull (found);

  return found;
}

static void
choose_day (LevWindow *window,
            guint      month,
            guint      day)
{
  g_assert_true (gtk_widget_activate (find_day (window, month, day)));
  view_fixture_iterate (400);
}

/* The key as the grid gets it. */
static void
press (LevWindow *window,
       guint      key)
{
  GtkWidget *grid = view_driver_look (window, LEV_TYPE_MONTH_GRID);
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (grid);
  gboolean was_handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, 0, &was_handled);
    }
  g_assert_true (was_handled);
  view_fixture_iterate (200);
}

static gboolean
has_focus (LevWindow *window,
           guint      month,
           guint      day)
{
  return gtk_window_get_focus (GTK_WINDOW (window)) == find_day (window, month, day);
}

/* The month of today, and those beside it; what falls on a day is on the day and below the month. */
static void
test_months (void)
{
  static const char title[] = "Jaarlijkse managementrapportage leveranciers";
  LevWindow *window = view_driver_open (lev_application_get_default (), 1100, 800);
  GtkWidget *grid;

  open_month (window);
  grid = view_driver_look (window, LEV_TYPE_MONTH_GRID);
  g_assert_true (view_driver_sees (window, "November 2026"));
  g_assert_true (gtk_widget_has_css_class (find_day (window, 11, 23), "today"));
  g_assert_true (view_driver_sees (find_day (window, 11, 14), title));
  g_assert_false (view_driver_sees (find_day (window, 11, 15), title));
  g_assert_true (view_driver_sees (window, "In november 2026 valt geen afspraak."));

  view_driver_click (window, "Volgende maand");
  view_fixture_iterate (200);
  g_assert_true (view_driver_sees (window, "December 2026"));
  g_assert_true (view_driver_sees (find_day (window, 12, 14), title));
  g_assert_nonnull (view_driver_find (window, ADW_TYPE_ACTION_ROW, title));
  g_assert_false (view_driver_sees (window, "In december 2026 valt geen afspraak."));
  g_assert_false (view_driver_sees (grid, "Aanbesteding hosting en uitwijk starten"));

  view_driver_click (window, "Vorige maand");
  view_driver_toggle (window, "Jaar");
  view_fixture_iterate (200);
  g_assert_null (view_driver_look (window, LEV_TYPE_MONTH_GRID));
  g_assert_nonnull (view_driver_find (window, ADW_TYPE_ACTION_ROW, title));
  view_driver_close (window);
}

/* What is added comes on the day that is chosen, which opens it from then on. */
static void
test_add (void)
{
  LevApplication *application = lev_application_get_default ();
  LevWindow *window = view_driver_open (application, 1100, 800);
  guint n_entries = lev_record_list_get_n (list_entries ());
  LevCalendarEntry *added;

  open_month (window);
  choose_day (window, 11, 25);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_true (gtk_widget_has_css_class (find_day (window, 11, 25), "chosen"));
  view_driver_click (window, "Toevoegen aan de jaarkalender");
  view_fixture_iterate (400);
  view_driver_close_dialog (window);
  g_assert_cmpuint (lev_record_list_get_n (list_entries ()), ==, n_entries + 1);
  added = lev_record_list_peek (list_entries (), n_entries);
  g_assert_cmpuint (added->date, ==, lev_date_new (2026, 11, 25));
  g_assert_true (view_driver_sees (find_day (window, 11, 25), added->title));

  choose_day (window, 11, 25);
  view_driver_close_dialog (window);

  g_action_group_activate_action (G_ACTION_GROUP (application), "undo", NULL);
  view_fixture_iterate (200);
  g_assert_cmpuint (lev_record_list_get_n (list_entries ()), ==, n_entries);
  view_driver_close (window);
}

/* One stop for the Tab key, the arrows from day to day, and the pages from month to month. */
static void
test_keys (void)
{
  LevWindow *window = view_driver_open (lev_application_get_default (), 1100, 800);
  GtkWidget *grid;

  open_month (window);
  choose_day (window, 11, 23);
  grid = view_driver_look (window, LEV_TYPE_MONTH_GRID);
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  g_assert_true (has_focus (window, 11, 23));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_RIGHT));
  g_assert_true (has_focus (window, 11, 24));
  g_assert_true (gtk_widget_child_focus (grid, GTK_DIR_UP));
  g_assert_true (has_focus (window, 11, 17));
  press (window, GDK_KEY_End);
  g_assert_true (has_focus (window, 11, 22));
  press (window, GDK_KEY_Home);
  g_assert_true (has_focus (window, 11, 16));
  press (window, GDK_KEY_Page_Down);
  g_assert_true (view_driver_sees (window, "December 2026"));
  g_assert_true (has_focus (window, 12, 1));
  press (window, GDK_KEY_Page_Up);
  press (window, GDK_KEY_Page_Up);
  g_assert_true (view_driver_sees (window, "Oktober 2026"));
  g_assert_false (gtk_widget_child_focus (grid, GTK_DIR_TAB_FORWARD));
  view_driver_close (window);
}

static void
take_pictures (GtkWidget  *window,
               const char *size)
{
  gtk_widget_activate_action (window, "win.place", "s", "calendar");
  view_fixture_iterate (300);
  view_driver_toggle (window, "Maand");
  view_fixture_iterate (300);
  view_fixture_picture (window, size, "calendar-month");
  view_driver_click (window, "Volgende maand");
  view_driver_click (window, "Volgende maand");
  view_fixture_iterate (300);
  view_fixture_picture (window, size, "calendar-month-entry");
}

static void
add_tests (const char *database)
{
  g_test_add_func ("/calendar/months", test_months);
  g_test_add_func ("/calendar/add", test_add);
  g_test_add_func ("/calendar/keys", test_keys);
  view_fixture_add ("calendar/pictures", take_pictures);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
