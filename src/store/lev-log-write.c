#include "lev-log-private.h"

#include "lev-log-row.h"
#include "lev-record.h"

#include <glib/gi18n.h>

/* A clock that only ever grows by one never gets there; a made-up one must not make it overflow. */
#define LAST_CLOCK (G_GINT64_CONSTANT (1) << 52)

typedef struct
{
  const char *field;
  char       *name;
} Head;

/* The first one that is found is the shown one, and the last one in the end. */
static gboolean
find_head (const LevOperation *operation,
           gint64              edit_id,
           gpointer            user_data,
           GError            **error)
{
  Head *head = user_data;

  if (strcmp (operation->field, head->field) != 0)
    return TRUE;

  head->name = lev_operation_dup_name (operation);

  return FALSE;
}

/* What a local operation overwrites: the one head of its cell, or all of them, which settles a
 * conflict. */
static gboolean
find_overwritten (LevLog     *self,
                  const char *record,
                  const char *field,
                  char      **overwrites,
                  GError    **error)
{
  Head head = { field, NULL };

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

  if (!lev_log_foreach_of_record (self, record, find_head, &head, error))
    return FALSE;
  *overwrites = head.name;

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

/* The operations of the running edit on one record. */
typedef struct
{
  LevRecord *record;
  GString   *cells;
  gint64     count;
} Row;

static Row *
row_new (LevRecord *record)
{
  Row *row = g_new0 (Row, 1);

  row->record = record;
  row->cells = g_string_new (NULL);

  return row;
}

static void
row_free (Row *row)
{
  g_string_free (row->cells, TRUE);
  g_free (row);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Row, row_free)

/* One field of the record, as it is now in memory. */
static void
add_field (Row        *row,
           guint       field,
           const char *overwrites)
{
  LevCell value;

  lev_record_get_cell (row->record, field, &value);
  lev_log_row_add (row->cells, LEV_RECORD_GET_CLASS (row->record)->fields[field].name, &value,
                   overwrites);
  row->count++;
}

static gboolean
append_row (LevLog  *self,
            Row     *row,
            gint64   edit_id,
            gint64   writer_id,
            GError **error)
{
  const LevOperation first = {
    .sequence = self->now.sequence + 1,
    .clock = self->now.clock,
    .kind = LEV_RECORD_GET_CLASS (row->record)->kind,
    .record = row->record->id,
  };

  if (!lev_log_append_row (self, &first, row->count, row->cells->str, edit_id, writer_id, error))
    return FALSE;
  self->now.sequence += row->count;

  return TRUE;
}

/* A new record: an operation for each field that holds something; for one that holds nothing, an
 * empty one, so that the log knows it. @row is used over and over. */
static gboolean
append_added (LevLog    *self,
              LevRecord *record,
              Row       *row,
              gint64     edit_id,
              gint64     writer_id,
              GError   **error)
{
  row->record = record;
  row->count = 0;
  g_string_truncate (row->cells, 0);
  for (guint i = 0; i < LEV_RECORD_GET_CLASS (record)->n_fields; i++)
    {
      LevValue value;

      lev_record_get_value (record, i, &value);
      if (!lev_value_is_empty (&value))
        add_field (row, i, NULL);
    }
  if (row->count == 0)
    add_field (row, 0, NULL);

  return append_row (self, row, edit_id, writer_id, error);
}

gboolean
lev_log_is_change (LevLog          *self,
                   const LevChange *change)
{
  const LevField *field = &LEV_RECORD_GET_CLASS (change->record)->fields[change->field];
  LevValue now;

  lev_record_get_value (change->record, change->field, &now);

  return !lev_value_equal (field, &now, &change->old) ||
         lev_log_has_conflict (self, change->record->id, field->name);
}

gboolean
lev_log_has_changes (LevLog        *self,
                     const LevEdit *edit)
{
  for (guint i = 0; i < edit->changes->len; i++)
    if (lev_log_is_change (self, &g_array_index (edit->changes, LevChange, i)))
      return TRUE;

  return edit->added->len > 0;
}

static gboolean
add_change (LevLog          *self,
            const LevChange *change,
            Row             *row,
            GError         **error)
{
  const char *field = LEV_RECORD_GET_CLASS (change->record)->fields[change->field].name;
  g_autofree char *overwrites = NULL;

  if (!find_overwritten (self, change->record->id, field, &overwrites, error))
    return FALSE;
  add_field (row, change->field, overwrites);

  return !lev_log_has_conflict (self, change->record->id, field) ||
         forget_heads (self, change->record->id, field, error);
}

static gboolean
append_changes (LevLog  *self,
                LevEdit *edit,
                gint64   edit_id,
                gint64   writer_id,
                GError **error)
{
  g_autoptr (Row) added = row_new (NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) row_free);
  g_autoptr (GHashTable) by_record = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < edit->added->len; i++)
    if (!append_added (self, g_ptr_array_index (edit->added, i), added, edit_id, writer_id, error))
      return FALSE;

  for (guint i = 0; i < edit->changes->len; i++)
    {
      const LevChange *change = &g_array_index (edit->changes, LevChange, i);
      Row *row;

      if (!lev_log_is_change (self, change))
        continue;
      row = g_hash_table_lookup (by_record, change->record);
      if (row == NULL)
        {
          row = row_new (change->record);
          g_ptr_array_add (rows, row);
          g_hash_table_insert (by_record, change->record, row);
        }
      if (!add_change (self, change, row, error))
        return FALSE;
    }

  for (guint i = 0; i < rows->len; i++)
    if (!append_row (self, g_ptr_array_index (rows, i), edit_id, writer_id, error))
      return FALSE;

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
                                    " WHERE o.record = ?1 AND w.name = ?2"
                                    " AND ?3 >= o.sequence AND ?3 < o.sequence + o.count",
                                    error);
  if (statement == NULL)
    return FALSE;

  lev_database_bind_text (statement, 1, operation->record);
  lev_database_bind_text (statement, 2, operation->writer);
  sqlite3_bind_int64 (statement, 3, operation->sequence);
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

