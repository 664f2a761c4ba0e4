/* The slides on the screens that they are shown on: every kind of slide as a picture, and a decision
 * of which all fields are in sight at once. */

#include "lev-presentation.h"
#include "lev-records.h"
#include "view-driver.h"
#include "view-fixture.h"

static LevApplication *application;

static const struct
{
  int         width;
  int         height;
  const char *name;
} sizes[] = {
  { 1024, 768, "1024" },
  { 1920, 1080, "1920" },
};

/* What is on the slides, by a record of which one is. */
static const struct
{
  const char *name;
  const char *supplier;
  const char *action;
} slides[] = {
  { "agenda", NULL, NULL },
  { "leverancier", "Waterland Datacenters", NULL },
  { "besluit", NULL, "Tweede locatie voor back-up buiten de regio" },
};

static gpointer
find_record (guint slide)
{
  LevReview *review = view_driver_record (application, LEV_TYPE_REVIEW, "title", "Review 2026-2");
  LevSupplier *supplier;

  if (slides[slide].action != NULL)
    return view_driver_record (application, LEV_TYPE_ACTION, "title", slides[slide].action);
  if (slides[slide].supplier == NULL)
    return NULL;

  supplier = view_driver_record (application, LEV_TYPE_SUPPLIER, "name", slides[slide].supplier);

  return lev_record_find_part_by_record (review, LEV_TYPE_DOSSIER, "supplier", supplier);
}

/* A control is as large a part of every screen, and nothing of the decision has to be scrolled to. */
static void
check_fits (LevPresentation *presentation,
            int              height)
{
  GtkWidget *button = view_driver_find (presentation, GTK_TYPE_BUTTON, "Besluit vastleggen");
  GtkWidget *scroller = gtk_widget_get_ancestor (button, GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *position;
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (button, button, &bounds));
  g_assert_cmpfloat (24 * bounds.size.height, >=, height);
  position = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
  g_assert_cmpfloat (gtk_adjustment_get_upper (position), <=,
                     gtk_adjustment_get_page_size (position) + 1);
}

static void
test_size (gconstpointer data)
{
  const guint size = GPOINTER_TO_UINT (data);
  LevReview *review = view_driver_record (application, LEV_TYPE_REVIEW, "title", "Review 2026-2");
  LevWindow *window = view_driver_open (application, 800, 600);
  LevPresentation *presentation = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (slides); i++)
    {
      g_autofree char *name = g_strdup_printf ("dia-%s", slides[i].name);

      presentation = lev_presentation_start (GTK_WINDOW (window), review, find_record (i));
      gtk_window_set_default_size (GTK_WINDOW (presentation), sizes[size].width,
                                   sizes[size].height);
      view_fixture_iterate (500);
      view_fixture_picture (GTK_WIDGET (presentation), sizes[size].name, name);
    }

  view_driver_click (presentation, "Nieuw besluit");
  view_driver_toggle (presentation, "Niet nemen");
  view_fixture_iterate (300);
  view_fixture_picture (GTK_WIDGET (presentation), sizes[size].name, "dia-niet-nemen");
  check_fits (presentation, sizes[size].height);

  gtk_window_destroy (GTK_WINDOW (presentation));
  view_fixture_iterate (300);
  view_driver_close (window);
}

static void
add_tests (const char *database)
{
  application = lev_application_get_default ();
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/view/presentation/%s", sizes[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_size);
    }
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
