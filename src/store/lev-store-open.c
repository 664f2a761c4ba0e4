#include "lev-store-private.h"

#include "lev-backup.h"
#include "lev-location.h"
#include "lev-projection.h"
#include "lev-schema.h"

#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <sys/stat.h>

static void
set_message (GError *error,
             char   *message)
{
  g_free (error->message);
  error->message = message;
}

/* A damaged file is left as it is; what can be put in its place is said with the error. A file
 * that has backups was ours, so it is damaged too when its mark is gone. */
static void
offer_backup (const char *path,
              GError    **error)
{
  g_autofree char *backup = NULL;
  g_autofree char *base = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  gboolean is_foreign;

  if (error == NULL)
    return;

  /* What is quoted in it may be what is damaged. */
  set_message (*error, g_utf8_make_valid ((*error)->message, -1));

  is_foreign = g_error_matches (*error, LEV_STORE_ERROR, LEV_STORE_ERROR_FOREIGN);
  if (!is_foreign && !g_error_matches (*error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED))
    return;

  backup = lev_backup_find_newest (path);
  if (backup == NULL)
    {
      if (!is_foreign)
        set_message (*error,
                     g_strdup_printf (_("%s. The file is left as it is. There is no verified "
                                        "backup"),
                                      (*error)->message));
      return;
    }

  base = g_path_get_basename (backup);
  moment = lev_moment_format (lev_backup_parse_name (base));
  from = g_shell_quote (backup);
  to = g_shell_quote (path);
  (*error)->code = LEV_STORE_ERROR_DAMAGED;
  set_message (*error,
               g_strdup_printf (_("%s. The file is left as it is. The newest verified backup is of "
                                  "%s; what was changed after it is missing there. Put it back "
                                  "with: levman-review restore %s %s"),
                                (*error)->message, moment, from, to));
}

/* Makes the projection anew of the records that follow from the log, inside the running
 * transaction. */
static gboolean
write_projection (LevStore  *self,
                  GPtrArray *order,
                  GError   **error)
{
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  if (!lev_schema_create_projection (self->database, error))
    return FALSE;

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (types[i]);

      lev_checksums_clear (self->checksums, ((LevRecordClass *) klass)->kind);
    }
  for (guint i = 0; i < order->len; i++)
    if (!lev_projection_save (self->database, g_ptr_array_index (order, i), self->checksums, error))
      return FALSE;

  return lev_checksums_save (self->checksums, self->database, error);
}

/* What is in memory follows the log too, so that the next edit does not write the old back. */
static void
adopt (LevStore  *self,
       GPtrArray *order)
{
  lev_register_begin (self->records, "");
  for (guint i = 0; i < order->len; i++)
    {
      LevRecord *replayed = g_ptr_array_index (order, i);
      LevRecordClass *klass = LEV_RECORD_GET_CLASS (replayed);
      LevRecord *record = lev_register_ensure (self->records, G_OBJECT_TYPE (replayed),
                                               replayed->id, NULL);

      if (record == NULL || record->checksum == replayed->checksum)
        continue;

      for (guint j = 0; j < klass->n_fields; j++)
        {
          LevCell cell;
          LevValue value;

          lev_record_get_cell (replayed, j, &cell);
          if (lev_field_from_cell (&klass->fields[j], &cell, self->records, &value, NULL))
            lev_record_set_value (record, j, &value);
        }
      if (record->is_placeholder)
        lev_register_settle (self->records, record);
      record->checksum = replayed->checksum;
    }
  lev_register_end (self->records);
}

gboolean
lev_store_rebuild (LevStore *self,
                   GError  **error)
{
  g_autoptr (LevRegister) records = NULL;
  g_autoptr (GPtrArray) order = NULL;
  gboolean written;

  g_return_val_if_fail (LEV_IS_STORE (self), FALSE);
  g_return_val_if_fail (lev_register_get_edit (self->records) == NULL, FALSE);

  if (!lev_store_check_writable (self, error))
    return FALSE;

  records = lev_register_new ();
  order = lev_log_replay (self->log, records, error);
  if (order == NULL || !lev_database_begin (self->database, error))
    return FALSE;

  written = write_projection (self, order, error);
  if (!lev_store_end_transaction (self, written, error))
    return FALSE;
  adopt (self, order);

  return TRUE;
}

