#include "lev-store-private.h"

#include "lev-backup.h"
#include "lev-edit-rules.h"
#include "lev-file-set.h"
#include "lev-projection.h"

G_DEFINE_FINAL_TYPE (LevStore, lev_store, G_TYPE_OBJECT)

static void
lev_store_finalize (GObject *object)
{
  LevStore *self = LEV_STORE (object);

  g_clear_pointer (&self->unsaved, g_ptr_array_unref);
  g_clear_error (&self->unsaved_error);
  g_clear_object (&self->records);
  g_clear_pointer (&self->log, lev_log_free);
  g_clear_pointer (&self->checksums, lev_checksums_free);
  g_clear_pointer (&self->database, lev_database_close);
  g_free (self->notice);
  g_free (self->author);
  g_free (self->path);

  G_OBJECT_CLASS (lev_store_parent_class)->finalize (object);
}

static void
lev_store_class_init (LevStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lev_store_finalize;
}

static void
lev_store_init (LevStore *self)
{
  const char *name = g_get_real_name ();

  self->refusal = LEV_STORE_ERROR_READ_ONLY;
  self->unsaved = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_edit_free);
  self->author = g_strdup (g_strcmp0 (name, "Unknown") != 0 ? name : g_get_user_name ());
}

LevRegister *
lev_store_get_records (LevStore *self)
{
  g_return_val_if_fail (LEV_IS_STORE (self), NULL);

  return self->records;
}

const char *
lev_store_get_path (LevStore *self)
{
  g_return_val_if_fail (LEV_IS_STORE (self), NULL);

  return self->path;
}

LevLog *
lev_store_get_log (LevStore *self)
{
  g_return_val_if_fail (LEV_IS_STORE (self), NULL);

  return self->log;
}

const char *
lev_store_get_notice (LevStore *self)
{
  g_return_val_if_fail (LEV_IS_STORE (self), NULL);

  return self->notice;
}

LevStoreError
lev_store_get_refusal (LevStore *self)
{
  g_return_val_if_fail (LEV_IS_STORE (self), LEV_STORE_ERROR_READ_ONLY);

  return self->refusal;
}

void
lev_store_set_author (LevStore   *self,
                      const char *author)
{
  g_return_if_fail (LEV_IS_STORE (self));

  g_set_str (&self->author, author);
}

void
lev_store_begin (LevStore   *self,
                 const char *label)
{
  g_return_if_fail (LEV_IS_STORE (self));

  if (self->depth == 0)
    lev_store_save_again (self, NULL);
  lev_register_begin (self->records, label);
  self->depth++;
}

void
lev_store_abandon (LevStore *self)
{
  g_return_if_fail (LEV_IS_STORE (self));

  lev_register_abandon (self->records);
  self->depth = 0;
}

gboolean
lev_store_end_transaction (LevStore *self,
                           gboolean  written,
                           GError  **error)
{
  g_autoptr (GError) log_error = NULL;
  g_autoptr (GCancellable) calm = g_cancellable_new ();

  /* This end is not cancelled halfway, and neither is what memory learns of it. */
  g_cancellable_push_current (calm);
  if (written)
    written = lev_database_commit (self->database, error);
  if (!written)
    lev_database_rollback (self->database);

  lev_checksums_settle (self->checksums, written);
  if (!lev_log_settle (self->log, written, &log_error))
    g_warning ("%s", log_error->message);
  g_cancellable_pop_current (calm);

  return written;
}

/* The records that the edit touches, each once. */
static GPtrArray *
list_touched (LevEdit *edit)
{
  GPtrArray *touched = g_ptr_array_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  g_ptr_array_extend (touched, edit->added, NULL, NULL);
  for (guint i = 0; i < edit->changes->len; i++)
    {
      LevRecord *record = g_array_index (edit->changes, LevChange, i).record;

      if (g_hash_table_add (seen, record))
        g_ptr_array_add (touched, record);
    }

  return touched;
}

static gboolean
write_projection (LevStore  *self,
                  GPtrArray *touched,
                  GError   **error)
{
  for (guint i = 0; i < touched->len; i++)
    if (!lev_projection_save (self->database, g_ptr_array_index (touched, i), self->checksums,
                              error))
      return FALSE;

  return lev_checksums_save (self->checksums, self->database, error);
}

