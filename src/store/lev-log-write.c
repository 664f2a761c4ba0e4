#include "lev-log-private.h"

#include "lev-record.h"

/* What a local operation overwrites: the one head of its cell, or all of them, which settles a
 * conflict. */
static gboolean
find_overwritten (LevLog     *self,
                  const char *record,
                  const char *field,
                  char      **overwrites,
                  GError    **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;

  *overwrites = NULL;
  if (lev_log_has_conflict (self, record, field))
    {
      g_autoptr (GPtrArray) heads = lev_log_list_heads (self, record, field, error);
      g_autoptr (GString) names = g_string_new (NULL);

      if (heads == NULL)
        return FALSE;
      for (guint i = 0; i < heads->len; i++)
        {
          g_autofree char *name = lev_operation_dup_name (g_ptr_array_index (heads, i));

          g_string_append_printf (names, "%s%s", i > 0 ? " " : "", name);
        }
      *overwrites = g_string_free (g_steal_pointer (&names), FALSE);
      return TRUE;
    }

  statement = lev_database_prepare (self->database,
                                    "SELECT w.name || ':' || o.sequence FROM operation o"
                                    " JOIN writer w ON w.id = o.writer"
                                    " WHERE o.record = ? AND o.field = ?"
                                    " ORDER BY o.clock DESC LIMIT 1",
                                    error);
  if (statement == NULL)
    return FALSE;

  lev_database_bind_text (statement, 1, record);
  lev_database_bind_text (statement, 2, field);
  if (!lev_database_step (self->database, statement, &has_row, error))
    return FALSE;
  if (has_row)
    *overwrites = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);

  return TRUE;
}

static guint32
checksum_head (const char *record,
               const char *field,
               gint64      writer_id,
               gint64      sequence)
{
  guint32 sum = lev_checksum_add_text (lev_checksum_add_text (0, record), field);

  sum = lev_checksum_add_int (lev_checksum_add_int (sum, writer_id), sequence);

  return lev_checksum_end (sum);
}

static gboolean
forget_heads (LevLog     *self,
              const char *record,
              const char *field,
              GError    **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;

  statement = lev_database_prepare (self->database,
                                    "DELETE FROM head WHERE record = ? AND field = ?"
                                    " RETURNING writer, sequence",
                                    error);
  if (statement == NULL)
    return FALSE;

  lev_database_bind_text (statement, 1, record);
  lev_database_bind_text (statement, 2, field);
  while (lev_database_step (self->database, statement, &has_row, error))
    {
      if (!has_row)
        {
          sqlite3_reset (statement);
          lev_log_mark_conflict (self, record, field, FALSE);
          return TRUE;
        }
      lev_checksums_change (self->checksums, "head",
                            checksum_head (record, field, sqlite3_column_int64 (statement, 0),
                                           sqlite3_column_int64 (statement, 1)),
                            0);
    }

  return FALSE;
}

static gboolean
remember_head (LevLog             *self,
               const LevOperation *head,
               GError            **error)
{
  sqlite3_stmt *statement;
  gint64 writer_id = lev_log_ensure_writer (self, head->writer, error);

  statement = lev_database_prepare (self->database,
                                    "INSERT INTO head (record, field, writer, sequence)"
                                    " VALUES (?, ?, ?, ?)",
                                    error);
  if (writer_id == 0 || statement == NULL)
    return FALSE;

  lev_database_bind_text (statement, 1, head->record);
  lev_database_bind_text (statement, 2, head->field);
  sqlite3_bind_int64 (statement, 3, writer_id);
  sqlite3_bind_int64 (statement, 4, head->sequence);
  lev_checksums_change (self->checksums, "head", 0,
                        checksum_head (head->record, head->field, writer_id, head->sequence));

  return lev_database_run (self->database, statement, error);
}

/* Finds the heads of a cell anew, and writes them down when there is more than one. */
static gboolean
update_heads (LevLog     *self,
              const char *record,
              const char *field,
              GError    **error)
{
  g_autoptr (GPtrArray) heads = lev_log_list_heads (self, record, field, error);

  if (heads == NULL || !forget_heads (self, record, field, error))
    return FALSE;

  if (heads->len < 2)
    return TRUE;

  for (guint i = 0; i < heads->len; i++)
    if (!remember_head (self, g_ptr_array_index (heads, i), error))
      return FALSE;
  lev_log_mark_conflict (self, record, field, TRUE);

  return TRUE;
}

