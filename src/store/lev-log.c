#include "lev-log.h"

#include "lev-log-private.h"
#include "lev-log-row.h"
#include "lev-register.h"
#include "lev-setting.h"

#include <glib/gi18n.h>

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
  gint64 id = g_hash_table_size (self->writers) + 1;
  const LevCell cells[] = { { LEV_CELL_INTEGER, id }, { LEV_CELL_TEXT, 0, name } };

  if (known != NULL)
    return *known;

  if (!lev_checksums_insert (self->checksums, self->database, "writer",
                             "INSERT INTO writer (id, name) VALUES (?, ?)", cells,
                             G_N_ELEMENTS (cells), error))
    return 0;

  g_hash_table_insert (self->writers, g_strdup (name), g_memdup2 (&id, sizeof id));

  return id;
}

gboolean
lev_log_rename_writer (LevLog     *self,
                       const char *name,
                       GError    **error)
{
  if (name != NULL)
    g_strlcpy (self->writer, name, sizeof self->writer);
  else
    g_snprintf (self->writer, sizeof self->writer, "%08x%08x", g_random_int (), g_random_int ());
  self->now.sequence = 0;

  /* What the writer before this one did is not this one's to take back. */
  g_array_set_size (self->undo, 0);
  g_array_set_size (self->redo, 0);

  return lev_setting_set (self->database, self->checksums, "writer", self->writer, error);
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
  const char *sql = edit_id != 0 ? "SELECT " LEV_LOG_ROW_COLUMNS LEV_LOG_ROW_TABLES
                                   "WHERE o.id >= (SELECT first FROM edit WHERE id = ?1) AND"
                                   " o.id < ifnull ((SELECT first FROM edit WHERE id = ?1 + 1), ?2)"
                                   " ORDER BY o.id"
                                 : "SELECT " LEV_LOG_ROW_COLUMNS LEV_LOG_ROW_TABLES "ORDER BY o.id";
  g_autoptr (sqlite3_stmt) statement = lev_database_compile (self->database, sql, error);

  if (statement == NULL)
    return FALSE;
  if (edit_id != 0)
    {
      sqlite3_bind_int64 (statement, 1, edit_id);
      sqlite3_bind_int64 (statement, 2, G_MAXINT64);
    }

  return lev_log_row_walk (self->database, statement, func, user_data, error);
}

/* Calls @func for each operation of a record, the shown ones first. */
gboolean
lev_log_foreach_of_record (LevLog          *self,
                           const char      *record,
                           LevOperationFunc func,
                           gpointer         user_data,
                           GError         **error)
{
  sqlite3_stmt *statement;
  gboolean walked;

  statement = lev_database_prepare (self->database,
                                    "SELECT " LEV_LOG_ROW_COLUMNS LEV_LOG_ROW_TABLES
                                    "WHERE o.record = ?" LEV_LOG_ROW_SHOWN_FIRST,
                                    error);
  if (statement == NULL)
    return FALSE;

  lev_database_bind_text (statement, 1, record);
  walked = lev_log_row_walk (self->database, statement, func, user_data, error);
  sqlite3_reset (statement);

  return walked;
}

static LevCell
integer_cell (gint64 integer)
{
  return (LevCell) { LEV_CELL_INTEGER, integer };
}

static LevCell
text_cell (const char *text)
{
  return (LevCell) { text != NULL ? LEV_CELL_TEXT : LEV_CELL_NULL, 0, text };
}