/* After what arrived did not come through: everything as it was, also what the rows add up to. */
static void
put_back (LevStore  *self,
          GPtrArray *touched)
{
  g_autoptr (GPtrArray) existing = g_ptr_array_new ();

  for (guint i = 0; i < touched->len; i++)
    if (!LEV_RECORD (g_ptr_array_index (touched, i))->is_new)
      g_ptr_array_add (existing, g_ptr_array_index (touched, i));

  lev_register_abandon (self->records);
  for (guint i = 0; i < existing->len; i++)
    LEV_RECORD (g_ptr_array_index (existing, i))->checksum = lev_projection_checksum (
      g_ptr_array_index (existing, i));
}

gboolean
lev_store_check_writable (LevStore *self,
                          GError  **error)
{
  if (self->notice == NULL)
    return TRUE;

  g_set_error_literal (error, LEV_STORE_ERROR, self->refusal, self->notice);
  return FALSE;
}

/* Writes @edit to the log and the projection, and restores what the rows add up to when that fails. */
static gboolean
write_edit (LevStore *self,
            LevEdit  *edit,
            gint64    takes_back,
            GError  **error)
{
  const LevEditInfo info = { edit->label, self->author, lev_clock_now (), takes_back };
  g_autoptr (GPtrArray) touched = list_touched (edit);
  g_autofree guint32 *checksums = g_new (guint32, touched->len + 1);
  gboolean written;
  gint64 edit_id;

  if (!lev_database_begin (self->database, error))
    return FALSE;

  for (guint i = 0; i < touched->len; i++)
    checksums[i] = LEV_RECORD (g_ptr_array_index (touched, i))->checksum;

  written = lev_log_append (self->log, edit, &info, &edit_id, error) &&
            write_projection (self, touched, error);
  if (lev_store_end_transaction (self, written, error))
    {
      lev_log_note_edit (self->log, edit_id, takes_back);
      return TRUE;
    }

  for (guint i = 0; i < touched->len; i++)
    LEV_RECORD (g_ptr_array_index (touched, i))->checksum = checksums[i];
  return FALSE;
}

/* Lets the running edit stand, to be written later. */
static void
keep_unsaved (LevStore *self)
{
  g_ptr_array_add (self->unsaved, lev_register_take_edit (self->records));
}

