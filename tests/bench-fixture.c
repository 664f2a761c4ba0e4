#include "bench-fixture.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

void
bench_run (BenchJob     job,
           gpointer     data,
           BenchResult *result)
{
  struct rusage usage;
  int fds[2];
  int status;
  pid_t child;
  FILE *in, *out;

  g_assert_cmpint (pipe (fds), ==, 0);
  child = fork ();
  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    {
      close (fds[0]);
      memset (result, 0, sizeof *result);
      job (result, data);
      out = fdopen (fds[1], "w");
      g_assert_cmpuint (fwrite (result, sizeof *result, 1, out), ==, 1);
      fclose (out);
      _exit (0);
    }

  close (fds[1]);
  in = fdopen (fds[0], "r");
  g_assert_cmpuint (fread (result, sizeof *result, 1, in), ==, 1);
  fclose (in);
  g_assert_cmpint (wait4 (child, &status, 0, &usage), ==, child);
  g_assert_cmpint (status, ==, 0);
  result->peak_kib = usage.ru_maxrss;
}

double
bench_now (void)
{
  return (double) g_get_monotonic_time () / G_USEC_PER_SEC;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

double
bench_share (double *figures,
             guint   n_figures,
             double  share)
{
  g_assert_cmpuint (n_figures, >, 0);
  qsort (figures, n_figures, sizeof *figures, compare_doubles);

  return figures[MIN ((guint) (share * n_figures), n_figures - 1)];
}

char *
bench_folder (void)
{
  const char *build = g_getenv ("LEVMAN_BUILDDIR");
  char *folder = g_build_filename (build != NULL ? build : ".", "bench-XXXXXX", NULL);

  g_assert_nonnull (g_mkdtemp (folder));

  return folder;
}

void
bench_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (folder, name, NULL);

      bench_remove (child);
    }
  g_remove (folder);
}

void
bench_execute (sqlite3    *database,
               const char *sql)
{
  if (sqlite3_exec (database, sql, NULL, NULL, NULL) != SQLITE_OK)
    g_error ("%s: %s", sql, sqlite3_errmsg (database));
}

sqlite3 *
bench_open (const char *path)
{
  sqlite3 *database;

  g_assert_cmpint (sqlite3_open (path, &database), ==, SQLITE_OK);
  bench_execute (database, "PRAGMA cache_size=-65536; PRAGMA locking_mode=EXCLUSIVE;"
                           "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;");

  return database;
}

static void
read_table (sqlite3    *database,
            const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\"", table);
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (database, sql, -1, &statement, NULL), ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      {
        if (sqlite3_column_type (statement, i) == SQLITE_INTEGER)
          sqlite3_column_int64 (statement, i);
        else
          sqlite3_column_text (statement, i);
      }
  sqlite3_finalize (statement);
}

void
bench_read (sqlite3 *database)
{
  sqlite3_stmt *statement;

  sqlite3_prepare_v2 (database, "SELECT name FROM sqlite_schema WHERE type = 'table'", -1,
                      &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    read_table (database, (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
}
