/* Step 2 in the window: choosing, motivating, the limit, the factors, and a list of 2,400. */

#include "lev-process.h"
#include "lev-record-list.h"
#include "lev-scoring.h"
#include "lev-selection-line.h"
#include "lev-selection-row.h"
#include "lev-selection.h"
#include "lev-step-header.h"
#include "view-driver.h"
#include "view-fixture.h"

#include <time.h>

static LevApplication *application;

/* What ticking may take with a hundred times as many suppliers as there are, in milliseconds of
 * this thread: what else the machine does must not decide. */
#define MOST_MILLISECONDS (50)

/* A new round, of which nothing is done yet. */
static LevReview *
begin_round (const char *title)
{
  LevReview *review;
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, "Nieuwe ronde");
  review = lev_process_start (lev_application_get_records (application), title, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (lev_application_commit (application));

  return review;
}

static LevWindow *
open_selection (LevReview *review)
{
  LevWindow *window = view_driver_open (application, 1210, 1010);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.review", "s", LEV_RECORD (review)->id);
  view_fixture_iterate (300);
  view_driver_go (window, 2);

  return window;
}

static GtkWidget *
find_row (LevWindow  *window,
          const char *supplier)
{
  return view_driver_find (window, LEV_TYPE_SELECTION_ROW, supplier);
}

static LevDossier *
find_dossier (LevReview  *review,
              const char *supplier)
{
  return lev_review_find_dossier (review, view_driver_record (application, LEV_TYPE_SUPPLIER,
                                                              "name", supplier));
}

/* Of a round in which nothing is chosen, no step is done yet: there is nothing in it either. */
static void
test_nothing_chosen (void)
{
  LevWindow *window = open_selection (begin_round ("Review 2028-1"));

  g_assert_false (view_driver_sees (view_driver_look (window, LEV_TYPE_STEP_HEADER), "gereed"));
  view_driver_go (window, 3);
  g_assert_true (view_driver_sees (window, "Nog geen leveranciers in deze ronde"));
  g_assert_false (view_driver_sees (view_driver_look (window, LEV_TYPE_STEP_HEADER), "gereed"));
  view_driver_close (window);
}

static void
test_choose (void)
{
  LevReview *review = begin_round ("Review 2027-1");
  LevWindow *window = open_selection (review);
  GtkWidget *row = find_row (window, "Waterland Datacenters");

  g_assert_true (view_driver_sees (window, "24 leveranciers"));
  g_assert_true (view_driver_sees (row, "Motivering nodig"));

  gtk_check_button_set_active (view_driver_look (row, GTK_TYPE_CHECK_BUTTON), TRUE);
  view_fixture_iterate (50);
  g_assert_true (find_dossier (review, "Waterland Datacenters")->chosen);
  g_assert_false (view_driver_sees (row, "Motivering nodig"));

  /* As Space on the row does. */
  lev_selection_row_toggle (LEV_SELECTION_ROW (row));
  view_fixture_iterate (50);
  g_assert_false (find_dossier (review, "Waterland Datacenters")->chosen);
  g_assert_true (view_driver_sees (row, "Boven de grens, maar niet gekozen."));

  view_driver_click (row, "Motiveren");
  view_driver_type (view_driver_look (row, GTK_TYPE_ENTRY), "De dienst eindigt op 1 februari.");
  view_driver_click (row, "Bewaren");
  g_assert_cmpstr (find_dossier (review, "Waterland Datacenters")->motivation, ==,
                   "De dienst eindigt op 1 februari.");
  g_assert_true (view_driver_sees (row, "Motivering: De dienst eindigt op 1 februari."));
  view_fixture_picture (GTK_WIDGET (window), "1200", "selectie-bezig");

  view_driver_close (window);
}

static void
test_limit (void)
{
  LevReview *review = begin_round ("Review 2027-2");
  LevWindow *window = open_selection (review);
  GtkWidget *line = view_driver_look (window, LEV_TYPE_SELECTION_LINE);
  GtkWidget *button = view_driver_look (line, GTK_TYPE_MENU_BUTTON);

  g_assert_true (view_driver_sees (line, "Handboek versie 4, paragraaf 3.2"));
  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  view_fixture_iterate (300);
  gtk_spin_button_set_value (view_driver_look (button, GTK_TYPE_SPIN_BUTTON), 3);
  view_driver_click (button, "Toepassen");
  view_fixture_iterate (300);
  g_assert_cmpint (review->selection_value, ==, 3);

  line = view_driver_look (window, LEV_TYPE_SELECTION_LINE);
  g_assert_true (view_driver_sees (line, "Selectiegrens: de 3 hoogste"));
  g_assert_true (view_driver_sees (line, "het Handboek zegt"));

  view_driver_close (window);
}

