#include "lev-log.h"

#include "lev-log-private.h"
#include "lev-register.h"

#include <glib/gi18n.h>

/* The columns of `operation` with the writer's name for its number, in the order of read_row(). */
#define SELECT_OPERATION                                                                  \
  "SELECT o.id, o.edit, w.name, o.sequence, o.clock, o.kind, o.record, o.field, o.value," \
  " o.overwrites FROM operation o JOIN writer w ON w.id = o.writer "

void
lev_log_read_operation (sqlite3_stmt *statement,
                        LevOperation *operation,
                        gint64       *edit_id)
{
  const char *writer = (const char *) sqlite3_column_text (statement, 2);

  *edit_id = sqlite3_column_int64 (statement, 1);
  g_strlcpy (operation->writer, writer != NULL ? writer : "", sizeof operation->writer);
  operation->sequence = sqlite3_column_int64 (statement, 3);
  operation->clock = sqlite3_column_int64 (statement, 4);
  operation->kind = (const char *) sqlite3_column_text (statement, 5);
  operation->record = (const char *) sqlite3_column_text (statement, 6);
  operation->field = (const char *) sqlite3_column_text (statement, 7);
  lev_database_get_cell (statement, 8, &operation->value);
  operation->overwrites = (const char *) sqlite3_column_text (statement, 9);
}

LevOperation *
lev_operation_copy (const LevOperation *operation)
{
  LevOperation *copy = g_memdup2 (operation, sizeof *operation);

  copy->kind = g_strdup (operation->kind);
  copy->record = g_strdup (operation->record);
  copy->field = g_strdup (operation->field);
  copy->value.text = g_strdup (operation->value.text);
  copy->overwrites = g_strdup (operation->overwrites);

  return copy;
}

void
lev_operation_free (LevOperation *operation)
{
  g_free ((char *) operation->kind);
  g_free ((char *) operation->record);
  g_free ((char *) operation->field);
  g_free ((char *) operation->value.text);
  g_free ((char *) operation->overwrites);
  g_free (operation);
}

void
lev_log_free (LevLog *self)
{
  g_hash_table_unref (self->conflicts);
  g_hash_table_unref (self->writers);
  g_array_unref (self->undo);
  g_array_unref (self->redo);
  g_free (self);
}

const char *
lev_log_get_writer (LevLog *self)
{
  return self->writer;
}

/* The number of writer @name in this file; a new one is added. */
gint64
lev_log_ensure_writer (LevLog     *self,
                       const char *name,
                       GError    **error)
{
  gint64 *known = g_hash_table_lookup (self->writers, name);
  sqlite3_stmt *statement;
  gint64 id;

  if (known != NULL)
    return *known;

  id = g_hash_table_size (self->writers) + 1;
  statement = lev_database_prepare (self->database, "INSERT INTO writer (id, name) VALUES (?, ?)",
                                    error);
  if (statement == NULL)
    return 0;
  sqlite3_bind_int64 (statement, 1, id);
  lev_database_bind_text (statement, 2, name);
  if (!lev_database_run (self->database, statement, error))
    return 0;

  lev_checksums_change (self->checksums, "writer", 0,
                        lev_checksum_end (
                          lev_checksum_add_text (lev_checksum_add_int (0, id), name)));
  g_hash_table_insert (self->writers, g_strdup (name), g_memdup2 (&id, sizeof id));

  return id;
}

