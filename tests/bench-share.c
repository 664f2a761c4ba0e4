/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Joins a team: takes in a team folder of 5,000 suppliers into a new database, and beside it reads
 * the same files with a bare program, which parses each line and writes it into a table of
 * operations and one of values, with the same settings and a transaction for each file. */

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <string.h>

#include "bench-fixture.h"
#include "lev-records.h"
#include "lev-share.h"

#define N_SUPPLIERS 5000
#define N_ROUNDS    3
#define BOUND       3.0

typedef struct
{
  const char *path;
  const char *team;
} Job;

/* Somebody's database, shared. */
static void
make_team (const char *folder,
           const char *team)
{
  g_autofree char *path = g_build_filename (folder, "first.levman", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (LevStore) store = lev_store_open (path, LEV_STORE_CREATE, &error);
  g_autoptr (LevShare) share = lev_share_new (team);

  g_assert_no_error (error);
  lev_store_begin (store, "Import");
  for (guint i = 0; i < N_SUPPLIERS; i++)
    {
      g_autofree char *name = g_strdup_printf ("Leverancier %u", i);
      g_autofree char *number = g_strdup_printf ("L-%06u", i);

      lev_register_add (lev_store_get_records (store), LEV_TYPE_SUPPLIER, "name", name, "number",
                        number, "country", "Nederland", "notes", "Overgenomen uit de lijst", NULL);
    }
  lev_store_commit (store, &error);
  g_assert_no_error (error);
  lev_share_run (share, store, &error);
  g_assert_no_error (error);
}

/* Figures: everything, the longest part in the thread of the store, the first part, the last. */
static void
join_team (BenchResult *result,
           gpointer     data)
{
  const Job *job = data;
  g_autoptr (GError) error = NULL;
  double start = bench_now ();
  g_autoptr (LevStore) store = lev_store_open (job->path, LEV_STORE_CREATE, &error);
  g_autoptr (LevShare) share = lev_share_new (job->team);
  gboolean more = TRUE;
  double longest = 0, before = start;

  g_assert_no_error (error);
  lev_share_begin (share, store, &error);
  lev_share_look (share, NULL, &error);
  while (more)
    {
      before = bench_now ();
      lev_share_take_in (share, store, &more, &error);
      g_assert_no_error (error);
      if (more)
        longest = MAX (longest, bench_now () - before);
    }
  result->figures[2] = bench_now () - before;
  lev_share_hand_over (share, NULL, &error);
  g_assert_no_error (error);
  result->figures[0] = bench_now () - start;
  result->figures[1] = longest;
  g_print ("  longest part in the window's thread %.0f ms, the last one %.0f ms\n", longest * 1e3,
           result->figures[2] * 1e3);
}

static void
insert_line (sqlite3_stmt *append,
             sqlite3_stmt *upsert,
             const char   *line)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonObject *object;
  const char *record, *field, *value;

  g_assert_true (json_parser_load_from_data (parser, line, -1, NULL));
  object = json_node_get_object (json_parser_get_root (parser));
  if (!json_object_has_member (object, "sequence"))
    return;

  record = json_object_get_string_member (object, "record");
  field = json_object_get_string_member (object, "field");
  value = json_object_get_string_member (object, "value");
  sqlite3_bind_int64 (append, 1, json_object_get_int_member (object, "sequence"));
  sqlite3_bind_text (append, 2, record, -1, SQLITE_STATIC);
  sqlite3_bind_text (append, 3, field, -1, SQLITE_STATIC);
  sqlite3_bind_text (append, 4, value, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (append), ==, SQLITE_DONE);
  sqlite3_reset (append);
  sqlite3_bind_text (upsert, 1, record, -1, SQLITE_STATIC);
  sqlite3_bind_text (upsert, 2, field, -1, SQLITE_STATIC);
  sqlite3_bind_text (upsert, 3, value, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (upsert), ==, SQLITE_DONE);
  sqlite3_reset (upsert);
}

static void
read_file (sqlite3      *database,
           sqlite3_stmt *append,
           sqlite3_stmt *upsert,
           const char   *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  lines = g_strsplit (text, "\n", -1);
  bench_execute (database, "BEGIN");
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      insert_line (append, upsert, lines[i]);
  bench_execute (database, "COMMIT");
}

static void
read_bare (BenchResult *result,
           gpointer     data)
{
  const Job *job = data;
  double start = bench_now ();
  sqlite3 *database = bench_open (job->path);
  g_autoptr (GDir) team = g_dir_open (job->team, 0, NULL);
  g_autofree char *writer = g_build_filename (job->team, g_dir_read_name (team), NULL);
  g_autoptr (GDir) files = g_dir_open (writer, 0, NULL);
  sqlite3_stmt *append, *upsert;
  const char *name;

  bench_execute (database,
                 "CREATE TABLE log (id INTEGER PRIMARY KEY, sequence INTEGER, record TEXT,"
                 " field TEXT, value TEXT) STRICT; CREATE INDEX log_record ON log (record);"
                 "CREATE TABLE cell (record TEXT, field TEXT, value TEXT,"
                 " PRIMARY KEY (record, field)) STRICT");
  sqlite3_prepare_v2 (database, "INSERT INTO log VALUES (NULL, ?, ?, ?, ?)", -1, &append, NULL);
  sqlite3_prepare_v2 (database, "INSERT OR REPLACE INTO cell VALUES (?, ?, ?)", -1, &upsert, NULL);
  while ((name = g_dir_read_name (files)) != NULL)
    {
      g_autofree char *path = g_build_filename (writer, name, NULL);

      read_file (database, append, upsert, path);
    }
  sqlite3_finalize (append);
  sqlite3_finalize (upsert);
  sqlite3_close (database);
  result->figures[0] = bench_now () - start;
}

int
main (void)
{
  static const BenchJob jobs[] = { join_team, read_bare };
  static double figures[G_N_ELEMENTS (jobs)][N_ROUNDS];
  static BenchResult result;
  g_autofree char *folder = bench_folder ();
  g_autofree char *team = g_build_filename (folder, "team", NULL);
  double middle[G_N_ELEMENTS (jobs)];

  g_assert_cmpint (g_mkdir_with_parents (team, 0700), ==, 0);
  make_team (folder, team);
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
      {
        g_autofree char *name = g_strdup_printf ("%u-%u.levman", round, i);
        g_autofree char *path = g_build_filename (folder, name, NULL);
        Job job = { path, team };

        bench_run (jobs[i], &job, &result);
        figures[i][round] = result.figures[0];
      }
  bench_remove (folder);

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    middle[i] = bench_share (figures[i], N_ROUNDS, 0.5);
  g_print ("%u suppliers taken in: %.0f ms, bare %.0f ms, ratio %.2f (at most %.1f)\n", N_SUPPLIERS,
           middle[0] * 1e3, middle[1] * 1e3, middle[0] / middle[1], BOUND);

  return EXIT_SUCCESS;
}
