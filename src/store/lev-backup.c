#include "lev-backup.h"

#include "lev-log.h"
#include "lev-projection.h"
#include "lev-register.h"
#include "lev-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define SUFFIX ".levman"

char *
lev_backup_dup_folder (const char *path)
{
  return g_strconcat (path, "-backups", NULL);
}

/* "20261123T090000Z", with "-2" behind it for a second one in the same second. */
static char *
format_name (gint64 moment,
             guint  count)
{
  char iso[LEV_MOMENT_BUFFER];
  g_autoptr (GString) name = g_string_new (lev_moment_to_iso (moment, iso));

  g_string_replace (name, "-", "", 0);
  g_string_replace (name, ":", "", 0);
  if (count > 1)
    g_string_append_printf (name, "-%u", count);

  return g_strconcat (name->str, SUFFIX, NULL);
}

gint64
lev_backup_parse_name (const char *name)
{
  g_autofree char *iso = NULL;

  if (strlen (name) < strlen ("20261123T090000Z") || !g_str_has_suffix (name, SUFFIX))
    return 0;

  iso = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", name, name + 4, name + 6, name + 9,
                         name + 11, name + 13);

  return lev_moment_parse (iso);
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  gint64 first = lev_backup_parse_name (a);
  gint64 second = lev_backup_parse_name (b);

  if (first != second)
    return first < second ? 1 : -1;

  /* The longer name has a number behind it, and is newer. */
  return strlen (a) != strlen (b) ? (int) strlen (b) - (int) strlen (a) : strcmp (b, a);
}

GPtrArray *
lev_backup_list (const char *path)
{
  g_autofree char *folder = lev_backup_dup_folder (path);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (lev_backup_parse_name (name) != 0)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort_values (names, compare_newest_first);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *base = g_ptr_array_index (names, i);

      g_ptr_array_index (names, i) = g_build_filename (folder, base, NULL);
    }

  return names;
}

char *
lev_backup_find_newest (const char *path)
{
  g_autoptr (GPtrArray) names = lev_backup_list (path);

  for (guint i = 0; i < names->len; i++)
    if (lev_backup_verify (g_ptr_array_index (names, i), NULL))
      return g_strdup (g_ptr_array_index (names, i));

  return NULL;
}

gboolean
lev_backup_verify (const char *path,
                   GError    **error)
{
  g_autoptr (LevDatabase) database = lev_database_open (path, LEV_DATABASE_READ_ONLY, error);
  g_autoptr (LevChecksums) checksums = lev_checksums_new ();
  g_autoptr (LevRegister) records = lev_register_new ();
  g_autoptr (LevLog) log = NULL;

  if (database == NULL || !lev_database_check (database, error) ||
      !lev_schema_verify (database, error))
    return FALSE;

  log = lev_log_open (database, checksums, error);

  return log != NULL && lev_projection_load (database, records, checksums, error) &&
         lev_log_add_up (log, error) && lev_checksums_verify (checksums, database, error);
}

/* Makes sure that what was written to @path, a file or a folder, is on the disk. */
static gboolean
sync_path (const char *path,
           GError    **error)
{
  int fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  gboolean synced = fd >= 0 && fsync (fd) == 0;

  if (!synced)
    g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FAILED, _("Writing ‘%s’: %s"), path,
                 g_strerror (errno));
  if (fd >= 0)
    close (fd);

  return synced;
}

static gboolean
move_into_place (const char *temporary,
                 const char *target,
                 GError    **error)
{
  g_autofree char *folder = g_path_get_dirname (target);

  if (!sync_path (temporary, error))
    return FALSE;

  if (g_rename (temporary, target) != 0)
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FAILED, _("Writing ‘%s’: %s"), target,
                   g_strerror (errno));
      return FALSE;
    }

  return sync_path (folder, error);
}

static gboolean
vacuum_into (LevDatabase *database,
             const char  *temporary,
             GError     **error)
{
  sqlite3_stmt *statement = lev_database_prepare (database, "VACUUM INTO ?", error);

  if (statement == NULL)
    return FALSE;
  lev_database_bind_text (statement, 1, temporary);

  return lev_database_run (database, statement, error);
}

gboolean
lev_backup_write (LevDatabase *database,
                  const char  *target,
                  GError     **error)
{
  g_autofree char *temporary = g_strconcat (target, ".tmp", NULL);

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_EXISTS,
                   _("Writing the backup ‘%s’: the file exists already"), target);
      return FALSE;
    }

  g_unlink (temporary);
  if (vacuum_into (database, temporary, error) && lev_backup_verify (temporary, error) &&
      move_into_place (temporary, target, error))
    return TRUE;

  g_unlink (temporary);
  return FALSE;
}

