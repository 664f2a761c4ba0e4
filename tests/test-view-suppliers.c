/* The list of suppliers in the window: as many rows as are in sight, whatever is scrolled, sorted,
 * searched or changed. */

#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-supplier-list.h"
#include "lev-supplier-row.h"
#include "view-driver.h"
#include "view-fixture.h"

#define N_MORE (2376)

static LevApplication *application;

static void
add_suppliers (void)
{
  LevRegister *records = lev_application_get_records (application);

  lev_application_begin (application, "Veel leveranciers");
  for (guint i = 0; i < N_MORE; i++)
    {
      g_autofree char *name = g_strdup_printf ("Zeer veel %04u", i);
      g_autofree char *number = g_strdup_printf ("Z-%04u", N_MORE - i);

      /* In letters, so that a search finds the name alone. */
      for (char *c = number + 2; *c != '\0'; c++)
        *c += 'A' - '0';

      lev_register_add (records, LEV_TYPE_SUPPLIER, "name", name, "number", number, NULL);
    }
  g_assert_true (lev_application_commit (application));
}

static LevWindow *
open_suppliers (void)
{
  LevWindow *window = view_driver_open (application, 1210, 810);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.place", "s", "suppliers");
  view_fixture_iterate (400);

  return window;
}

static LevSupplierList *
get_list (LevWindow *window)
{
  LevSupplierList *list = view_driver_look (window, LEV_TYPE_SUPPLIER_LIST);

  g_assert_nonnull (list);

  return list;
}

static GtkAdjustment *
get_adjustment (LevSupplierList *list)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
}

/* The row whose top is the first at or below @y of the list, of those that are shown. */
static LevSupplierRow *
get_row_at (LevSupplierList *list,
            double           y)
{
  LevSupplierRow *found = NULL;
  float best = G_MAXFLOAT;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      graphene_rect_t bounds;

      if (!gtk_widget_get_mapped (row))
        continue;
      g_assert_true (gtk_widget_compute_bounds (row, GTK_WIDGET (list), &bounds));
      if (bounds.origin.y >= y && bounds.origin.y < best)
        {
          best = bounds.origin.y;
          found = LEV_SUPPLIER_ROW (row);
        }
    }

  return found;
}

static const char *
get_name_at (LevSupplierList *list,
             double           y)
{
  LevSupplierRow *row = get_row_at (list, y);

  return row != NULL ? lev_supplier_row_get_supplier (row)->name : NULL;
}

static guint
count_rows (LevSupplierList *list,
            gboolean         shown_only)
{
  guint n_rows = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n_rows += !shown_only || gtk_widget_get_mapped (row) ? 1 : 0;

  return n_rows;
}

static void
test_scroll (void)
{
  LevWindow *window = open_suppliers ();
  LevSupplierList *list = get_list (window);
  GtkAdjustment *adjustment = get_adjustment (list);

  g_assert_cmpstr (get_name_at (list, 0), ==, "Bosrand Archief");
  g_assert_cmpuint (count_rows (list, FALSE), <, 24);

  gtk_adjustment_set_value (adjustment, 1e9);
  view_fixture_iterate (200);
  g_assert_cmpstr (get_name_at (list, gtk_widget_get_height (GTK_WIDGET (list)) - 60), ==,
                   "Zilverberk Werkplek");
  g_assert_cmpuint (count_rows (list, FALSE), <, 24);

  view_driver_close (window);
}

static void
test_search (void)
{
  LevWindow *window = open_suppliers ();
  LevSupplierList *list = get_list (window);
  GtkWidget *entry = view_driver_look (window, GTK_TYPE_SEARCH_ENTRY);

  gtk_adjustment_set_value (get_adjustment (list), 1000);
  view_driver_type (entry, "veel 120");
  view_fixture_iterate (200);
  g_assert_true (view_driver_sees (window, "13 van 2400 leveranciers"));
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (list)), ==, 0);
  g_assert_cmpstr (get_name_at (list, 0), ==, "Zeer veel 0120");

  view_driver_type (entry, "veel 1234");
  view_fixture_iterate (200);
  g_assert_cmpuint (count_rows (list, TRUE), ==, 1);
  view_driver_type (entry, "niemand heet zo");
  view_fixture_iterate (200);
  g_assert_true (view_driver_sees (window, "Geen leveranciers gevonden"));

  view_driver_click (window, "Alle leveranciers tonen");
  view_fixture_iterate (200);
  g_assert_cmpstr (get_name_at (get_list (window), 0), ==, "Bosrand Archief");

  view_driver_close (window);
}

static void
test_sort (void)
{
  LevWindow *window = open_suppliers ();
  LevSupplierList *list = get_list (window);
  GtkColumnView *headings = view_driver_look (window, GTK_TYPE_COLUMN_VIEW);
  g_autoptr (GtkColumnViewColumn)
    number = g_list_model_get_item (gtk_column_view_get_columns (headings), 1);

  gtk_column_view_sort_by_column (headings, number, GTK_SORT_DESCENDING);
  view_fixture_iterate (200);
  g_assert_cmpstr (get_name_at (list, 0), ==, "Zeer veel 0000");
  gtk_column_view_sort_by_column (headings, number, GTK_SORT_ASCENDING);
  view_fixture_iterate (200);
  g_assert_cmpstr (lev_supplier_row_get_supplier (get_row_at (list, 0))->number, ==, "L-001");

  view_driver_close (window);
}

/* A row that has the focus keeps it when it is scrolled out of sight, and what is in sight follows
 * the records. */
static void
test_change (void)
{
  LevWindow *window = open_suppliers ();
  LevSupplierList *list = get_list (window);
  LevSupplierRow *row;
  LevSupplier *supplier;

  g_assert_true (gtk_widget_grab_focus (GTK_WIDGET (list)));
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (list), GTK_DIR_DOWN));
  row = LEV_SUPPLIER_ROW (gtk_window_get_focus (GTK_WINDOW (window)));
  supplier = lev_supplier_row_get_supplier (row);
  g_assert_cmpstr (supplier->name, ==, "Boterbloem Facilitair");

  gtk_adjustment_set_value (get_adjustment (list), 5000);
  view_fixture_iterate (200);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (row));
  g_assert_true (lev_supplier_row_get_supplier (row) == supplier);
  g_assert_true (gtk_widget_child_focus (GTK_WIDGET (list), GTK_DIR_UP));
  view_fixture_iterate (200);
  g_assert_cmpstr (get_name_at (list, 0), ==, "Bosrand Archief");

  lev_application_begin (application, "Andere naam");
  g_object_set (supplier, "name", "Aardig Facilitair", NULL);
  g_assert_true (lev_application_commit (application));
  view_fixture_iterate (200);
  g_assert_cmpstr (get_name_at (list, 0), ==, "Aardig Facilitair");

  gtk_widget_activate_action (GTK_WIDGET (get_row_at (list, 0)), "row.activate", NULL);
  view_fixture_iterate (300);
  g_assert_true (view_driver_sees (window, "Aardig Facilitair"));

  view_driver_close (window);
}

static void
add_tests (const char *database)
{
  application = lev_application_get_default ();
  add_suppliers ();
  g_test_add_func ("/view/suppliers/scroll", test_scroll);
  g_test_add_func ("/view/suppliers/search", test_search);
  g_test_add_func ("/view/suppliers/sort", test_sort);
  g_test_add_func ("/view/suppliers/change", test_change);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
