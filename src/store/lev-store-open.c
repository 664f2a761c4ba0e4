#include "lev-store-private.h"

#include "lev-backup.h"
#include "lev-location.h"
#include "lev-projection.h"
#include "lev-schema.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* A damaged file is left as it is; what can be put in its place is said with the error. */
static void
offer_backup (const char *path,
              GError    **error)
{
  g_autofree char *backup = NULL;
  g_autofree char *base = NULL;
  g_autofree char *moment = NULL;
  g_autofree char *message = NULL;

  if (error == NULL || !g_error_matches (*error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED))
    return;

  backup = lev_backup_find_newest (path);
  if (backup == NULL)
    message = g_strdup_printf (_("%s. The file is left as it is. There is no verified backup"),
                               (*error)->message);
  else
    {
      base = g_path_get_basename (backup);
      moment = lev_moment_format (lev_backup_parse_name (base));
      message = g_strdup_printf (_("%s. The file is left as it is. The newest verified backup is "
                                   "of %s; what was changed after it is missing there. Put it "
                                   "back with: levman-review restore '%s' '%s'"),
                                 (*error)->message, moment, backup, path);
    }

  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

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

gboolean
lev_store_rebuild (LevStore *self,
                   GError  **error)
{
  g_autoptr (LevRegister) records = lev_register_new ();
  g_autoptr (GPtrArray) order = NULL;
  gboolean written;

  order = lev_log_replay (self->log, records, error);
  if (order == NULL || !lev_database_begin (self->database, error))
    return FALSE;

  written = write_projection (self, order, error);

  return lev_store_end_transaction (self, written, error);
}

/* Brings an older file up to this version: a verified copy first, then the tables of the log, then
 * the projection from the log. */
static gboolean
upgrade (LevStore    *self,
         LevStoreMode mode,
         GError     **error)
{
  gboolean changed;

  if (mode == LEV_STORE_WRITE && !lev_backup_make (self->database, error))
    return FALSE;
  if (!lev_schema_migrate (self->database, &changed, error))
    return FALSE;

  self->log = lev_log_open (self->database, self->checksums, error);

  return self->log != NULL && lev_log_add_up (self->log, error) && lev_store_rebuild (self, error);
}

static gboolean
load (LevStore *self,
      GError  **error)
{
  if (self->log == NULL)
    self->log = lev_log_open (self->database, self->checksums, error);

  return self->log != NULL &&
         lev_projection_load (self->database, self->records, self->checksums, error);
}

/* The file as it was read holds what was written. */
static gboolean
verify (LevStore *self,
        GError  **error)
{
  return lev_log_add_up (self->log, error) &&
         lev_checksums_verify (self->checksums, self->database, error);
}

/* A file that was copied or restored is another writer from now on: two that count on from the
 * same number would name different operations alike. */
static gboolean
check_writer (LevStore *self,
              GError  **error)
{
  g_autofree char *place = NULL;
  g_autofree char *real = realpath (self->path, NULL);
  sqlite3_stmt *statement;
  gboolean has_row, same, written;
  GStatBuf info;

  if (g_stat (self->path, &info) != 0)
    return TRUE;

  place = g_strdup_printf ("%" G_GUINT64_FORMAT " %s", (guint64) info.st_ino, real);
  statement = lev_database_prepare (self->database,
                                    "SELECT value FROM setting WHERE name = 'place'", error);
  if (statement == NULL || !lev_database_step (self->database, statement, &has_row, error))
    return FALSE;
  same = has_row && g_strcmp0 ((const char *) sqlite3_column_text (statement, 0), place) == 0;
  sqlite3_reset (statement);
  if (same)
    return TRUE;

  statement = lev_database_prepare (self->database,
                                    "INSERT INTO setting (name, value) VALUES ('place', ?) "
                                    "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                                    error);
  if (statement == NULL || !lev_database_begin (self->database, error))
    return FALSE;
  lev_database_bind_text (statement, 1, place);
  written = lev_database_run (self->database, statement, error) &&
            lev_log_rename_writer (self->log, NULL, error);

  return lev_store_end_transaction (self, written, error);
}

/* A newer version made the file: what this one knows can be read. */
static gboolean
open_newer (LevStore *self,
            GError  **error)
{
  self->notice = g_strdup_printf (_("‘%s’ was made by a newer version of Levman Review. You can "
                                    "read everything that this version knows; install the newer "
                                    "version to change it"),
                                  self->path);

  return lev_database_check (self->database, error) && load (self, error);
}

static gboolean
open_and_check (LevStore    *self,
                LevStoreMode mode,
                GError     **error)
{
  static const LevDatabaseMode modes[] = {
    [LEV_STORE_READ] = LEV_DATABASE_READ_ONLY,
    [LEV_STORE_WRITE] = LEV_DATABASE_WRITE,
    [LEV_STORE_CREATE] = LEV_DATABASE_CREATE,
  };
  gint64 version;

  self->database = lev_database_open (self->path, modes[mode], error);
  if (self->database == NULL || !lev_schema_get_version (self->database, &version, error))
    return FALSE;

  if (version > LEV_SCHEMA_VERSION)
    return open_newer (self, error);

  if (!lev_database_check (self->database, error))
    return FALSE;
  if (version < LEV_SCHEMA_VERSION && mode != LEV_STORE_READ && !upgrade (self, mode, error))
    return FALSE;
  if (!lev_schema_verify (self->database, error))
    return FALSE;

  if (version < LEV_SCHEMA_VERSION)
    g_clear_pointer (&self->checksums, lev_checksums_free);
  if (self->checksums == NULL)
    {
      g_clear_pointer (&self->log, lev_log_free);
      self->checksums = lev_checksums_new ();
    }

  return load (self, error) && verify (self, error);
}

LevStore *
lev_store_open (const char  *path,
                LevStoreMode mode,
                GError     **error)
{
  g_autoptr (LevStore) self = g_object_new (LEV_TYPE_STORE, NULL);

  self->path = g_strdup (path);
  self->checksums = lev_checksums_new ();
  self->records = lev_register_new ();
  if (mode == LEV_STORE_READ)
    self->notice = g_strdup_printf (_("‘%s’ is open for reading"), path);

  if (!lev_location_check (path, error))
    return NULL;

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