/* One field of @record, as it is now in memory, as an operation of the running edit. */
static gboolean
append_field (LevLog    *self,
              LevRecord *record,
              guint      field,
              gint64     edit_id,
              gint64     writer_id,
              GError   **error)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  g_autofree char *overwrites = NULL;
  LevOperation operation = {
    .sequence = self->sequence + 1,
    .clock = self->clock,
    .kind = klass->kind,
    .record = record->id,
    .field = klass->fields[field].name,
  };

  if (!record->is_new && !find_overwritten (self, record->id, operation.field, &overwrites, error))
    return FALSE;

  operation.overwrites = overwrites;
  lev_record_get_cell (record, field, &operation.value);
  if (!lev_log_append_row (self, &operation, edit_id, writer_id, error))
    return FALSE;

  self->sequence++;
  if (lev_log_has_conflict (self, record->id, operation.field))
    return forget_heads (self, record->id, operation.field, error);

  return TRUE;
}

/* A new record: an operation for each field that holds something; for one that holds nothing, an
 * empty one, so that the log knows it. */
static gboolean
append_added (LevLog    *self,
              LevRecord *record,
              gint64     edit_id,
              gint64     writer_id,
              GError   **error)
{
  guint n_appended = 0;

  for (guint i = 0; i < LEV_RECORD_GET_CLASS (record)->n_fields; i++)
    {
      LevValue value;

      lev_record_get_value (record, i, &value);
      if (lev_value_is_empty (&value))
        continue;
      if (!append_field (self, record, i, edit_id, writer_id, error))
        return FALSE;
      n_appended++;
    }

  return n_appended > 0 || append_field (self, record, 0, edit_id, writer_id, error);
}

static gboolean
append_changes (LevLog  *self,
                LevEdit *edit,
                gint64   edit_id,
                gint64   writer_id,
                GError **error)
{
  for (guint i = 0; i < edit->added->len; i++)
    if (!append_added (self, g_ptr_array_index (edit->added, i), edit_id, writer_id, error))
      return FALSE;

  for (guint i = 0; i < edit->changes->len; i++)
    {
      LevChange *change = &g_array_index (edit->changes, LevChange, i);
      LevValue now;

      lev_record_get_value (change->record, change->field, &now);
      if (lev_value_equal (&LEV_RECORD_GET_CLASS (change->record)->fields[change->field], &now,
                           &change->old))
        continue;
      if (!append_field (self, change->record, change->field, edit_id, writer_id, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
lev_log_append (LevLog            *self,
                LevEdit           *edit,
                const LevEditInfo *info,
                gint64            *edit_id,
                GError           **error)
{
  gint64 writer_id = lev_log_ensure_writer (self, self->writer, error);

  if (writer_id == 0)
    return FALSE;

  self->clock++;

  return lev_log_append_edit_row (self, info, writer_id, edit_id, error) &&
         append_changes (self, edit, *edit_id, writer_id, error);
}

static gboolean
is_known (LevLog             *self,
          const LevOperation *operation,
          gboolean           *known,
          GError            **error)
{
  sqlite3_stmt *statement;

  statement = lev_database_prepare (self->database,
                                    "SELECT 1 FROM operation o JOIN writer w ON w.id = o.writer"
                                    " WHERE o.record = ? AND o.field = ? AND w.name = ?"
                                    " AND o.sequence = ?",
                                    error);
  if (statement == NULL)
    return FALSE;

  lev_database_bind_text (statement, 1, operation->record);
  lev_database_bind_text (statement, 2, operation->field);
  lev_database_bind_text (statement, 3, operation->writer);
  sqlite3_bind_int64 (statement, 4, operation->sequence);
  if (!lev_database_step (self->database, statement, known, error))
    return FALSE;
  sqlite3_reset (statement);

  return TRUE;
}

gboolean
lev_log_merge (LevLog             *self,
               const LevEditInfo  *info,
               const LevOperation *operations,
               guint               n_operations,
               GHashTable         *touched,
               GError            **error)
{
  gint64 edit_id = 0;

  for (guint i = 0; i < n_operations; i++)
    {
      const LevOperation *operation = &operations[i];
      gint64 writer_id = lev_log_ensure_writer (self, operation->writer, error);
      gboolean known;

      if (writer_id == 0 || !is_known (self, operation, &known, error))
        return FALSE;
      if (known)
        continue;

      if (edit_id == 0 && !lev_log_append_edit_row (self, info, writer_id, &edit_id, error))
        return FALSE;
      if (!lev_log_append_row (self, operation, edit_id, writer_id, error) ||
          !update_heads (self, operation->record, operation->field, error))
        return FALSE;

      self->clock = MAX (self->clock, operation->clock);
      g_hash_table_add (touched, g_strdup (operation->record));
    }

  return TRUE;
}
