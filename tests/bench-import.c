/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Imports 100,000 suppliers from CSV into a new database, and beside it inserts the same rows into
 * a bare SQLite table with the same settings. */

#include <stdlib.h>
#include <sys/resource.h>

#include <glib/gstdio.h>
#include <sqlite3.h>

#include "lev-store.h"
#include "lev-supplier-import.h"

#define N_SUPPLIERS 100000
#define N_COLUMNS   8
#define BOUND       3.0

static const char *const headings[N_COLUMNS] = {
  "number", "name", "kvk", "parent", "country", "website", "kraljic", "notes",
};

/* The text of a cell, the same in both. */
static const char *
describe_cell (guint row,
               guint column,
               char *buffer,
               gsize size)
{
  static const char *const formats[N_COLUMNS] = {
    "L-%06u", "Leverancier %u BV", "%08u", "Holding %u", "Nederland", "https://%u.example.org",
    "strategic", "Overgenomen uit de lijst van inkoop; regel %u",
  };

  g_snprintf (buffer, size, formats[column], row);

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

static void
execute (sqlite3    *database,
         const char *sql)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
}

static double
insert_bare (const char *path)
{
  sqlite3 *database;
  sqlite3_stmt *insert;
  char buffer[100];
  gint64 start;
  double seconds;

  sqlite3_open (path, &database);
  execute (database, "PRAGMA synchronous=EXTRA");
  execute (database,
           "CREATE TABLE supplier (id TEXT PRIMARY KEY, number TEXT, name TEXT, kvk TEXT, "
           "parent TEXT, country TEXT, website TEXT, kraljic TEXT, notes TEXT) STRICT");
  sqlite3_prepare_v2 (database, "INSERT INTO supplier VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", -1,
                      &insert, NULL);

  start = g_get_monotonic_time ();
  execute (database, "BEGIN");
  for (guint row = 0; row < N_SUPPLIERS; row++)
    {
      g_autofree char *id = g_uuid_string_random ();

      sqlite3_bind_text (insert, 1, id, -1, SQLITE_STATIC);
      for (guint column = 0; column < N_COLUMNS; column++)
        sqlite3_bind_text (insert, 2 + column, describe_cell (row, column, buffer, sizeof buffer),
                           -1, SQLITE_TRANSIENT);
      if (sqlite3_step (insert) != SQLITE_DONE)
        g_error ("%s", sqlite3_errmsg (database));
      sqlite3_reset (insert);
    }
  execute (database, "COMMIT");
  seconds = (g_get_monotonic_time () - start) / 1e6;

  sqlite3_finalize (insert);
  sqlite3_close (database);

  return seconds;
}

static double
import_list (const char *path,
             GBytes     *list)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LevStore) store = lev_store_open (path, LEV_STORE_CREATE, &error);
  g_autoptr (LevSupplierImport) import = NULL;
  gint64 start = g_get_monotonic_time ();
  gint64 planned;
  gint64 applied;
  gint64 committed;

  g_assert_no_error (error);
  import = lev_supplier_import_new (list, lev_store_get_records (store), NULL, &error);
  planned = g_get_monotonic_time ();
  lev_store_begin (store, "Import");
  lev_supplier_import_apply (import, &error);
  g_assert_no_error (error);
  applied = g_get_monotonic_time ();
  lev_store_commit (store, &error);
  g_assert_no_error (error);
  committed = g_get_monotonic_time ();

  g_print ("  read and compare %.0f ms, apply %.0f ms, commit %.0f ms\n", (planned - start) / 1e3,
           (applied - planned) / 1e3, (committed - applied) / 1e3);

  return (committed - start) / 1e6;
}

static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_unlink (child) != 0)
        remove_folder (child);
    }
  g_rmdir (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("bench-import-XXXXXX", NULL);
  g_autofree char *bare_path = g_build_filename (folder, "bare.db", NULL);
  g_autofree char *path = g_build_filename (folder, "import.levman", NULL);
  g_autoptr (GBytes) list = make_list ();
  struct rusage usage;
  double bare;
  double import;

  bare = insert_bare (bare_path);
  import = import_list (path, list);
  getrusage (RUSAGE_SELF, &usage);

  g_print ("import of %u suppliers: %.0f ms; bare insert: %.0f ms; ratio %.2f (at most %.1f); "
           "peak memory %ld MB\n",
           N_SUPPLIERS, import * 1000, bare * 1000, import / bare, BOUND, usage.ru_maxrss / 1024);
  remove_folder (folder);

  return import / bare <= BOUND ? EXIT_SUCCESS : EXIT_FAILURE;
}
