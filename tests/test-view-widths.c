/* The window goes from wide to narrow in one jump, and back, on each step and each main page: GTK
 * warns of whatever is drawn then before it has its new place. With and without animations. */

#include "lev-step-page.h"
#include "lev-step.h"
#include "view-driver.h"
#include "view-fixture.h"

#define WIDE   (1210)
#define NARROW (370)

static void
resize (LevWindow *window,
        int        width)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, 810);
  view_fixture_settle ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), ==, width - 10);
}

/* Whether the step that @window shows looks as in a narrow page. */
static gboolean
is_narrow (LevWindow *window)
{
  gboolean narrow;

  g_object_get (view_driver_look (window, LEV_TYPE_STEP_PAGE), "narrow", &narrow, NULL);

  return narrow;
}

static void
jump (LevWindow *window)
{
  resize (window, NARROW);
  resize (window, WIDE);
}

static void
set_animated (gboolean is_animated)
{
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", is_animated, NULL);
}

static void
test_steps (gconstpointer data)
{
  LevWindow *window;

  set_animated (GPOINTER_TO_INT (data));
  window = view_driver_open_step (lev_application_get_default (), WIDE, 1);
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      g_test_message ("step %u", number);
      view_driver_go (window, number);
      g_assert_false (is_narrow (window));
      resize (window, NARROW);
      g_assert_true (is_narrow (window));
      resize (window, WIDE);
      g_assert_false (is_narrow (window));
    }
  view_driver_close (window);
  set_animated (FALSE);
}

static void
test_places (gconstpointer data)
{
  static const char *const places[] = { "today", "calendar", "suppliers", "actions" };
  LevWindow *window;

  set_animated (GPOINTER_TO_INT (data));
  window = view_driver_open (lev_application_get_default (), WIDE, 810);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_test_message ("%s", places[i]);
      gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", places[i]);
      view_fixture_settle ();
      jump (window);
    }
  view_driver_close (window);
  set_animated (FALSE);
}

static void
add_tests (const char *database)
{
  g_test_add_data_func ("/view/widths/steps", GINT_TO_POINTER (FALSE), test_steps);
  g_test_add_data_func ("/view/widths/places", GINT_TO_POINTER (FALSE), test_places);
  g_test_add_data_func ("/view/widths/steps-animated", GINT_TO_POINTER (TRUE), test_steps);
  g_test_add_data_func ("/view/widths/places-animated", GINT_TO_POINTER (TRUE), test_places);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
