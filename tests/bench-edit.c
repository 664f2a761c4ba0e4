/* One durable edit, beside a bare SQLite commit with the same settings. The store writes the edit,
 * its operations, the row of the projection and the sums; the bare program only the row, and in a
 * second reading a row of a log as well. */

#include "bench-fixture.h"
#include "store-fixture.h"

#define N_SUPPLIERS (1000)
#define N_EDITS     (50)
#define N_ROUNDS    (40) /* short ones: what else the machine does strikes all alike */

static void
edit_store (BenchResult *result,
            gpointer     path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LevStore) store = lev_store_open (path, LEV_STORE_WRITE, &error);
  LevRecordList *list;

  g_assert_no_error (error);
  list = lev_register_list (lev_store_get_records (store), LEV_TYPE_SUPPLIER);
  for (guint i = 0; i <= N_EDITS; i++)
    {
      g_autofree char *notes = g_strdup_printf ("Notitie %u", g_random_int ());
      LevSupplier *supplier = lev_record_list_peek (list, g_random_int () % N_SUPPLIERS);
      double start = bench_now ();

      lev_store_begin (store, "Notitie wijzigen");
      g_object_set (supplier, "notes", notes, NULL);
      lev_store_commit (store, &error);
      result->figures[result->n_figures++] = bench_now () - start;
      g_assert_no_error (error);
    }
}

static void
edit_bare (const char  *path,
           gboolean     with_log,
           BenchResult *result)
{
  sqlite3 *database = bench_open (path);
  sqlite3_stmt *update;
  sqlite3_stmt *insert;

  sqlite3_prepare_v2 (database, "UPDATE supplier SET notes = ? WHERE id = ?", -1, &update, NULL);
  sqlite3_prepare_v2 (database, "INSERT INTO log (record, clock, cells) VALUES (?, ?, ?)", -1,
                      &insert, NULL);
  for (guint i = 0; i <= N_EDITS; i++)
    {
      g_autofree char *notes = g_strdup_printf ("Notitie %u", g_random_int ());
      g_autofree char *id = g_strdup_printf ("%036u", g_random_int () % N_SUPPLIERS);
      double start = bench_now ();

      bench_execute (database, "BEGIN IMMEDIATE");
      sqlite3_bind_text (update, 1, notes, -1, SQLITE_STATIC);
      sqlite3_bind_text (update, 2, id, -1, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (update), ==, SQLITE_DONE);
      sqlite3_reset (update);
      if (with_log)
        {
          sqlite3_bind_text (insert, 1, id, -1, SQLITE_STATIC);
          sqlite3_bind_int (insert, 2, (int) i);
          sqlite3_bind_text (insert, 3, notes, -1, SQLITE_STATIC);
          g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
          sqlite3_reset (insert);
        }
      bench_execute (database, "COMMIT");
      result->figures[result->n_figures++] = bench_now () - start;
    }
  sqlite3_finalize (update);
  sqlite3_finalize (insert);
  sqlite3_close (database);
}

static void
edit_bare_row (BenchResult *result,
               gpointer     path)
{
  edit_bare (path, FALSE, result);
}

static void
edit_bare_log (BenchResult *result,
               gpointer     path)
{
  edit_bare (path, TRUE, result);
}

static void
make_store (BenchResult *result,
            gpointer     path)
{
  g_autoptr (LevStore) store = lev_store_open (path, LEV_STORE_CREATE, NULL);

  lev_store_begin (store, "Leveranciers");
  for (guint i = 0; i < N_SUPPLIERS; i++)
    lev_register_add (lev_store_get_records (store), LEV_TYPE_SUPPLIER, "name", "Leverancier",
                      "country", "Nederland", "notes", "Notitie", NULL);
  g_assert_true (lev_store_commit (store, NULL));
}

static void
make_bare (BenchResult *result,
           gpointer     path)
{
  sqlite3 *database = bench_open (path);

  bench_execute (database, "CREATE TABLE supplier (id TEXT NOT NULL PRIMARY KEY, name TEXT,"
                           " country TEXT, notes TEXT) STRICT;"
                           "CREATE TABLE log (id INTEGER PRIMARY KEY, record TEXT, clock INTEGER,"
                           " cells TEXT) STRICT;"
                           "CREATE INDEX log_record ON log (record, clock); BEGIN;");
  for (guint i = 0; i < N_SUPPLIERS; i++)
    {
      g_autofree char *sql = NULL;

      sql = g_strdup_printf ("INSERT INTO supplier VALUES ('%036u', 'Leverancier', 'Nederland',"
                             " 'Notitie'); INSERT INTO log VALUES (NULL, '%036u', 0, 'Notitie')",
                             i, i);
      bench_execute (database, sql);
    }
  bench_execute (database, "COMMIT");
  sqlite3_close (database);
}

static const struct
{
  const char *name;
  BenchJob    prepare;
  BenchJob    job;
} jobs[] = {
  { "store", make_store, edit_store },
  { "bare row", make_bare, edit_bare_row },
  { "bare row and log", make_bare, edit_bare_log },
};

int
main (int    argc,
      char **argv)
{
  static double figures[G_N_ELEMENTS (jobs)][N_ROUNDS * N_EDITS];
  static BenchResult result;
  g_autofree char *folder = bench_folder ();
  double middle[G_N_ELEMENTS (jobs)], late[G_N_ELEMENTS (jobs)];
  long peak[G_N_ELEMENTS (jobs)] = { 0 };

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
      {
        g_autofree char *name = g_strdup_printf ("%u.levman", i);
        g_autofree char *path = g_build_filename (folder, name, NULL);

        if (round == 0)
          bench_run (jobs[i].prepare, path, &result);
        bench_run (jobs[i].job, path, &result);
        /* Without the first, which makes the journal. */
        memcpy (&figures[i][round * N_EDITS], result.figures + 1, N_EDITS * sizeof (double));
        peak[i] = MAX (peak[i], result.peak_kib);
      }
  bench_remove (folder);

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      middle[i] = bench_share (figures[i], N_ROUNDS * N_EDITS, 0.50) * 1000;
      late[i] = bench_share (figures[i], N_ROUNDS * N_EDITS, 0.99) * 1000;
      g_print ("durable edit, %-17s p50 %.2f ms, p99 %.2f ms, peak memory %.1f MB\n", jobs[i].name,
               middle[i], late[i], (double) peak[i] / 1024);
    }
  for (guint i = 1; i < G_N_ELEMENTS (jobs); i++)
    g_print ("ratio to the %s: p50 %.2f, p99 %.2f (at most 2)\n", jobs[i].name,
             middle[0] / middle[i], late[0] / late[i]);

  return 0;
}
