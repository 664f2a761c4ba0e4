/* The pages and dialogs of the register, at both widths, light and dark: each comes up without a
 * warning, leaves a picture in LEVMAN_PICTURES, and goes away as a whole. The database is the
 * example, its path the first argument. */

#include "lev-import-dialog.h"
#include "lev-record-list.h"
#include "lev-records.h"
#include "lev-search-dialog.h"
#include "view-driver.h"
#include "view-fixture.h"

static LevRecordList *
list (GType type)
{
  return lev_register_list (lev_application_get_records (lev_application_get_default ()), type);
}

static void
show_place (GtkWidget  *window,
            const char *size,
            const char *place)
{
  gtk_widget_activate_action (window, "win.place", "s", place);
  view_fixture_iterate (300);
  view_fixture_picture (window, size, place);
}

static void
show_places (GtkWidget  *window,
             const char *size)
{
  LevRecord *supplier = lev_record_list_peek (list (LEV_TYPE_SUPPLIER), 0);

  show_place (window, size, "suppliers");
  show_place (window, size, "calendar");
  show_place (window, size, "actions");
  gtk_widget_activate_action (window, "win.supplier", "s", supplier->id);
  view_fixture_iterate (300);
  view_fixture_picture (window, size, "supplier");
}

static void
show_search (GtkWidget  *window,
             const char *size)
{
  static const struct
  {
    const char *text;
    const char *name;
  } searches[] = {
    { "", "search-start" },
    { "uitwijk", "search" },
    { "bestaat niet", "search-nothing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    {
      gtk_widget_activate_action (window, "win.search", NULL);
      view_fixture_iterate (300);
      if (*searches[i].text != '\0')
        lev_search_dialog_find (LEV_SEARCH_DIALOG (view_driver_get_dialog (LEV_WINDOW (window))),
                                searches[i].text);
      view_fixture_iterate (400);
      view_fixture_picture (window, size, searches[i].name);
      view_driver_close_dialog (LEV_WINDOW (window));
    }
}

static void
show_dialogs (GtkWidget  *window,
              const char *size)
{
  LevRecord *supplier = lev_record_list_peek (list (LEV_TYPE_SUPPLIER), 0);
  LevRecord *service = lev_record_list_peek (list (LEV_TYPE_SERVICE), 0);

  gtk_widget_activate_action (window, "win.history", "s", supplier->id);
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "history");
  view_driver_close_dialog (LEV_WINDOW (window));

  gtk_widget_activate_action (window, "win.people", NULL);
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "people");
  view_driver_close_dialog (LEV_WINDOW (window));

  gtk_widget_activate_action (window, "win.edit-record", "s", service->id);
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "service");
  view_driver_close_dialog (LEV_WINDOW (window));
}

static const char supplier_list[] = "Leverancier;Leveranciersnummer;Land;Iets anders\r\n"
                                    "Waterland Datacenters;L-001;Belgi\xeb;x\r\n"
                                    "Korenbloem Caf\xe9;L-900;Nederland;y\r\n";

/* The list is shown, taken over, and taken back. */
static void
import_suppliers (GtkWidget  *window,
                  const char *size)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GBytes) content = g_bytes_new_static (supplier_list, strlen (supplier_list));
  LevRecordList *suppliers = list (LEV_TYPE_SUPPLIER);
  LevSupplier *first = lev_record_list_peek (suppliers, 0);
  guint n_suppliers = lev_record_list_get_n (suppliers);
  g_autofree char *country = g_strdup (first->country);

  lev_import_dialog_show (window, content);
  view_fixture_iterate (1000);
  view_fixture_picture (window, size, "import");
  g_assert_cmpuint (lev_record_list_get_n (suppliers), ==, n_suppliers);
  g_assert_true (
    gtk_widget_activate_action (GTK_WIDGET (view_driver_get_dialog (LEV_WINDOW (window))),
                                "import.apply", NULL));
  view_fixture_finish ();
  g_assert_cmpuint (lev_record_list_get_n (suppliers), ==, n_suppliers + 1);
  g_assert_cmpstr (first->country, ==, "België");
  view_fixture_picture (window, size, "imported");

  g_action_group_activate_action (G_ACTION_GROUP (application), "undo", NULL);
  view_fixture_iterate (300);
  g_assert_cmpuint (lev_record_list_get_n (suppliers), ==, n_suppliers);
  g_assert_cmpstr (first->country, ==, country);
}

static void
add_tests (const char *database)
{
  view_fixture_add ("register/places", show_places);
  view_fixture_add ("register/search", show_search);
  view_fixture_add ("register/dialogs", show_dialogs);
  view_fixture_add ("register/import", import_suppliers);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
