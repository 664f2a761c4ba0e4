/* Making the projection anew from 250,000, 500,000 and 1,000,000 operations, beside a bare program
 * that reads the same rows of the log and inserts the same rows of the projection. */

#include "bench-fixture.h"
#include "store-fixture.h"

#include "lev-store-private.h"

#include <glib/gstdio.h>

/* Per record: five operations that made it, and five edits of one. */
#define N_OPERATIONS_PER_RECORD (10)
#define N_ROUNDS                (3)

typedef struct
{
  const char *path;
  guint       n_operations;
} Size;

static void
make_store (BenchResult *result,
            gpointer     data)
{
  const Size *size = data;
  guint n_records = size->n_operations / N_OPERATIONS_PER_RECORD;
  g_autoptr (LevStore) store = lev_store_open (size->path, LEV_STORE_CREATE, NULL);
  LevRegister *records = lev_store_get_records (store);
  LevRecordList *list = lev_register_list (records, LEV_TYPE_SUPPLIER);

  lev_store_begin (store, "Maken");
  for (guint i = 0; i < n_records; i++)
    lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Leverancier", "number", "L-1", "country",
                      "Nederland", "kraljic", LEV_KRALJIC_STRATEGIC, "notes", "Notitie 0", NULL);
  g_assert_true (lev_store_commit (store, NULL));

  for (guint round = 1; round <= 5; round++)
    {
      g_autofree char *notes = g_strdup_printf ("Notitie %u", round);

      lev_store_begin (store, "Wijzigen");
      for (guint i = 0; i < n_records; i++)
        g_object_set (lev_record_list_peek (list, i), "notes", notes, NULL);
      g_assert_true (lev_store_commit (store, NULL));
    }
}

static void
rebuild_store (BenchResult *result,
               gpointer     data)
{
  const Size *size = data;
  g_autoptr (LevStore) store = lev_store_open (size->path, LEV_STORE_READ, NULL);
  double start;

  /* The backup of a start for writing is not what is measured. */
  g_clear_object (&store);
  store = lev_store_open (size->path, LEV_STORE_WRITE, NULL);
  start = bench_now ();
  g_assert_true (lev_store_rebuild (store, NULL));
  result->figures[0] = bench_now () - start;
}

static void
rebuild_bare (BenchResult *result,
              gpointer     data)
{
  const Size *size = data;
  g_autofree char *copy = g_strconcat (size->path, "-bare", NULL);
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", copy);
  sqlite3 *database = bench_open (size->path);
  double start;

  bench_execute (database, sql);
  sqlite3_close (database);
  database = bench_open (copy);
  bench_execute (database, "CREATE TEMP TABLE kept AS SELECT * FROM supplier");

  start = bench_now ();
  bench_read (database);
  bench_execute (database, "BEGIN; DELETE FROM supplier;"
                           "INSERT INTO supplier SELECT * FROM kept; COMMIT");
  result->figures[0] = bench_now () - start;
  sqlite3_close (database);
  g_remove (copy);
}

int
main (int    argc,
      char **argv)
{
  static const guint counts[] = { 250000, 500000, 1000000 };
  static BenchResult result;
  double seconds[G_N_ELEMENTS (counts)];

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *folder = bench_folder ();
      g_autofree char *path = g_build_filename (folder, "rebuild.levman", NULL);
      Size size = { path, counts[i] };
      double stores[N_ROUNDS], bares[N_ROUNDS], bare;
      long peak = 0;

      bench_run (make_store, &size, &result);
      for (guint round = 0; round < N_ROUNDS; round++)
        {
          bench_run (rebuild_store, &size, &result);
          stores[round] = result.figures[0];
          peak = result.peak_kib;
          bench_run (rebuild_bare, &size, &result);
          bares[round] = result.figures[0];
        }
      seconds[i] = bench_share (stores, N_ROUNDS, 0.5);
      bare = bench_share (bares, N_ROUNDS, 0.5);
      g_print ("rebuild from %7u operations: %.2f s, %.0f ns each, peak memory %.0f MB", counts[i],
               seconds[i], seconds[i] / counts[i] * 1e9, (double) peak / 1024);
      g_print ("; bare %.2f s, peak memory %.0f MB, ratio %.2f\n", bare,
               (double) result.peak_kib / 1024, seconds[i] / bare);
      bench_remove (folder);
    }
  g_print ("four times as many operations take %.2f times as long (linear is 4)\n",
           seconds[2] / seconds[0]);

  return 0;
}