static gboolean
write_upgrade (LevStore *self,
               gint64    version,
               GError  **error)
{
  g_autoptr (LevRegister) records = lev_register_new ();
  g_autoptr (GPtrArray) order = NULL;

  if (!lev_schema_migrate (self->database, version, self->checksums, error))
    return FALSE;

  lev_checksums_clear (self->checksums, "setting");
  self->log = lev_log_open (self->database, self->checksums, error);
  if (self->log == NULL)
    return FALSE;

  order = lev_log_replay (self->log, records, error);

  return order != NULL && write_projection (self, order, error) &&
         lev_database_commit (self->database, error);
}

/* Brings an older or empty file up to this version: the tables of the log, then the projection
 * from the log; all or nothing. What was counted on the way is counted anew by the reader. */
static gboolean
upgrade (LevStore *self,
         gint64    version,
         GError  **error)
{
  gboolean done;

  if (!lev_database_begin (self->database, error))
    return FALSE;

  done = write_upgrade (self, version, error);
  if (!done)
    lev_database_rollback (self->database);

  g_clear_pointer (&self->log, lev_log_free);
  g_clear_pointer (&self->checksums, lev_checksums_free);
  self->checksums = lev_checksums_new ();

  return done;
}

/* Makes an empty database at @path, whole or not at all. */
static gboolean
create_file (const char *path,
             GError    **error)
{
  g_autofree char *temporary = g_strconcat (path, ".tmp", NULL);
  g_autofree char *journal = g_strconcat (temporary, "-journal", NULL);
  g_autoptr (LevStore) self = g_object_new (LEV_TYPE_STORE, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_EXISTS,
                   _("Making ‘%s’: the file exists already"), path);
      return FALSE;
    }

  g_unlink (temporary);
  g_unlink (journal);
  self->checksums = lev_checksums_new ();
  self->database = lev_database_open (temporary, LEV_DATABASE_CREATE, error);
  if (self->database == NULL || !upgrade (self, 0, error))
    return FALSE;
  g_clear_pointer (&self->database, lev_database_close);

  return lev_backup_move_into_place (temporary, path, error);
}

static gboolean
load (LevStore *self,
      GError  **error)
{
  self->log = lev_log_open (self->database, self->checksums, error);

  return self->log != NULL &&
         lev_projection_load (self->database, self->records, self->checksums, error);
}

/* Where the file at @path is, and since when: a copy is somewhere else, and one that took the
 * place of another is younger. NULL when it cannot be found out. */
static char *
describe_place (const char *path)
{
  g_autofree char *real = realpath (path, NULL);
  struct statx info;

  if (real == NULL || statx (AT_FDCWD, real, 0, STATX_INO | STATX_BTIME, &info) != 0)
    return NULL;

  return g_strdup_printf ("%" G_GUINT64_FORMAT " %" G_GINT64_FORMAT ".%u %s",
                          (guint64) info.stx_ino, (gint64) info.stx_btime.tv_sec,
                          info.stx_btime.tv_nsec, real);
}

static gboolean
write_place (LevStore   *self,
             const char *place,
             GError    **error)
{
  sqlite3_stmt *statement;

  if (!lev_database_execute (self->database, "DELETE FROM place", error))
    return FALSE;

  statement = lev_database_prepare (self->database, "INSERT INTO place (value) VALUES (?)", error);
  if (statement == NULL)
    return FALSE;
  lev_database_bind_text (statement, 1, place);

  return lev_database_run (self->database, statement, error) &&
         lev_log_rename_writer (self->log, NULL, error) &&
         lev_checksums_save (self->checksums, self->database, error);
}

/* A file that was copied or restored is another writer from now on: two that count on from the
 * same number would name different operations alike. */
static gboolean
check_writer (LevStore *self,
              GError  **error)
{
  g_autofree char *place = describe_place (self->path);
  sqlite3_stmt *statement;
  gboolean has_row, same, written;

  statement = lev_database_prepare (self->database, "SELECT value FROM place", error);
  if (statement == NULL || !lev_database_step (self->database, statement, &has_row, error))
    return FALSE;
  same = has_row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), place) == 0;
  sqlite3_reset (statement);
  if (same)
    return TRUE;

  if (!lev_database_begin (self->database, error))
    return FALSE;
  written = write_place (self, place != NULL ? place : "", error);

  return lev_store_end_transaction (self, written, error);
}