/* Marks the newest of each period of the last @count periods in which there was one. */
static void
keep_periods (const gint64 *moments,
              guint n_moments,
              gboolean *kept,
              guint count,
              gint64 (*get_period) (gint64 moment))
{
  gint64 last = G_MININT64;

  for (guint i = 0; i < n_moments && count > 0; i++)
    {
      gint64 period = get_period (moments[i]);

      if (period == last)
        continue;
      kept[i] = TRUE;
      last = period;
      count--;
    }
}

static gint64
get_day (gint64 moment)
{
  return lev_moment_get_date (moment);
}

static gint64
get_week (gint64 moment)
{
  return (lev_moment_get_date (moment) - 1) / 7; /* Julian day 1 is a Monday */
}

static gint64
get_month (gint64 moment)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, lev_moment_get_date (moment));

  return g_date_get_year (&date) * 12 + g_date_get_month (&date);
}

void
lev_backup_choose_kept (const gint64 *moments,
                        guint         n_moments,
                        gboolean     *kept)
{
  for (guint i = 0; i < n_moments; i++)
    kept[i] = i < 10;

  keep_periods (moments, n_moments, kept, 12, get_day);
  keep_periods (moments, n_moments, kept, 10, get_week);
  keep_periods (moments, n_moments, kept, 9, get_month);
}

static void
remove_old (const char *path)
{
  g_autoptr (GPtrArray) names = lev_backup_list (path);
  g_autofree gint64 *moments = g_new0 (gint64, names->len + 1);
  g_autofree gboolean *kept = g_new0 (gboolean, names->len + 1);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *base = g_path_get_basename (g_ptr_array_index (names, i));

      moments[i] = lev_backup_parse_name (base);
    }
  lev_backup_choose_kept (moments, names->len, kept);

  for (guint i = 0; i < names->len; i++)
    if (!kept[i])
      g_unlink (g_ptr_array_index (names, i));
}

static char *
find_free_name (const char *folder)
{
  for (guint count = 1;; count++)
    {
      g_autofree char *name = format_name (lev_clock_now (), count);
      char *target = g_build_filename (folder, name, NULL);

      if (!g_file_test (target, G_FILE_TEST_EXISTS))
        return target;
      g_free (target);
    }
}

gboolean
lev_backup_make (LevDatabase *database,
                 GError     **error)
{
  const char *path = lev_database_get_path (database);
  g_autofree char *folder = lev_backup_dup_folder (path);
  g_autofree char *target = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_READ_ONLY,
                   _("Making a backup of ‘%s’: the folder ‘%s’ cannot be made (%s)"), path, folder,
                   g_strerror (errno));
      return FALSE;
    }

  target = find_free_name (folder);
  if (!lev_backup_write (database, target, error))
    return FALSE;
  remove_old (path);

  return TRUE;
}

/* Moves the file at @path, with what SQLite left beside it, out of the way. */
static gboolean
set_file_aside (const char *path,
                char      **set_aside,
                GError    **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *moved_journal = NULL;
  char iso[LEV_MOMENT_BUFFER];
  g_autoptr (GString) stamp = g_string_new (lev_moment_to_iso (lev_clock_now (), iso));

  g_string_replace (stamp, ":", "", 0);
  for (guint count = 1; *set_aside == NULL; count++)
    {
      g_autofree char *name = g_strdup_printf ("%s-set-aside-%s-%u", path, stamp->str, count);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        *set_aside = g_steal_pointer (&name);
    }

  moved_journal = g_strconcat (*set_aside, "-journal", NULL);
  if (g_rename (path, *set_aside) != 0 ||
      (g_file_test (journal, G_FILE_TEST_EXISTS) && g_rename (journal, moved_journal) != 0))
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_READ_ONLY, _("Setting ‘%s’ aside: %s"),
                   path, g_strerror (errno));
      g_clear_pointer (set_aside, g_free);
      return FALSE;
    }

  return TRUE;
}

gboolean
lev_backup_restore (const char *backup,
                    const char *path,
                    char      **set_aside,
                    GError    **error)
{
  g_autofree char *temporary = g_strconcat (path, ".tmp", NULL);
  g_autoptr (LevDatabase) database = NULL;

  *set_aside = NULL;
  if (!lev_backup_verify (backup, error))
    return FALSE;

  database = lev_database_open (backup, LEV_DATABASE_READ_ONLY, error);
  g_unlink (temporary);
  if (database == NULL || !vacuum_into (database, temporary, error) ||
      !lev_backup_verify (temporary, error) ||
      (g_file_test (path, G_FILE_TEST_EXISTS) && !set_file_aside (path, set_aside, error)) ||
      !move_into_place (temporary, path, error))
    {
      g_unlink (temporary);
      return FALSE;
    }

  return TRUE;
}