static void
test_factors (void)
{
  LevReview *review = begin_round ("Review 2027-3");
  LevWindow *window = open_selection (review);
  LevSupplier *supplier = view_driver_record (application, LEV_TYPE_SUPPLIER, "name",
                                              "Kwelder Netwerken");
  AdwDialog *dialog;

  view_driver_click (find_row (window, "Kwelder Netwerken"), "Factoren tonen");
  view_fixture_iterate (400);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_nonnull (dialog);
  g_assert_true (view_driver_sees (dialog, "Plaats 3 van 24 · afbreukrisico 61–81"));
  view_fixture_picture (GTK_WIDGET (window), "1200", "factoren");

  g_assert_cmpint (lev_supplier_get_factor (supplier, "A4"), ==, LEV_SCORE_UNKNOWN);
  view_driver_toggle (view_driver_find (dialog, ADW_TYPE_PREFERENCES_ROW,
                                        "A4 aard en omvang van de gegevens (gewicht 15)"),
                      "5");
  g_assert_cmpint (lev_supplier_get_factor (supplier, "A4"), ==, 5);
  g_assert_false (view_driver_sees (dialog, "61–81"));

  adw_dialog_force_close (dialog);
  view_fixture_iterate (400);
  view_driver_close (window);
}

static void
test_search (void)
{
  LevReview *review = begin_round ("Review 2027-4");
  LevWindow *window = open_selection (review);

  view_driver_click (window, "Leveranciers zoeken");
  view_driver_type (view_driver_look (window, GTK_TYPE_SEARCH_ENTRY), "salaris");
  view_fixture_iterate (400);
  g_assert_true (view_driver_sees (window, "Lisdodde Salaris"));
  g_assert_false (view_driver_sees (window, "Waterland Datacenters"));
  view_driver_type (view_driver_look (window, GTK_TYPE_SEARCH_ENTRY), "zzz");
  view_fixture_iterate (400);
  g_assert_true (view_driver_sees (window, "Geen leverancier gevonden"));

  view_driver_close (window);
}

static void
add_suppliers (guint n_suppliers)
{
  LevRegister *records = lev_application_get_records (application);

  lev_application_begin (application, "Leveranciers toevoegen");
  for (guint i = 0; i < n_suppliers; i++)
    {
      g_autofree char *name = g_strdup_printf ("Leverancier %04u", i);
      LevSupplier *supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", name, NULL);

      lev_register_add (records, LEV_TYPE_SERVICE, "supplier", supplier, "name", "Dienst", NULL);
      for (guint j = 1; j <= 7; j++)
        {
          g_autofree char *factor = g_strdup_printf ("A%u", j);

          lev_register_add (records, LEV_TYPE_CRITICALITY_SCORE, "supplier", supplier, "factor",
                            factor, "score", (int) (1 + (i + j) % 5), NULL);
        }
    }
  g_assert_true (lev_application_commit (application));
}

static double
get_milliseconds (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* How long it takes until the tick is recorded and shown. */
static double
measure_tick (GtkWidget *row)
{
  double begin = get_milliseconds ();

  lev_selection_row_toggle (LEV_SELECTION_ROW (row));

  return get_milliseconds () - begin;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

static double
measure_ticks (LevWindow *window)
{
  double times[11];

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    {
      times[i] = measure_tick (find_row (window, "Waterland Datacenters"));
      view_fixture_iterate (50);
    }
  qsort (times, G_N_ELEMENTS (times), sizeof times[0], compare_times);
  g_test_message ("ticking: median %.1f ms, slowest %.1f ms", times[5], times[10]);

  return times[5];
}

static void
test_many (void)
{
  LevReview *review = begin_round ("Review 2027-5");
  LevWindow *window = open_selection (review);
  double few = measure_ticks (window);
  double many;

  view_driver_close (window);
  add_suppliers (2376);
  window = open_selection (review);
  g_assert_true (view_driver_sees (window, "2400 leveranciers"));
  many = measure_ticks (window);
  g_test_message ("24 suppliers: %.1f ms, 2,400 suppliers: %.1f ms", few, many);
  g_assert_cmpfloat (many, <, MOST_MILLISECONDS);

  view_driver_close (window);
}

static void
add_tests (const char *database)
{
  application = lev_application_get_default ();
  g_test_add_func ("/view/selection/nothing-chosen", test_nothing_chosen);
  g_test_add_func ("/view/selection/choose", test_choose);
  g_test_add_func ("/view/selection/limit", test_limit);
  g_test_add_func ("/view/selection/factors", test_factors);
  g_test_add_func ("/view/selection/search", test_search);
  g_test_add_func ("/view/selection/many", test_many);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
