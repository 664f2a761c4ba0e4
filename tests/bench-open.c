/* Opening a database of 10,000 suppliers and 20 rounds, beside SQLite's own open, integrity check
 * and read of the same rows; and a start, which makes and verifies a backup too. */

#include "bench-fixture.h"
#include "store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>

#define N_SUPPLIERS (10000)
#define N_REVIEWS   (20)
#define N_DOSSIERS  (25)
#define N_ROUNDS    (7)

static void
make_store (BenchResult *result,
            gpointer     path)
{
  g_autoptr (LevStore) store = lev_store_open (path, LEV_STORE_CREATE, NULL);
  LevRegister *records = lev_store_get_records (store);

  lev_store_begin (store, "Leveranciers");
  for (guint i = 0; i < N_SUPPLIERS; i++)
    store_fixture_fill (records, lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "L", NULL),
                        (int) i % 900);
  g_assert_true (lev_store_commit (store, NULL));
  for (guint i = 0; i < N_REVIEWS; i++)
    {
      g_autofree char *title = g_strdup_printf ("Ronde %u", i + 1);

      lev_store_begin (store, title);
      store_fixture_add_round (records, N_DOSSIERS, title);
      g_assert_true (lev_store_commit (store, NULL));
    }
  g_print ("%u records\n", lev_register_count (records));
}

static void
open_store (BenchResult *result,
            gpointer     path)
{
  g_autoptr (LevStore) store = NULL;
  double start = bench_now ();

  store = lev_store_open (path, LEV_STORE_READ, NULL);
  result->figures[0] = bench_now () - start;
  g_assert_nonnull (store);
}

static void
start_store (BenchResult *result,
             gpointer     path)
{
  g_autoptr (LevStore) store = NULL;
  double start = bench_now ();

  store = lev_store_open (path, LEV_STORE_WRITE, NULL);
  result->figures[0] = bench_now () - start;
  g_assert_nonnull (store);
}

static void
check_and_read (const char *path)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  bench_execute (database, "PRAGMA cell_size_check=ON; PRAGMA cache_size=-65536;"
                           "PRAGMA integrity_check(1)");
  bench_read (database);
  sqlite3_close (database);
}

static void
open_bare (BenchResult *result,
           gpointer     path)
{
  double start = bench_now ();

  check_and_read (path);
  result->figures[0] = bench_now () - start;
}

static void
start_bare (BenchResult *result,
            gpointer     path)
{
  g_autofree char *copy = g_strconcat (path, "-bare-copy", NULL);
  g_autofree char *sql = g_strdup_printf ("VACUUM INTO '%s'", copy);
  sqlite3 *database;
  double start = bench_now ();

  check_and_read (path);
  sqlite3_open (path, &database);
  bench_execute (database, sql);
  sqlite3_close (database);
  g_assert_cmpint (g_fsync (g_open (copy, O_RDONLY, 0)), ==, 0);
  check_and_read (copy);
  result->figures[0] = bench_now () - start;
  g_unlink (copy);
}

static const struct
{
  const char *name;
  BenchJob    job;
} jobs[] = {
  { "open, store", open_store },
  { "open, bare", open_bare },
  { "start with backup, store", start_store },
  { "start with backup, bare", start_bare },
};

int
main (int    argc,
      char **argv)
{
  static double figures[G_N_ELEMENTS (jobs)][N_ROUNDS];
  static BenchResult result;
  g_autofree char *folder = bench_folder ();
  g_autofree char *path = g_build_filename (folder, "open.levman", NULL);
  double middle[G_N_ELEMENTS (jobs)];
  long peak[G_N_ELEMENTS (jobs)] = { 0 };

  bench_run (make_store, path, &result);
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
      {
        bench_run (jobs[i].job, path, &result);
        figures[i][round] = result.figures[0];
        peak[i] = MAX (peak[i], result.peak_kib);
      }
  bench_remove (folder);

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      middle[i] = bench_share (figures[i], N_ROUNDS, 0.5) * 1000;
      g_print ("%-26s median %.0f ms of %u, peak memory %.1f MB\n", jobs[i].name, middle[i],
               N_ROUNDS, (double) peak[i] / 1024);
    }
  g_print ("ratio: open %.2f (at most 1.5), start %.2f\n", middle[0] / middle[1],
           middle[2] / middle[3]);

  return 0;
}
