/* A list whose columns someone chose: what they can mean, and what then happens. */

#include "lev-records.h"
#include "lev-supplier-import.h"

#include <string.h>

/* As a Dutch spreadsheet saves it: semicolons, Windows-1252. */
#define LIST                              \
  "Bedrijf A;Code;Waar;Iets\r\n"          \
  "Caf\xe9 Waterland;L-1;Belgi\xeb;x\r\n" \
  "Kwelder;L-2;Nederland;y\r\n"

static LevRegister *
make_records (void)
{
  LevRegister *records = lev_register_new ();

  lev_register_begin (records, "Import");
  lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Kwelder", "number", "L-2", "country",
                    "Duitsland", NULL);

  return records;
}

static void
choose (GArray     *all,
        GArray     *columns,
        guint       position,
        const char *field)
{
  for (guint i = 0; i < all->len; i++)
    {
      const LevImportColumn *column = &g_array_index (all, LevImportColumn, i);

      if (column->target == LEV_IMPORT_SUPPLIER && g_str_equal (column->field->name, field))
        {
          g_array_index (columns, LevImportColumn, position) = *column;
          return;
        }
    }

  g_assert_not_reached ();
}

static LevSupplierImport *
import_list (LevRegister      *records,
             LevImportOptions *options,
             GError          **error)
{
  g_autoptr (GBytes) content = g_bytes_new_static (LIST, strlen (LIST));

  return lev_supplier_import_new_with (content, records, NULL, options, error);
}

static void
test_choose (void)
{
  LevRegister *records = make_records ();
  g_autoptr (GArray) all = lev_import_columns_list_all (NULL);
  g_autoptr (GArray) columns = NULL;
  g_autoptr (LevSupplierImport) proposed = import_list (records, NULL, NULL);
  g_autoptr (LevSupplierImport) import = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sample = lev_supplier_import_dup_sample (proposed, 2, 5);
  g_autofree char *details = NULL;
  LevRecordList *suppliers = lev_register_list (records, LEV_TYPE_SUPPLIER);
  LevSupplier *added;

  /* No heading says what it is: nothing can be imported, but the columns are there to choose. */
  g_assert_cmpuint (lev_supplier_import_get_messages (proposed)->n_errors, ==, 1);
  columns = g_array_copy (lev_supplier_import_get_columns (proposed));
  g_assert_cmpuint (columns->len, ==, 4);
  g_assert_cmpstr (lev_supplier_import_get_heading (proposed, 1), ==, "Code");
  g_assert_cmpstr (sample, ==, "België · Nederland");

  choose (all, columns, 0, "name");
  choose (all, columns, 1, "number");
  choose (all, columns, 2, "country");
  import = import_list (records, &(LevImportOptions) { .columns = columns }, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lev_supplier_import_get_messages (import)->n_errors, ==, 0);
  g_assert_cmpuint (lev_supplier_import_count (import, LEV_IMPORT_NEW), ==, 1);
  g_assert_cmpuint (lev_supplier_import_count (import, LEV_IMPORT_CHANGED), ==, 1);
  details = lev_supplier_import_dup_details (import, 1);
  g_assert_nonnull (strstr (details, "Duitsland → Nederland"));

  g_assert_true (lev_supplier_import_apply (import, &error));
  g_assert_cmpuint (lev_record_list_get_n (suppliers), ==, 2);
  added = lev_record_list_peek (suppliers, 1);
  g_assert_cmpstr (added->name, ==, "Café Waterland");
  g_assert_cmpstr (added->country, ==, "België");
  lev_register_end (records);
  g_clear_pointer (&import, lev_supplier_import_free);
  g_clear_pointer (&proposed, lev_supplier_import_free);
  g_assert_finalize_object (records);
}

/* The same twice, or neither name nor number, is refused. */
static void
test_refuse (void)
{
  LevRegister *records = make_records ();
  g_autoptr (GArray) all = lev_import_columns_list_all (NULL);
  g_autoptr (GArray) columns = g_array_new (FALSE, TRUE, sizeof (LevImportColumn));
  LevSupplierImport *import;

  g_array_set_size (columns, 4);
  import = import_list (records, &(LevImportOptions) { .columns = columns }, NULL);
  g_assert_cmpuint (lev_supplier_import_get_messages (import)->n_errors, ==, 1);
  lev_supplier_import_free (import);

  choose (all, columns, 0, "name");
  choose (all, columns, 1, "country");
  choose (all, columns, 2, "country");
  import = import_list (records, &(LevImportOptions) { .columns = columns }, NULL);
  g_assert_cmpuint (lev_supplier_import_get_messages (import)->n_errors, ==, 1);
  lev_supplier_import_free (import);

  lev_register_abandon (records);
  g_assert_finalize_object (records);
}

static void
test_cancel (void)
{
  LevRegister *records = make_records ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GString) list = g_string_new ("Leverancier\n");
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2000; i++)
    g_string_append_printf (list, "Leverancier %u\n", i);
  content = g_bytes_new (list->str, list->len);
  g_cancellable_cancel (cancellable);
  g_assert_null (lev_supplier_import_new_with (content, records, NULL,
                                               &(LevImportOptions) { .cancellable = cancellable },
                                               &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  lev_register_abandon (records);
  g_assert_finalize_object (records);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-mapping/choose", test_choose);
  g_test_add_func ("/import-mapping/refuse", test_refuse);
  g_test_add_func ("/import-mapping/cancel", test_cancel);

  return g_test_run ();
}
