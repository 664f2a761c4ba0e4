#include "lev-backup.h"

#include "lev-file-set.h"
#include "lev-location.h"
#include "lev-schema.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define SUFFIX       ".levman"
#define STAMP_LENGTH (strlen ("20261123T090000Z"))

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
  g_autofree char *expected = NULL;
  gint64 moment;

  if (strlen (name) < STAMP_LENGTH || !g_str_has_suffix (name, SUFFIX))
    return 0;

  iso = g_strdup_printf ("%.4s-%.2s-%.2sT%.2s:%.2s:%.2sZ", name, name + 4, name + 6, name + 9,
                         name + 11, name + 13);

  moment = lev_moment_parse (iso);
  expected = format_name (moment, 1);

  /* Only what is written as we write it: the rest is someone's own file. */
  return moment != 0 && strncmp (name, expected, STAMP_LENGTH) == 0 &&
             (name[STAMP_LENGTH] == '.' || name[STAMP_LENGTH] == '-')
           ? moment
           : 0;
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

/* A backup of a file that was about to be upgraded has the tables of an older version. */
gboolean
lev_backup_verify (const char *path,
                   GError    **error)
{
  g_autoptr (LevDatabase) database = lev_database_open (path, LEV_DATABASE_READ_ONLY, error);
  gint64 version;

  if (database == NULL || !lev_database_check (database, error) ||
      !lev_schema_get_version (database, &version, error))
    return FALSE;

  if (version == LEV_SCHEMA_VERSION && !lev_schema_verify (database, error))
    return FALSE;

  return version == 0 || lev_checksums_verify_all (database, error);
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

gboolean
lev_backup_move_into_place (const char *temporary,
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

/* Copies @database whole to @temporary, checked. The copy forgets its place: whoever puts it back,
 * in whatever way, goes on as another writer. */
static gboolean
write_copy (LevDatabase *database,
            const char  *temporary,
            GError     **error)
{
  g_autoptr (LevDatabase) copy = NULL;
  gint64 version;

  g_unlink (temporary);
  if (!lev_database_copy (database, temporary, error))
    return FALSE;

  copy = lev_database_open (temporary, LEV_DATABASE_WRITE, error);
  if (copy == NULL || !lev_schema_get_version (copy, &version, error) ||
      (version > 0 && !lev_database_execute (copy, "DELETE FROM place", error)))
    return FALSE;
  g_clear_pointer (&copy, lev_database_close);

  return lev_backup_verify (temporary, error);
}

/* Writes @target; with the files of @files, a database, beside it when that is not NULL: a database
 * is never there without its files. */
static gboolean
write_whole (LevDatabase *database,
             const char  *target,
             const char  *files,
             GError     **error)
{
  g_autofree char *temporary = g_strconcat (target, ".tmp", NULL);

  if (write_copy (database, temporary, error) &&
      (files == NULL || lev_file_set_copy (files, target, error)) &&
      lev_backup_move_into_place (temporary, target, error))
    return TRUE;

  g_unlink (temporary);
  return FALSE;
}

gboolean
lev_backup_write (LevDatabase  *database,
                  const char   *target,
                  LevBackupMode mode,
                  GError      **error)
{
  if (mode == LEV_BACKUP_KEEP && g_file_test (target, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_EXISTS,
                   _("Writing the backup ‘%s’: the file exists already"), target);
      return FALSE;
    }

  return write_whole (database, target, lev_database_get_path (database), error);
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

/* What was left when a start was cut off in the middle of its backup. */
static void
remove_unfinished (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      const char *end = strstr (name, SUFFIX ".tmp");
      g_autofree char *finished = end != NULL ? g_strndup (name, end - name + strlen (SUFFIX))
                                              : NULL;
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (finished != NULL && lev_backup_parse_name (finished) != 0)
        g_unlink (path);
    }
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

  remove_unfinished (folder);
  target = find_free_name (folder);
  if (!write_whole (database, target, NULL, error))
    return FALSE;
  remove_old (path);

  return TRUE;
}

/* A name beside @path that is free. */
static char *
find_aside_name (const char *path)
{
  char iso[LEV_MOMENT_BUFFER];
  g_autoptr (GString) stamp = g_string_new (lev_moment_to_iso (lev_clock_now (), iso));

  g_string_replace (stamp, ":", "", 0);
  for (guint count = 1;; count++)
    {
      char *name = g_strdup_printf ("%s-set-aside-%s-%u", path, stamp->str, count);

      if (!g_file_test (name, G_FILE_TEST_EXISTS))
        return name;
      g_free (name);
    }
}

/* Moves a database, with what SQLite left beside it. */
static gboolean
move_database (const char *from,
               const char *to,
               GError    **error)
{
  g_autofree char *journal = g_strconcat (from, "-journal", NULL);
  g_autofree char *moved_journal = g_strconcat (to, "-journal", NULL);

  if (g_rename (from, to) == 0 &&
      (!g_file_test (journal, G_FILE_TEST_EXISTS) || g_rename (journal, moved_journal) == 0))
    return TRUE;

  g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_READ_ONLY, _("Setting ‘%s’ aside: %s"), from,
               g_strerror (errno));
  return FALSE;
}

/* A file that is at work somewhere is not taken away from under it. */
static gboolean
check_unused (const char *path,
              GError    **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (LevDatabase) database = NULL;

  database = lev_database_open (path, LEV_DATABASE_READ_ONLY, &local_error);
  if (!g_error_matches (local_error, LEV_STORE_ERROR, LEV_STORE_ERROR_IN_USE) &&
      !g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Renames the database at @path to a free name, without its files. */
static char *
rename_aside (const char *path,
              GError    **error)
{
  g_autofree char *aside = find_aside_name (path);

  if (!check_unused (path, error) || !move_database (path, aside, error))
    return NULL;

  return g_steal_pointer (&aside);
}

gboolean
lev_backup_set_aside (const char *path,
                      char      **set_aside,
                      GError    **error)
{
  *set_aside = rename_aside (path, error);

  return *set_aside != NULL && lev_file_set_move (path, *set_aside, error);
}

/* Puts @temporary in the place of what is at @path, which goes aside. Both have the same files
 * then: those of what was there, and those that came with the backup. */
static gboolean
replace_file (const char *temporary,
              const char *path,
              char      **set_aside,
              GError    **error)
{
  g_autofree char *aside = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return lev_backup_move_into_place (temporary, path, error);

  aside = rename_aside (path, error);
  if (aside == NULL)
    return FALSE;

  if (!lev_backup_move_into_place (temporary, path, error))
    {
      move_database (aside, path, NULL);
      return FALSE;
    }
  lev_file_set_link (path, aside);
  *set_aside = g_steal_pointer (&aside);

  return TRUE;
}

gboolean
lev_backup_restore (const char *backup,
                    const char *path,
                    char      **set_aside,
                    GError    **error)
{
  g_autofree char *temporary = g_strconcat (path, ".tmp", NULL);
  g_autofree char *source = lev_file_set_dup_source (backup);
  g_autoptr (LevDatabase) database = NULL;

  *set_aside = NULL;
  if (!lev_location_check (path, error) || !lev_backup_verify (backup, error) ||
      !check_unused (path, error))
    return FALSE;

  database = lev_database_open (backup, LEV_DATABASE_READ_ONLY, error);
  if (database != NULL && write_copy (database, temporary, error) &&
      lev_file_set_copy (source, path, error) && replace_file (temporary, path, set_aside, error))
    return TRUE;

  g_unlink (temporary);
  return FALSE;
}