/* Writes the running edit, behind those that still wait. */
static gboolean
write_running (LevStore *self,
               gint64    takes_back,
               GError  **error)
{
  g_autoptr (GError) local_error = NULL;

  if (self->unsaved->len > 0)
    {
      keep_unsaved (self);
      return TRUE;
    }

  if (write_edit (self, lev_register_get_edit (self->records), takes_back, &local_error))
    {
      lev_register_end (self->records);
      return TRUE;
    }

  if (!self->keeps_unsaved || takes_back != 0 ||
      g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      lev_register_abandon (self->records);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  keep_unsaved (self);
  g_clear_error (&self->unsaved_error);
  self->unsaved_error = g_steal_pointer (&local_error);

  return TRUE;
}

gboolean
lev_store_commit_edit (LevStore *self,
                       gint64    takes_back,
                       GError  **error)
{
  LevEdit *edit = lev_register_get_edit (self->records);

  /* Taking back is written down even when someone else's change left nothing of it: then the next
   * one takes back what is before it. */
  if (takes_back == 0 && !lev_log_has_changes (self->log, edit))
    {
      lev_register_end (self->records);
      return TRUE;
    }

  if (!lev_store_check_writable (self, error) || !lev_edit_check_rules (edit, error))
    {
      lev_register_abandon (self->records);
      return FALSE;
    }

  return write_running (self, takes_back, error);
}

gboolean
lev_store_save_again (LevStore *self,
                      GError  **error)
{
  g_return_val_if_fail (LEV_IS_STORE (self), FALSE);

  while (self->unsaved->len > 0)
    {
      g_autoptr (GError) local_error = NULL;

      if (!write_edit (self, g_ptr_array_index (self->unsaved, 0), 0, &local_error))
        {
          g_clear_error (&self->unsaved_error);
          self->unsaved_error = g_error_copy (local_error);
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      g_ptr_array_remove_index (self->unsaved, 0);
    }
  g_clear_error (&self->unsaved_error);

  return TRUE;
}

gboolean
lev_store_commit (LevStore *self,
                  GError  **error)
{
  g_return_val_if_fail (LEV_IS_STORE (self), FALSE);
  g_return_val_if_fail (self->depth > 0, FALSE);

  if (self->depth > 1)
    {
      self->depth--;
      lev_register_end (self->records);
      return TRUE;
    }
  self->depth = 0;

  return lev_store_commit_edit (self, 0, error);
}

/* Brings one record to what the log now says, in memory and in the projection. One that was not
 * here before joins @arrived. */
static gboolean
refresh_record (LevStore   *self,
                const char *id,
                GPtrArray  *arrived,
                GError    **error)
{
  LevRecord *record;

  if (!lev_log_refresh (self->log, self->records, id, &record, error))
    return FALSE;

  if (record == NULL)
    return TRUE;

  if (record->is_placeholder)
    {
      g_ptr_array_add (arrived, record);
      lev_register_settle (self->records, record);
    }

  return lev_projection_save (self->database, record, self->checksums, error);
}

static gboolean
merge_records (LevStore            *self,
               const LevLoggedEdit *edits,
               guint                n_edits,
               GPtrArray           *arrived,
               GError             **error)
{
  g_autoptr (GHashTable) touched = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < n_edits; i++)
    if (!lev_log_merge (self->log, &edits[i], touched, error))
      return FALSE;

  for (guint i = 0; i < n_edits; i++)
    for (guint j = 0; j < edits[i].n_operations; j++)
      if (g_hash_table_remove (touched, edits[i].operations[j].record) &&
          !refresh_record (self, edits[i].operations[j].record, arrived, error))
        return FALSE;

  return lev_checksums_save (self->checksums, self->database, error);
}

/* What arrived in a transaction that did not come through is only referred to again. */
static void
send_back (LevStore  *self,
           GPtrArray *arrived)
{
  const LevValue nothing = { 0 };

  for (guint i = 0; i < arrived->len; i++)
    {
      LevRecord *record = g_ptr_array_index (arrived, i);

      lev_register_list_out (self->records, record);
      record->is_placeholder = TRUE;
      record->checksum = 0;
      for (guint j = 0; j < LEV_RECORD_GET_CLASS (record)->n_fields; j++)
        lev_record_load_value (record, j, &nothing);
    }
}

gboolean
lev_store_merge (LevStore            *self,
                 const LevLoggedEdit *edits,
                 guint                n_edits,
                 GError             **error)
{
  g_autoptr (GPtrArray) arrived = g_ptr_array_new ();
  g_autoptr (GPtrArray) changed = NULL;
  gboolean written;

  g_return_val_if_fail (LEV_IS_STORE (self), FALSE);
  g_return_val_if_fail (lev_register_get_edit (self->records) == NULL, FALSE);

  if (!lev_store_check_writable (self, error) || !lev_store_save_again (self, error) ||
      !lev_database_begin (self->database, error))
    return FALSE;

  lev_register_begin (self->records, "");
  written = merge_records (self, edits, n_edits, arrived, error);
  if (lev_store_end_transaction (self, written, error))
    {
      lev_register_end (self->records);
      return TRUE;
    }

  changed = list_touched (lev_register_get_edit (self->records));
  send_back (self, arrived);
  put_back (self, changed);

  return FALSE;
}

gboolean
lev_store_backup (LevStore     *self,
                  const char   *target,
                  LevBackupMode mode,
                  GError      **error)
{
  g_return_val_if_fail (LEV_IS_STORE (self), FALSE);

  return lev_backup_write (self->database, target, mode, error);
}

gboolean
lev_store_make_backup (LevStore *self,
                       GError  **error)
{
  g_return_val_if_fail (LEV_IS_STORE (self), FALSE);

  return lev_backup_make (self->database, error);
}

char *
lev_store_describe_lost (LevStore *self)
{
  g_return_val_if_fail (LEV_IS_STORE (self), NULL);

  return lev_file_set_describe_lost (self->path, self->records);
}

void
lev_store_set_keeps_unsaved (LevStore *self,
                             gboolean  keeps_unsaved)
{
  g_return_if_fail (LEV_IS_STORE (self));

  self->keeps_unsaved = keeps_unsaved;
}

const GError *
lev_store_get_unsaved (LevStore *self)
{
  g_return_val_if_fail (LEV_IS_STORE (self), NULL);

  return self->unsaved->len > 0 ? self->unsaved_error : NULL;
}
