/* The presentation on a display of two screens: it fills the one on which the window is not, its menu
 * has both, and it goes where the menu says. The server of the tests has one screen and no window
 * manager: the other one is added to the list of the display, and what the presentation asks for is
 * what is looked at. */

#include "lev-monitors.h"
#include "lev-presentation.h"
#include "lev-records.h"
#include "view-driver.h"
#include "view-fixture.h"

static LevApplication *application;

static GListModel *
get_monitors (void)
{
  return gdk_display_get_monitors (gdk_display_get_default ());
}

static void
add_monitor (void)
{
  g_autoptr (GdkMonitor)
    monitor = g_object_new (GDK_TYPE_MONITOR, "display", gdk_display_get_default (), NULL);

  g_list_store_append (G_LIST_STORE (get_monitors ()), monitor);
  g_assert_cmpuint (g_list_model_get_n_items (get_monitors ()), ==, 2);
}

static void
test_find (void)
{
  GListModel *monitors = get_monitors ();
  g_autoptr (GdkMonitor) left = g_list_model_get_item (monitors, 0);
  g_autoptr (GdkMonitor) right = g_list_model_get_item (monitors, 1);
  g_autoptr (GListStore) one = g_list_store_new (GDK_TYPE_MONITOR);
  g_autoptr (GdkMonitor) found = lev_monitors_find_other (monitors, left);

  g_assert_true (found == right);
  g_clear_object (&found);
  found = lev_monitors_find_other (monitors, right);
  g_assert_true (found == left);

  g_list_store_append (one, left);
  g_assert_null (lev_monitors_find_other (G_LIST_MODEL (one), left));
  g_assert_null (lev_monitors_find_other (monitors, NULL));
}

static char *
dup_item (GMenu *menu,
          int    item)
{
  g_autoptr (GVariant) label = NULL;

  label = g_menu_model_get_item_attribute_value (G_MENU_MODEL (menu), item, "label",
                                                 G_VARIANT_TYPE_STRING);

  return g_variant_dup_string (label, NULL);
}

static void
test_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GListStore) one = g_list_store_new (GDK_TYPE_MONITOR);
  g_autoptr (GdkMonitor) left = g_list_model_get_item (get_monitors (), 0);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  lev_monitors_fill_menu (menu, get_monitors (), "presentation.show-on");
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 3);
  first = dup_item (menu, 0);
  g_assert_cmpstr (first, ==, "Schermvullend op 1: screen");
  last = dup_item (menu, 2);
  g_assert_cmpstr (last, ==, "In een venster");

  g_list_store_append (one, left);
  lev_monitors_fill_menu (menu, G_LIST_MODEL (one), "presentation.show-on");
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (menu)), ==, 0);
}

static void
test_start (void)
{
  LevReview *review = view_driver_record (application, LEV_TYPE_REVIEW, "title", "Review 2026-2");
  LevWindow *window = view_driver_open (application, 800, 600);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *own = gdk_display_get_monitor_at_surface (gdk_display_get_default (), surface);
  LevPresentation *presentation = lev_presentation_start (GTK_WINDOW (window), review, NULL);
  GdkMonitor *shown = lev_presentation_get_monitor (presentation);

  view_fixture_iterate (300);
  g_assert_nonnull (shown);
  g_assert_true (shown != own);

  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (get_monitors (), (guint) i);

      gtk_widget_activate_action (GTK_WIDGET (presentation), "presentation.show-on", "i", i);
      g_assert_true (lev_presentation_get_monitor (presentation) == monitor);
    }
  gtk_widget_activate_action (GTK_WIDGET (presentation), "presentation.show-on", "i", -1);
  g_assert_null (lev_presentation_get_monitor (presentation));

  gtk_window_destroy (GTK_WINDOW (presentation));
  view_fixture_iterate (300);
  view_driver_close (window);
}

static void
add_tests (const char *database)
{
  application = lev_application_get_default ();
  add_monitor ();

  g_test_add_func ("/view/monitors/find", test_find);
  g_test_add_func ("/view/monitors/menu", test_menu);
  g_test_add_func ("/view/monitors/start", test_start);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