gboolean
lev_log_rename_writer (LevLog     *self,
                       const char *name,
                       GError    **error)
{
  sqlite3_stmt *statement;

  if (name != NULL)
    g_strlcpy (self->writer, name, sizeof self->writer);
  else
    g_snprintf (self->writer, sizeof self->writer, "%08x%08x", g_random_int (), g_random_int ());
  self->sequence = 0;

  statement = lev_database_prepare (self->database,
                                    "INSERT INTO setting (name, value) VALUES ('writer', ?) "
                                    "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                                    error);
  if (statement == NULL)
    return FALSE;
  lev_database_bind_text (statement, 1, self->writer);

  return lev_database_run (self->database, statement, error);
}

/* A field of a record as a key. */
static char *
cell_key (const char *record,
          const char *field)
{
  return g_strconcat (record, "/", field, NULL);
}

gboolean
lev_log_has_conflict (LevLog     *self,
                      const char *record,
                      const char *field)
{
  g_autofree char *key = NULL;

  if (g_hash_table_size (self->conflicts) == 0)
    return FALSE;

  key = cell_key (record, field);

  return g_hash_table_contains (self->conflicts, key);
}

void
lev_log_mark_conflict (LevLog     *self,
                       const char *record,
                       const char *field,
                       gboolean    conflict)
{
  char *key = cell_key (record, field);

  if (conflict)
    g_hash_table_add (self->conflicts, key);
  else
    {
      g_hash_table_remove (self->conflicts, key);
      g_free (key);
    }
}

gboolean
lev_log_foreach (LevLog          *self,
                 gint64           edit_id,
                 LevOperationFunc func,
                 gpointer         user_data,
                 GError         **error)
{
  const char *sql = edit_id != 0 ? SELECT_OPERATION "WHERE o.edit = ? ORDER BY o.id"
                                 : SELECT_OPERATION "ORDER BY o.id";
  g_autoptr (sqlite3_stmt) statement = lev_database_compile (self->database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;
  if (edit_id != 0)
    sqlite3_bind_int64 (statement, 1, edit_id);

  while (lev_database_step (self->database, statement, &has_row, error))
    {
      LevOperation operation;
      gint64 edit;

      if (!has_row)
        return TRUE;
      lev_log_read_operation (statement, &operation, &edit);
      if (!func (&operation, edit, user_data, error))
        return FALSE;
    }

  return FALSE;
}

gboolean
lev_log_append_row (LevLog             *self,
                    const LevOperation *operation,
                    gint64              edit_id,
                    gint64              writer_id,
                    GError            **error)
{
  sqlite3_stmt *statement;
  gint64 id = self->last_operation + 1;
  LevCell overwrites = { operation->overwrites != NULL ? LEV_CELL_TEXT : LEV_CELL_NULL, 0,
                         operation->overwrites };

  statement = lev_database_prepare (self->database,
                                    "INSERT INTO operation (id, edit, writer, sequence, clock,"
                                    " kind, record, field, value, overwrites)"
                                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                                    error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, id);
  sqlite3_bind_int64 (statement, 2, edit_id);
  sqlite3_bind_int64 (statement, 3, writer_id);
  sqlite3_bind_int64 (statement, 4, operation->sequence);
  sqlite3_bind_int64 (statement, 5, operation->clock);
  lev_database_bind_text (statement, 6, operation->kind);
  lev_database_bind_text (statement, 7, operation->record);
  lev_database_bind_text (statement, 8, operation->field);
  lev_database_bind_cell (statement, 9, &operation->value);
  lev_database_bind_cell (statement, 10, &overwrites);
  if (!lev_database_run (self->database, statement, error))
    return FALSE;

  self->last_operation = id;
  lev_checksums_change (self->checksums, "operation", 0,
                        lev_log_checksum_operation (id, edit_id, writer_id, operation));

  return TRUE;
}

guint32
lev_log_checksum_operation (gint64              id,
                            gint64              edit_id,
                            gint64              writer_id,
                            const LevOperation *operation)
{
  const gint64 numbers[] = { id, edit_id, writer_id, operation->sequence, operation->clock };
  guint32 sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    sum = lev_checksum_add_int (sum, numbers[i]);
  sum = lev_checksum_add_text (sum, operation->kind);
  sum = lev_checksum_add_text (sum, operation->record);
  sum = lev_checksum_add_text (sum, operation->field);
  sum = lev_checksum_add_cell (sum, &operation->value);

  sum = lev_checksum_add_text (sum, operation->overwrites != NULL ? operation->overwrites : "");

  return lev_checksum_end (sum);
}

gboolean
lev_log_append_edit_row (LevLog            *self,
                         const LevEditInfo *info,
                         gint64             writer_id,
                         gint64            *edit_id,
                         GError           **error)
{
  char moment[LEV_MOMENT_BUFFER];
  sqlite3_stmt *statement;

  statement = lev_database_prepare (self->database,
                                    "INSERT INTO edit (id, writer, label, author, moment,"
                                    " takes_back) VALUES (?, ?, ?, ?, ?, nullif (?, 0))",
                                    error);
  if (statement == NULL)
    return FALSE;

  *edit_id = self->last_edit + 1;
  sqlite3_bind_int64 (statement, 1, *edit_id);
  sqlite3_bind_int64 (statement, 2, writer_id);
  lev_database_bind_text (statement, 3, info->label);
  lev_database_bind_text (statement, 4, info->author);
  lev_database_bind_text (statement, 5, lev_moment_to_iso (info->moment, moment));
  sqlite3_bind_int64 (statement, 6, info->takes_back);
  if (!lev_database_run (self->database, statement, error))
    return FALSE;

  self->last_edit = *edit_id;
  lev_checksums_change (self->checksums, "edit", 0,
                        lev_log_checksum_edit (*edit_id, writer_id, info, moment));

  return TRUE;
}

guint32
lev_log_checksum_edit (gint64             id,
                       gint64             writer_id,
                       const LevEditInfo *info,
                       const char        *moment)
{
  guint32 sum = lev_checksum_add_int (lev_checksum_add_int (0, id), writer_id);

  sum = lev_checksum_add_text (sum, info->label);
  sum = lev_checksum_add_text (sum, info->author);
  sum = lev_checksum_add_text (sum, moment);

  return lev_checksum_end (lev_checksum_add_int (sum, info->takes_back));
}

gboolean
lev_log_was_added (LevLog     *self,
                   const char *record,
                   gint64      edit_id,
                   gboolean   *was_added,
                   GError    **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;

  statement = lev_database_prepare (self->database,
                                    "SELECT 1 FROM operation WHERE record = ? AND edit < ? LIMIT 1",
                                    error);
  if (statement == NULL)
    return FALSE;

  lev_database_bind_text (statement, 1, record);
  sqlite3_bind_int64 (statement, 2, edit_id);
  if (!lev_database_step (self->database, statement, &has_row, error))
    return FALSE;
  sqlite3_reset (statement);
  *was_added = !has_row;

  return TRUE;
}

static gboolean
refresh_field (LevRegister        *records,
               LevRecord          *record,
               const LevOperation *operation,
               GError            **error)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  int field = lev_record_class_find_field (klass, operation->field);
  LevValue value;

  if (field < 0)
    return TRUE;
  if (!lev_field_from_cell (&klass->fields[field], &operation->value, records, &value, error))
    return FALSE;

  if (record->is_placeholder)
    lev_record_load_value (record, (guint) field, &value);
  else
    lev_record_set_value (record, (guint) field, &value);

  return TRUE;
}

gboolean
lev_log_refresh (LevLog      *self,
                 LevRegister *records,
                 const char  *id,
                 LevRecord  **record,
                 GError     **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;

  /* The last operation of each field in the order in which they are shown. */
  statement = lev_database_prepare (self->database,
                                    SELECT_OPERATION "WHERE o.record = ? "
                                                     "ORDER BY o.field, o.clock, w.name",
                                    error);
  if (statement == NULL)
    return FALSE;

  lev_database_bind_text (statement, 1, id);
  while (lev_database_step (self->database, statement, &has_row, error))
    {
      LevOperation operation;
      gint64 edit_id;

      if (!has_row)
        {
          sqlite3_reset (statement);
          if (*record != NULL && (*record)->is_placeholder)
            lev_register_settle (records, *record);
          return TRUE;
        }

      lev_log_read_operation (statement, &operation, &edit_id);
      if (*record == NULL && lev_register_find_type (operation.kind) != G_TYPE_INVALID)
        *record = lev_register_ensure (records, lev_register_find_type (operation.kind), id, error);
      if (lev_register_find_type (operation.kind) == G_TYPE_INVALID)
        continue;
      if (*record == NULL || !refresh_field (records, *record, &operation, error))
        return FALSE;
    }

  return FALSE;
}

/* Every operation of a cell, the one that is shown first. */
static gboolean
list_cell (LevLog     *self,
           const char *record,
           const char *field,
           GPtrArray  *operations,
           GError    **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;

  statement = lev_database_prepare (self->database,
                                    SELECT_OPERATION "WHERE o.record = ? AND o.field = ? "
                                                     "ORDER BY o.clock DESC, w.name DESC",
                                    error);
  if (statement == NULL)
    return FALSE;

  lev_database_bind_text (statement, 1, record);
  lev_database_bind_text (statement, 2, field);
  while (lev_database_step (self->database, statement, &has_row, error))
    {
      LevOperation operation;
      gint64 edit_id;

      if (!has_row)
        {
          sqlite3_reset (statement);
          return TRUE;
        }
      lev_log_read_operation (statement, &operation, &edit_id);
      g_ptr_array_add (operations, lev_operation_copy (&operation));
    }

  return FALSE;
}

/* Whether @overwrites names @operation. */
static gboolean
names_operation (const char         *overwrites,
                 const LevOperation *operation)
{
  g_auto (GStrv) names = g_strsplit (overwrites != NULL ? overwrites : "", " ", -1);
  g_autofree char *name = lev_operation_dup_name (operation);

  return g_strv_contains ((const char *const *) names, name);
}

char *
lev_operation_dup_name (const LevOperation *operation)
{
  return g_strdup_printf ("%s:%" G_GINT64_FORMAT, operation->writer, operation->sequence);
}

/* The names of all operations that one of @operations overwrites. */
static GHashTable *
list_overwritten (GPtrArray *operations)
{
  GHashTable *overwritten = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < operations->len; i++)
    {
      const LevOperation *operation = g_ptr_array_index (operations, i);
      g_auto (GStrv) names = NULL;

      if (operation->overwrites == NULL)
        continue;
      names = g_strsplit (operation->overwrites, " ", -1);
      for (guint j = 0; names[j] != NULL; j++)
        g_hash_table_add (overwritten, g_strdup (names[j]));
    }

  return overwritten;
}

