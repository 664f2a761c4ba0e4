#include "view-fixture.h"

#include "lev-record-list.h"
#include "lev-store-job.h"
#include "lev-window.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

#define DRAW_ATTEMPTS (100)
#define QUIET         (200)  /* ms; a field for a search waits for 150 */
#define MOST          (5000) /* ms; what turns around is never quiet */

static const struct
{
  const char *name;
  int         width;
  int         height;
} sizes[] = {
  /* On a bare display the window draws a frame of 5 px around its content. */
  { "360", 370, 730 },
  { "1200", 1210, 810 },
};

typedef struct
{
  ViewFixtureFunc func;
  guint           size;
  gboolean        is_dark;
} Test;

static LevPerson *
find_person (LevApplication *application,
             const char     *name)
{
  LevRecordList *people = lev_register_list (lev_application_get_records (application),
                                             LEV_TYPE_PERSON);

  for (guint i = 0; i < lev_record_list_get_n (people); i++)
    {
      LevPerson *person = lev_record_list_peek (people, i);

      if (g_str_equal (person->name, name))
        return person;
    }

  g_assert_not_reached ();
}

static LevApplication *
open_application (const char *path)
{
  g_autoptr (GError) error = NULL;
  LevApplication *application;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LEVMAN_LOCALEDIR"));
  textdomain (GETTEXT_PACKAGE);
  adw_init ();
  /* As on a GNOME desktop: a bare display would add two more buttons to each header bar. A cursor
   * that blinks would never let the window be quiet. */
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, "gtk-decoration-layout", ":close", "gtk-font-name", "Adwaita Sans 11", NULL);

  application = lev_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_application_set_default (G_APPLICATION (application));
  lev_application_open (application, path, LEV_STORE_WRITE, &error);
  g_assert_no_error (error);
  lev_application_set_user (application, find_person (application, "Marijke de Wit"));

  return application;
}

void
view_fixture_iterate (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

void
view_fixture_settle (void)
{
  gint64 start = g_get_monotonic_time (), last = start, now = start;

  while (now < last + QUIET * 1000 && now < start + MOST * 1000)
    {
      gboolean is_quiet = !g_main_context_iteration (NULL, FALSE);

      if (is_quiet)
        g_usleep (1000);
      now = g_get_monotonic_time ();
      if (!is_quiet)
        last = now;
    }
}

void
view_fixture_finish (void)
{
  while (lev_store_job_is_running ())
    g_main_context_iteration (NULL, TRUE);
  view_fixture_settle ();
}

/* What @window shows; %NULL as long as it was not drawn: on a busy machine its first frame can take
 * a while. */
static GskRenderNode *
draw (GtkWidget *window)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));

  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

void
view_fixture_save (GtkWidget             *window,
                   const char            *name,
                   const graphene_rect_t *area)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("LEVMAN_PICTURES"), file, NULL);
  g_autoptr (GskRenderNode) node = draw (window);
  g_autoptr (GdkTexture) texture = NULL;

  for (guint i = 0; node == NULL && i < DRAW_ATTEMPTS; i++)
    {
      view_fixture_iterate (100);
      node = draw (window);
    }
  g_assert_nonnull (node);

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, area);
  g_mkdir_with_parents (g_getenv ("LEVMAN_PICTURES"), 0755);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

void
view_fixture_picture (GtkWidget  *window,
                      const char *size,
                      const char *page)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autofree char *name = g_strdup_printf ("%s-%s-%s", page, size, dark ? "donker" : "licht");

  view_fixture_save (window, name, NULL);
}

static void
run_test (gconstpointer data)
{
  const Test *test = data;
  LevWindow *window = lev_window_new (lev_application_get_default ());

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      test->is_dark ? ADW_COLOR_SCHEME_FORCE_DARK
                                                    : ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_window_set_default_size (GTK_WINDOW (window), sizes[test->size].width,
                               sizes[test->size].height);
  gtk_window_present (GTK_WINDOW (window));
  view_fixture_settle ();

  test->func (GTK_WIDGET (window), sizes[test->size].name);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  view_fixture_settle ();
  g_assert_null (window);
}

void
view_fixture_add (const char     *name,
                  ViewFixtureFunc func)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint is_dark = 0; is_dark < 2; is_dark++)
      {
        g_autofree char *path = g_strdup_printf ("/%s/%s/%s", name, sizes[i].name,
                                                 is_dark ? "dark" : "light");
        Test *test = g_new0 (Test, 1);

        test->func = func;
        test->size = i;
        test->is_dark = is_dark;
        g_test_add_data_func_full (path, test, run_test, g_free);
      }
}

int
view_fixture_run (int argc, char **argv, void (*add_tests) (const char *database))
{
  g_autoptr (LevApplication) application = NULL;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  application = open_application (argv[1]);
  add_tests (argv[1]);

  return g_test_run ();
}
