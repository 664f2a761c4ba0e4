/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports 100,000 suppliers from CSV into a new database, and beside it inserts the same rows with
 * bare SQLite and the same settings: only the suppliers, and in a second reading also a row of a
 * log for each, as the store keeps it. */

#include <stdlib.h>

#include "bench-fixture.h"
#include "lev-store.h"
#include "lev-supplier-import.h"

#define N_SUPPLIERS 100000
#define N_COLUMNS   8
#define N_ROUNDS    3
#define BOUND       3.0

static const char *const headings[N_COLUMNS] = {
  "number", "name", "kvk", "parent", "country", "website", "kraljic", "notes",
};

/* The text of a cell, the same in all. */
static const char *
describe_cell (guint row,
               guint column,
               char *buffer,
               gsize size)
{
  static const char *const texts[N_COLUMNS] = {
    "L-", "Leverancier ", "kvk ", "Holding ", "Nederland", "https://example.org/", "strategic",
    "Overgenomen uit de lijst van inkoop; regel ",
  };
  gboolean is_same = column == 4 || column == 6;

  if (is_same)
    g_strlcpy (buffer, texts[column], size);
  else
    g_snprintf (buffer, size, "%s%06u", texts[column], row);

  return buffer;
}

static GBytes *
make_list (void)
{
  GString *list = g_string_new (NULL);
  char buffer[100];

  for (guint column = 0; column < N_COLUMNS; column++)
    g_string_append_printf (list, "%s%c", headings[column], column + 1 < N_COLUMNS ? ';' : '\n');
  for (guint row = 0; row < N_SUPPLIERS; row++)
    for (guint column = 0; column < N_COLUMNS; column++)
      g_string_append_printf (list, "\"%s\"%c", describe_cell (row, column, buffer, sizeof buffer),
                              column + 1 < N_COLUMNS ? ';' : '\n');

  return g_string_free_to_bytes (list);
}

typedef struct
{
  const char *path;
  GBytes     *list;
} Job;

static void
insert_bare (const Job   *job,
             gboolean     with_log,
             BenchResult *result)
{
  double start = bench_now ();
  sqlite3 *database = bench_open (job->path);
  g_autoptr (GString) cells = g_string_new (NULL);
  sqlite3_stmt *insert, *append;
  char buffer[100];

  bench_execute (database,
                 "CREATE TABLE supplier (id TEXT NOT NULL PRIMARY KEY, number TEXT, name TEXT,"
                 " kvk TEXT, parent TEXT, country TEXT, website TEXT, kraljic TEXT, notes TEXT)"
                 " STRICT; CREATE TABLE log (id INTEGER PRIMARY KEY, edit INTEGER, writer INTEGER,"
                 " sequence INTEGER, count INTEGER, clock INTEGER, kind TEXT, record TEXT,"
                 " cells TEXT) STRICT; CREATE INDEX log_record ON log (record, clock); BEGIN");
  sqlite3_prepare_v2 (database, "INSERT INTO supplier VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", -1,
                      &insert, NULL);
  sqlite3_prepare_v2 (database, "INSERT INTO log VALUES (NULL, 1, 1, ?, 8, 1, 'supplier', ?, ?)",
                      -1, &append, NULL);
  for (guint row = 0; row < N_SUPPLIERS; row++)
    {
      g_autofree char *id = g_uuid_string_random ();

      g_string_truncate (cells, 0);
      sqlite3_bind_text (insert, 1, id, -1, SQLITE_STATIC);
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          describe_cell (row, column, buffer, sizeof buffer);
          sqlite3_bind_text (insert, 2 + (int) column, buffer, -1, SQLITE_TRANSIENT);
          if (with_log)
            g_string_append_printf (cells, "%s--t%s-", headings[column], buffer);
        }
      g_assert_cmpint (sqlite3_step (insert), ==, SQLITE_DONE);
      sqlite3_reset (insert);
      if (!with_log)
        continue;

      sqlite3_bind_int64 (append, 1, (gint64) row * N_COLUMNS);
      sqlite3_bind_text (append, 2, id, -1, SQLITE_STATIC);
      sqlite3_bind_text (append, 3, cells->str, (int) cells->len, SQLITE_STATIC);
      g_assert_cmpint (sqlite3_step (append), ==, SQLITE_DONE);
      sqlite3_reset (append);
    }
  bench_execute (database, "COMMIT");
  result->figures[0] = bench_now () - start;
  sqlite3_finalize (insert);
  sqlite3_finalize (append);
  sqlite3_close (database);
}

static void
insert_suppliers (BenchResult *result,
                  gpointer     job)
{
  insert_bare (job, FALSE, result);
}

static void
insert_suppliers_and_log (BenchResult *result,
                          gpointer     job)
{
  insert_bare (job, TRUE, result);
}

/* From the bytes of the list to the disk. */
static void
import_list (BenchResult *result,
             gpointer     data)
{
  const Job *job = data;
  double start = bench_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LevStore) store = lev_store_open (job->path, LEV_STORE_CREATE, &error);
  g_autoptr (LevSupplierImport) import = NULL;

  g_assert_no_error (error);
  import = lev_supplier_import_new (job->list, lev_store_get_records (store), NULL, &error);
  g_assert_no_error (error);
  result->figures[1] = bench_now () - start;
  lev_store_begin (store, "Import");
  lev_supplier_import_apply (import, &error);
  g_assert_no_error (error);
  result->figures[2] = bench_now () - start;
  lev_store_commit (store, &error);
  g_assert_no_error (error);
  result->figures[0] = bench_now () - start;
  g_print ("  read and compare %.0f ms, apply %.0f ms, commit %.0f ms\n", result->figures[1] * 1e3,
           (result->figures[2] - result->figures[1]) * 1e3,
           (result->figures[0] - result->figures[2]) * 1e3);
}

static const struct
{
  const char *name;
  BenchJob    job;
} jobs[] = {
  { "import", import_list },
  { "bare insert of the suppliers", insert_suppliers },
  { "bare insert with a log", insert_suppliers_and_log },
};

int
main (int   argc,
      char *argv[])
{
  static double figures[G_N_ELEMENTS (jobs)][N_ROUNDS];
  static BenchResult result;
  g_autofree char *folder = bench_folder ();
  g_autoptr (GBytes) list = make_list ();
  double middle[G_N_ELEMENTS (jobs)];
  long peak[G_N_ELEMENTS (jobs)] = { 0 };

  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
      {
        g_autofree char *name = g_strdup_printf ("%u-%u.levman", round, i);
        g_autofree char *path = g_build_filename (folder, name, NULL);
        Job job = { path, list };

        bench_run (jobs[i].job, &job, &result);
        figures[i][round] = result.figures[0];
        peak[i] = MAX (peak[i], result.peak_kib);
      }
  bench_remove (folder);

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      middle[i] = bench_share (figures[i], N_ROUNDS, 0.5);
      g_print ("%u suppliers, %-29s median %.0f ms, peak memory %ld MB\n", N_SUPPLIERS,
               jobs[i].name, middle[i] * 1e3, peak[i] / 1024);
    }
  g_print ("ratio: %.2f to the suppliers (at most %.1f), %.2f with a log\n", middle[0] / middle[1],
           BOUND, middle[0] / middle[2]);

  return EXIT_SUCCESS;
}