gboolean
lev_log_append_row (LevLog             *self,
                    const LevOperation *first,
                    gint64              count,
                    const char         *row,
                    gint64              edit_id,
                    gint64              writer_id,
                    GError            **error)
{
  const LevCell cells[] = {
    integer_cell (self->now.last_operation + 1),
    integer_cell (edit_id),
    integer_cell (writer_id),
    integer_cell (first->sequence),
    integer_cell (count),
    integer_cell (first->clock),
    text_cell (first->kind),
    text_cell (first->record),
    text_cell (row),
  };

  if (!lev_checksums_insert (self->checksums, self->database, "operation",
                             "INSERT INTO operation (id, edit, writer, sequence, count, clock,"
                             " kind, record, cells) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                             cells, G_N_ELEMENTS (cells), error))
    return FALSE;

  self->now.last_operation++;

  return TRUE;
}

gboolean
lev_log_append_edit_row (LevLog            *self,
                         const LevEditInfo *info,
                         gint64             writer_id,
                         gint64            *edit_id,
                         GError           **error)
{
  char moment[LEV_MOMENT_BUFFER];
  const LevCell cells[] = {
    integer_cell (self->now.last_edit + 1),
    integer_cell (writer_id),
    text_cell (info->label),
    text_cell (info->author),
    text_cell (lev_moment_to_iso (info->moment, moment)),
    { info->takes_back != 0 ? LEV_CELL_INTEGER : LEV_CELL_NULL, info->takes_back },
    integer_cell (self->now.last_operation + 1),
  };

  if (!lev_checksums_insert (self->checksums, self->database, "edit",
                             "INSERT INTO edit (id, writer, label, author, moment, takes_back,"
                             " first) VALUES (?, ?, ?, ?, ?, ?, ?)",
                             cells, G_N_ELEMENTS (cells), error))
    return FALSE;

  *edit_id = ++self->now.last_edit;

  return TRUE;
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

typedef struct
{
  LevRegister *records;
  LevRecord   *record;
  guint64      done; /* a bit for each field that has its value */
} Refresh;

/* A value that is not understood here, because it is of a newer version for instance, is passed
 * over like a field that is not known. */
static gboolean
refresh_field (const LevOperation *operation,
               gint64              edit_id,
               gpointer            user_data,
               GError            **error)
{
  Refresh *self = user_data;
  GType type = lev_register_find_type (operation->kind);
  LevRecordClass *klass;
  LevValue value;
  int field;

  if (type == G_TYPE_INVALID)
    return TRUE;

  self->record = lev_register_ensure (self->records, type, operation->record, error);
  if (self->record == NULL)
    return FALSE;

  klass = LEV_RECORD_GET_CLASS (self->record);
  field = lev_record_class_find_field (klass, operation->field);
  if (field < 0 || (self->done & (G_GUINT64_CONSTANT (1) << field)) != 0 ||
      !lev_field_from_cell (&klass->fields[field], &operation->value, self->records, &value, NULL))
    return TRUE;

  self->done |= G_GUINT64_CONSTANT (1) << field;
  if (self->record->is_placeholder)
    lev_record_load_value (self->record, (guint) field, &value);
  else
    lev_record_set_value (self->record, (guint) field, &value);

  return TRUE;
}

gboolean
lev_log_refresh (LevLog      *self,
                 LevRegister *records,
                 const char  *id,
                 LevRecord  **record,
                 GError     **error)
{
  Refresh refresh = { records, NULL, 0 };
  gboolean refreshed = lev_log_foreach_of_record (self, id, refresh_field, &refresh, error);

  *record = refresh.record;

  return refreshed;
}

typedef struct
{
  const char *field;
  GPtrArray  *operations;
} Cell;

static gboolean
add_to_cell (const LevOperation *operation,
             gint64              edit_id,
             gpointer            user_data,
             GError            **error)
{
  Cell *cell = user_data;

  if (strcmp (operation->field, cell->field) == 0)
    g_ptr_array_add (cell->operations, lev_operation_copy (operation));

  return TRUE;
}

/* Every operation of a cell, the one that is shown first. */
static gboolean
list_cell (LevLog     *self,
           const char *record,
           const char *field,
           GPtrArray  *operations,
           GError    **error)
{
  Cell cell = { field, operations };

  return lev_log_foreach_of_record (self, record, add_to_cell, &cell, error);
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
