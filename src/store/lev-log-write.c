#include "lev-log-private.h"

#include "lev-record.h"

#include <glib/gi18n.h>

/* A clock that only ever grows by one never gets there; a made-up one must not make it overflow. */
#define LAST_CLOCK (G_GINT64_CONSTANT (1) << 52)

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

static gboolean
forget_heads (LevLog     *self,
              const char *record,
              const char *field,
              GError    **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;

  statement = lev_database_prepare (self->database,
                                    "DELETE FROM head WHERE record = ? AND field = ? RETURNING *",
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
      lev_checksums_change (self->checksums, "head", lev_checksum_of_row (statement), 0);
    }

  return FALSE;
}

static gboolean
remember_head (LevLog             *self,
               const LevOperation *head,
               GError            **error)
{
  gint64 writer_id = lev_log_ensure_writer (self, head->writer, error);
  const LevCell cells[] = {
    { LEV_CELL_TEXT, 0, head->record },
    { LEV_CELL_TEXT, 0, head->field },
    { LEV_CELL_INTEGER, writer_id },
    { LEV_CELL_INTEGER, head->sequence },
  };

  return writer_id != 0 &&
         lev_checksums_insert (self->checksums, self->database, "head",
                               "INSERT INTO head (record, field, writer, sequence)"
                               " VALUES (?, ?, ?, ?)",
                               cells, G_N_ELEMENTS (cells), error);
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
    .sequence = self->now.sequence + 1,
    .clock = self->now.clock,
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

  self->now.sequence++;
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

gboolean
lev_log_is_change (const LevChange *change)
{
  LevValue now;

  lev_record_get_value (change->record, change->field, &now);

  return !lev_value_equal (&LEV_RECORD_GET_CLASS (change->record)->fields[change->field], &now,
                           &change->old);
}

gboolean
lev_log_has_changes (const LevEdit *edit)
{
  for (guint i = 0; i < edit->changes->len; i++)
    if (lev_log_is_change (&g_array_index (edit->changes, LevChange, i)))
      return TRUE;

  return edit->added->len > 0;
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

      if (lev_log_is_change (change) &&
          !append_field (self, change->record, change->field, edit_id, writer_id, error))
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

  self->now.clock++;

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

static gboolean
is_writer_name (const char *name)
{
  return strlen (name) == LEV_WRITER_LENGTH &&
         strspn (name, "0123456789abcdef") == LEV_WRITER_LENGTH;
}

static gboolean
is_text (const char *text)
{
  return text != NULL && *text != '\0' && g_utf8_validate (text, -1, NULL);
}

/* What comes from elsewhere is not taken on trust. */
static gboolean
check_operation (const LevOperation *operation,
                 GError            **error)
{
  if (is_writer_name (operation->writer) && operation->sequence > 0 && operation->clock > 0 &&
      operation->clock <= LAST_CLOCK && is_text (operation->kind) && is_text (operation->field) &&
      operation->record != NULL && g_uuid_string_is_valid (operation->record) &&
      (operation->value.type != LEV_CELL_TEXT ||
       (operation->value.text != NULL && g_utf8_validate (operation->value.text, -1, NULL))) &&
      (operation->overwrites == NULL || is_text (operation->overwrites)))
    return TRUE;

  g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FAILED,
               _("Adding changes of writer ‘%s’: change %" G_GINT64_FORMAT " cannot be right"),
               is_writer_name (operation->writer) ? operation->writer : "?", operation->sequence);
  return FALSE;
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
      gint64 writer_id;
      gboolean known;

      if (!check_operation (operation, error) || !is_known (self, operation, &known, error))
        return FALSE;
      if (known)
        continue;

      writer_id = lev_log_ensure_writer (self, operation->writer, error);
      if (writer_id == 0)
        return FALSE;
      if (edit_id == 0 && !lev_log_append_edit_row (self, info, writer_id, &edit_id, error))
        return FALSE;
      if (!lev_log_append_row (self, operation, edit_id, writer_id, error) ||
          !update_heads (self, operation->record, operation->field, error))
        return FALSE;

      self->now.clock = MAX (self->now.clock, operation->clock);
      if (strcmp (operation->writer, self->writer) == 0)
        self->now.sequence = MAX (self->now.sequence, operation->sequence);
      g_hash_table_add (touched, g_strdup (operation->record));
    }

  return TRUE;
}