GPtrArray *
lev_log_list_heads (LevLog     *self,
                    const char *record,
                    const char *field,
                    GError    **error)
{
  g_autoptr (GPtrArray) operations = NULL;
  g_autoptr (GHashTable) overwritten = NULL;

  operations = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_operation_free);
  if (!list_cell (self, record, field, operations, error))
    return NULL;

  overwritten = list_overwritten (operations);
  for (guint i = operations->len; i > 0; i--)
    {
      g_autofree char *name = lev_operation_dup_name (g_ptr_array_index (operations, i - 1));

      if (g_hash_table_contains (overwritten, name))
        g_ptr_array_remove_index (operations, i - 1);
    }

  return g_steal_pointer (&operations);
}

gboolean
lev_log_get_previous (LevLog             *self,
                      const LevOperation *operation,
                      LevCell            *value,
                      char              **text,
                      GError            **error)
{
  g_autoptr (GPtrArray) operations = NULL;

  operations = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_operation_free);
  *value = (LevCell) { LEV_CELL_NULL };
  *text = NULL;

  if (operation->overwrites == NULL)
    return TRUE;
  if (!list_cell (self, operation->record, operation->field, operations, error))
    return FALSE;

  for (guint i = 0; i < operations->len; i++)
    {
      LevOperation *other = g_ptr_array_index (operations, i);

      if (!names_operation (operation->overwrites, other))
        continue;
      *value = other->value;
      *text = g_strdup (other->value.text);
      value->text = *text;
      return TRUE;
    }

  return TRUE;
}