/* A newer version made the file: what this one knows can be read. */
static gboolean
open_newer (LevStore *self,
            GError  **error)
{
  g_free (self->notice);
  self->refusal = LEV_STORE_ERROR_TOO_NEW;
  self->notice = g_strdup_printf (_("‘%s’ was made by a newer version of Levman Review. You can "
                                    "read everything that this version knows; install the newer "
                                    "version to change it"),
                                  self->path);

  return lev_checksums_verify_all (self->database, error) && load (self, error);
}

static gboolean
open_and_check (LevStore    *self,
                LevStoreMode mode,
                GError     **error)
{
  gint64 version;

  self->database = lev_database_open (self->path,
                                      mode == LEV_STORE_READ ? LEV_DATABASE_READ_ONLY
                                                             : LEV_DATABASE_WRITE,
                                      error);
  if (self->database == NULL || !lev_database_check (self->database, error) ||
      !lev_schema_get_version (self->database, &version, error))
    return FALSE;

  if (version > LEV_SCHEMA_VERSION)
    return open_newer (self, error);

  if (version < LEV_SCHEMA_VERSION && mode == LEV_STORE_READ)
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_READ_ONLY,
                   _("Opening ‘%s’: it was made by an older version of Levman Review; open it "
                     "for writing once, which upgrades it"),
                   self->path);
      return FALSE;
    }
  if (version < LEV_SCHEMA_VERSION &&
      (!lev_backup_make (self->database, error) || !upgrade (self, version, error)))
    return FALSE;

  /* The file as it is read holds what was written. */
  return lev_schema_verify (self->database, error) && load (self, error) &&
         lev_checksums_verify (self->checksums, self->database, error);
}

LevStore *
lev_store_open (const char  *path,
                LevStoreMode mode,
                GError     **error)
{
  g_autoptr (LevStore) self = g_object_new (LEV_TYPE_STORE, NULL);

  g_return_val_if_fail (path != NULL, NULL);

  if (!lev_location_check (path, error) || (mode == LEV_STORE_CREATE && !create_file (path, error)))
    return NULL;

  self->path = g_strdup (path);
  self->checksums = lev_checksums_new ();
  self->records = lev_register_new ();
  if (mode == LEV_STORE_READ)
    self->notice = g_strdup_printf (_("‘%s’ is open for reading"), path);

  if (!open_and_check (self, mode, error))
    {
      g_clear_pointer (&self->database, lev_database_close);
      offer_backup (path, error);
      return NULL;
    }

  if (self->notice == NULL &&
      (!check_writer (self, error) ||
       (mode == LEV_STORE_WRITE && !lev_backup_make (self->database, error))))
    return NULL;

  return g_steal_pointer (&self);
}

/* Compares a record with what the log says it is. */
static gboolean
compare_record (LevStore  *self,
                LevRecord *replayed,
                GError   **error)
{
  LevRecord *stored = lev_register_lookup (self->records, replayed->id);
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (replayed);

  if (stored == NULL)
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED,
                   _("Checking ‘%s’: a record of kind “%s” (%s) of the log is missing"), self->path,
                   _(klass->label), replayed->id);
      return FALSE;
    }

  for (guint i = 0; i < klass->n_fields; i++)
    {
      LevCell a, b;

      lev_record_get_cell (stored, i, &a);
      lev_record_get_cell (replayed, i, &b);
      if (a.type == b.type && a.integer == b.integer && g_strcmp0 (a.text, b.text) == 0)
        continue;
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED,
                   _("Checking ‘%s’: “%s” of record %s is not what the log says"), self->path,
                   _(klass->fields[i].label), stored->id);
      return FALSE;
    }

  return TRUE;
}

gboolean
lev_store_check_log (LevStore *self,
                     GError  **error)
{
  g_autoptr (LevRegister) records = lev_register_new ();
  g_autoptr (GPtrArray) order = lev_log_replay (self->log, records, error);

  if (order == NULL)
    return FALSE;

  for (guint i = 0; i < order->len; i++)
    if (!compare_record (self, g_ptr_array_index (order, i), error))
      return FALSE;

  if (lev_register_count (self->records) == order->len)
    return TRUE;

  g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED,
               _("Checking ‘%s’: there are records that the log does not know"), self->path);
  return FALSE;
}
