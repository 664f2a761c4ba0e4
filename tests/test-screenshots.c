/* The pictures for software centres and the README: five screens at 1000 × 700, in the light. They
 * go to LEVMAN_PICTURES; build-aux/pictures keeps them in data/pictures. The database is the
 * example, its path the first argument. */

#include "lev-record-list.h"
#include "lev-risk.h"
#include "lev-state.h"
#include "lev-window.h"
#include "view-fixture.h"

#define WIDTH  (1000)
#define HEIGHT (700)
#define FRAME  (5) /* what a window draws around itself on a bare display */

static const struct
{
  const char *name;
  guint       step;        /* 0 for a place */
  gboolean    is_supplier; /* the step of the first supplier, not of all */
} screens[] = {
  { "today", 0, FALSE },    { "overview", 0, FALSE },       { "profile", 3, TRUE },
  { "decisions", 6, TRUE }, { "status-updates", 8, FALSE },
};

/* The round that the example leaves running. */
static LevReview *
get_review (void)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());

  return lev_record_list_peek (lev_register_list (records, LEV_TYPE_REVIEW), 2);
}

/* What a step shows of the first supplier: in the profile a risk, which stands further down. */
static const char *
get_record (guint step)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (get_review ());
  LevRecord *dossier = g_ptr_array_index (dossiers, 0);

  if (step != 3)
    return dossier->id;

  return LEV_RECORD (lev_record_list_peek (lev_record_get_children (dossier, LEV_TYPE_RISK), 0))
    ->id;
}

static void
show (GtkWidget *window,
      guint      position)
{
  guint step = screens[position].step;

  if (screens[position].is_supplier)
    gtk_widget_activate_action (window, "win.go", "(uss)", step, get_record (step), "");
  else if (step != 0)
    gtk_widget_activate_action (window, "win.step", "u", step);
  else if (g_str_equal (screens[position].name, "overview"))
    gtk_widget_activate_action (window, "win.review", "s", LEV_RECORD (get_review ())->id);
  else
    gtk_widget_activate_action (window, "win.place", "s", screens[position].name);
}

static void
test_screens (void)
{
  GtkWidget *window = GTK_WIDGET (lev_window_new (lev_application_get_default ()));

  adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                      ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_window_set_default_size (GTK_WINDOW (window), WIDTH + 2 * FRAME, HEIGHT + 2 * FRAME);
  gtk_window_present (GTK_WINDOW (window));
  view_fixture_iterate (500);

  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      g_autofree char *name = NULL;

      show (window, i);
      view_fixture_iterate (1000);
      name = g_strdup_printf ("screenshot-%s", screens[i].name);
      view_fixture_save (window, name, &GRAPHENE_RECT_INIT (FRAME, FRAME, WIDTH, HEIGHT));
    }

  gtk_window_destroy (GTK_WINDOW (window));
  view_fixture_iterate (100);
}

static void
add_tests (const char *database)
{
  g_test_add_func ("/screenshots", test_screens);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
