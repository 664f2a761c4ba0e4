/* Every page of the window, at both widths, light and dark: it comes up without a warning, leaves
 * a picture in LEVMAN_PICTURES, and goes away again as a whole. The database is the example, its
 * path the first argument. */

#include "lev-application.h"
#include "lev-record-list.h"
#include "lev-step.h"
#include "lev-window.h"

#include <glib/gstdio.h>
#include <libintl.h>
#include <locale.h>

static LevApplication *application;
static const char *pictures;

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

static void
iterate (guint milliseconds)
{
  gint64 until = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < until)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static void
take_picture (GtkWidget  *window,
              const char *size,
              const char *page)
{
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  g_autofree char *name = g_strdup_printf ("%s-%s-%s.png", page, size, dark ? "donker" : "licht");
  g_autofree char *path = g_build_filename (pictures, name, NULL);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gdk_paintable_get_intrinsic_width (paintable),
                          gdk_paintable_get_intrinsic_height (paintable));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  g_assert_nonnull (node);

  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static LevPerson *
find_person (const char *name)
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

/* The round that the example leaves running. */
static LevReview *
get_review (guint position)
{
  LevRecordList *reviews = lev_register_list (lev_application_get_records (application),
                                              LEV_TYPE_REVIEW);

  return lev_record_list_peek (reviews, position);
}

static void
show_places (GtkWidget  *window,
             const char *size)
{
  static const char *const places[] = { "today", "suppliers", "calendar", "actions" };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      gtk_widget_activate_action (window, "win.place", "s", places[i]);
      iterate (250);
      take_picture (window, size, places[i]);
    }
}

static void
show_round (GtkWidget  *window,
            const char *size,
            LevReview  *review)
{
  gtk_widget_activate_action (window, "win.review", "s", LEV_RECORD (review)->id);
  iterate (250);
  take_picture (window, size, "overzicht");

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      g_autofree char *name = g_strdup_printf ("stap-%02u", number);

      gtk_widget_activate_action (window, "win.step", "u", number);
      iterate (250);
      take_picture (window, size, name);
    }
}

/* One window from beginning to end: nothing of it may be left. */
static void
test_window (gconstpointer data)
{
  guint size = GPOINTER_TO_UINT (data);
  LevWindow *window = lev_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), sizes[size].width, sizes[size].height);
  gtk_window_present (GTK_WINDOW (window));
  iterate (500);

  show_places (GTK_WIDGET (window), sizes[size].name);
  show_round (GTK_WIDGET (window), sizes[size].name, get_review (2));

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate (300);
  g_assert_null (window);
}

static void
test_dark (gconstpointer data)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_DARK);
  test_window (data);
  adw_style_manager_set_color_scheme (manager, ADW_COLOR_SCHEME_FORCE_LIGHT);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("LEVMAN_LOCALEDIR"));
  textdomain (GETTEXT_PACKAGE);
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  /* As on a GNOME desktop: a bare display would add two more buttons to each header bar. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", "gtk-font-name",
                "Adwaita Sans 11", NULL);
  g_assert_cmpint (argc, ==, 2);

  pictures = g_getenv ("LEVMAN_PICTURES");
  g_assert_nonnull (pictures);
  g_mkdir_with_parents (pictures, 0755);

  application = lev_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, &error));
  g_application_set_default (G_APPLICATION (application));
  lev_application_open (application, argv[1], LEV_STORE_WRITE, &error);
  g_assert_no_error (error);
  lev_application_set_user (application, find_person ("Marijke de Wit"));

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *light = g_strdup_printf ("/view/%s/light", sizes[i].name);
      g_autofree char *dark = g_strdup_printf ("/view/%s/dark", sizes[i].name);

      g_test_add_data_func (light, GUINT_TO_POINTER (i), test_window);
      g_test_add_data_func (dark, GUINT_TO_POINTER (i), test_dark);
    }
  status = g_test_run ();
  g_object_unref (application);

  return status;
}