/* The name of a kind or field, or of other operations: one line of plain text. */
static gboolean
is_name (const char *text)
{
  if (text == NULL || *text == '\0' || !g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (; *text != '\0'; text++)
    if (g_ascii_iscntrl (*text))
      return FALSE;

  return TRUE;
}

/* What comes from elsewhere is not taken on trust. */
static gboolean
check_operation (const LevOperation *operation,
                 GError            **error)
{
  if (is_writer_name (operation->writer) && operation->sequence > 0 && operation->clock > 0 &&
      operation->clock <= LAST_CLOCK && is_name (operation->kind) && is_name (operation->field) &&
      operation->record != NULL && g_uuid_string_is_valid (operation->record) &&
      (operation->value.type != LEV_CELL_TEXT ||
       (operation->value.text != NULL && g_utf8_validate (operation->value.text, -1, NULL))) &&
      (operation->overwrites == NULL || is_name (operation->overwrites)))
    return TRUE;

  g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FAILED,
               _("Adding changes of writer ‘%s’: there is one that cannot be right"),
               is_writer_name (operation->writer) ? operation->writer : "?");
  return FALSE;
}

gboolean
lev_log_merge (LevLog              *self,
               const LevLoggedEdit *edit,
               GHashTable          *touched,
               GError             **error)
{
  g_autoptr (GString) cells = g_string_new (NULL);
  gint64 edit_id = 0;

  for (guint i = 0; i < edit->n_operations; i++)
    {
      const LevOperation *operation = &edit->operations[i];
      gint64 writer_id;
      gboolean known;

      if (!check_operation (operation, error) || !is_known (self, operation, &known, error))
        return FALSE;
      if (known)
        continue;

      writer_id = lev_log_ensure_writer (self, operation->writer, error);
      if (writer_id == 0)
        return FALSE;
      if (edit_id == 0 && !lev_log_append_edit_row (self, &edit->info, writer_id, &edit_id, error))
        return FALSE;
      g_string_truncate (cells, 0);
      lev_log_row_add (cells, operation->field, &operation->value, operation->overwrites);
      if (!lev_log_append_row (self, operation, 1, cells->str, edit_id, writer_id, error) ||
          !update_heads (self, operation->record, operation->field, error))
        return FALSE;

      self->now.clock = MAX (self->now.clock, operation->clock);
      if (strcmp (operation->writer, self->writer) == 0)
        self->now.sequence = MAX (self->now.sequence, operation->sequence);
      g_hash_table_add (touched, g_strdup (operation->record));
    }

  return TRUE;
}
