#include "lev-history.h"

#include "lev-field-text.h"
#include "lev-log-row.h"
#include "lev-store-error.h"
#include "lev-store-private.h"
#include "lev-title.h"

#include <glib/gi18n.h>

void
lev_history_entry_free (LevHistoryEntry *entry)
{
  g_free (entry->author);
  g_free (entry->label);
  g_free (entry->kind);
  g_free (entry->record);
  g_free (entry->title);
  g_free (entry->field);
  g_free (entry->field_label);
  g_free (entry->from);
  g_free (entry->to);
  g_free ((char *) entry->old.text);
  g_free ((char *) entry->value.text);
  g_free (entry);
}

/* The value as people read it; as it is stored when the field is not known here. */
static char *
format_cell (LevStore       *store,
             const LevField *field,
             const LevCell  *cell)
{
  LevValue value;

  if (field != NULL && lev_field_from_cell (field, cell, store->records, &value, NULL))
    {
      if (field->kind == LEV_FIELD_KIND_REFERENCE && value.record != NULL)
        return lev_record_dup_full_title (value.record);
      return lev_field_format (field, &value);
    }
  if (cell->type == LEV_CELL_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, cell->integer);

  return g_strdup (cell->type == LEV_CELL_TEXT ? cell->text : "");
}

/* A cell that owns its text. */
static LevCell
copy_cell (const LevCell *cell)
{
  return (LevCell) {
    .type = cell->type,
    .integer = cell->integer,
    .text = cell->type == LEV_CELL_TEXT ? g_strdup (cell->text) : NULL,
  };
}

static LevHistoryEntry *
make_entry (LevStore           *store,
            const LevOperation *operation,
            sqlite3_stmt       *statement)
{
  LevHistoryEntry *entry = g_new0 (LevHistoryEntry, 1);
  LevRecord *record = lev_register_lookup (store->records, operation->record);
  const LevField *field = NULL;

  if (record != NULL)
    {
      LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
      int index = lev_record_class_find_field (klass, operation->field);

      field = index >= 0 ? &klass->fields[index] : NULL;
    }

  entry->moment = lev_moment_parse ((const char *) sqlite3_column_text (statement, 7));
  entry->author = g_strdup ((const char *) sqlite3_column_text (statement, 8));
  entry->label = g_strdup ((const char *) sqlite3_column_text (statement, 9));
  entry->kind = g_strdup (operation->kind);
  entry->record = g_strdup (operation->record);
  entry->title = record != NULL ? lev_record_dup_full_title (record) : g_strdup ("");
  entry->field = g_strdup (operation->field);
  entry->field_label = g_strdup (field != NULL ? _(field->label) : operation->field);
  entry->to = format_cell (store, field, &operation->value);
  g_strlcpy (entry->writer, operation->writer, sizeof entry->writer);
  entry->sequence = operation->sequence;
  entry->value = copy_cell (&operation->value);

  return entry;
}

#define SELECT_CHANGE                                                              \
  "SELECT " LEV_LOG_ROW_COLUMNS ", e.moment, e.author, e.label" LEV_LOG_ROW_TABLES \
  "JOIN edit e ON e.id = o.edit "

typedef struct
{
  LevStore     *store;
  sqlite3_stmt *statement;
  const char   *field; /* NULL for all */
  GPtrArray    *entries;
  GHashTable   *last; /* "record/field" to the last LevHistoryEntry of it */
} History;

static gboolean
add_entry (const LevOperation *operation,
           gint64              edit_id,
           gpointer            user_data,
           GError            **error)
{
  History *history = user_data;
  const LevHistoryEntry *last;
  LevHistoryEntry *entry;
  char *key;

  if (history->field != NULL && strcmp (operation->field, history->field) != 0)
    return TRUE;

  entry = make_entry (history->store, operation, history->statement);
  g_ptr_array_add (history->entries, entry);

  entry->edit = edit_id;
  key = g_strconcat (entry->record, "/", entry->field, NULL);
  last = g_hash_table_lookup (history->last, key);
  entry->from = g_strdup (last != NULL ? last->to : "");
  if (last != NULL)
    entry->old = copy_cell (&last->value);
  g_hash_table_insert (history->last, key, entry);

  return TRUE;
}

/* Adds the entries of @record, or of all records for %NULL, the oldest first. */
static gboolean
read_entries (History    *history,
              const char *record,
              GError    **error)
{
  LevDatabase *database = history->store->database;
  g_autoptr (sqlite3_stmt) statement = NULL;

  statement = lev_database_compile (database,
                                    record != NULL ? SELECT_CHANGE
                                      "WHERE o.record = ? ORDER BY o.id"
                                                   : SELECT_CHANGE "ORDER BY o.id",
                                    error);
  if (statement == NULL)
    return FALSE;
  if (record != NULL)
    lev_database_bind_text (statement, 1, record);
  history->statement = statement;

  return lev_log_row_walk (database, statement, add_entry, history, error);
}

GPtrArray *
lev_history_list (LevStore   *store,
                  const char *record,
                  const char *field,
                  GError    **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  History history = { .store = store, .field = field, .last = last };

  g_return_val_if_fail (LEV_IS_STORE (store), NULL);

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_history_entry_free);
  history.entries = entries;

  return read_entries (&history, record, error) ? g_steal_pointer (&entries) : NULL;
}

/* The newest edit first, in it the operations as they were made. */
static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const LevHistoryEntry *one = a;
  const LevHistoryEntry *other = b;

  if (one->edit != other->edit)
    return one->edit > other->edit ? -1 : 1;

  return (one->sequence > other->sequence) - (one->sequence < other->sequence);
}

GPtrArray *
lev_history_list_whole (LevStore   *store,
                        const char *record,
                        GError    **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  History history = { .store = store, .last = last };
  LevRecord *whole;

  g_return_val_if_fail (LEV_IS_STORE (store), NULL);

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_history_entry_free);
  history.entries = entries;
  whole = lev_register_lookup (store->records, record);
  parts = whole != NULL ? lev_register_list_parts (store->records, whole) : g_ptr_array_new ();

  for (guint i = 0; i < parts->len; i++)
    if (!read_entries (&history, LEV_RECORD (parts->pdata[i])->id, error))
      return NULL;
  g_ptr_array_sort_values (entries, compare_entries);

  return g_steal_pointer (&entries);
}

/* The record of @entry and the index of its field; %NULL when either is not here. */
static LevRecord *
find_field (LevStore              *store,
            const LevHistoryEntry *entry,
            guint                 *field)
{
  LevRecord *record = lev_register_lookup (store->records, entry->record);
  int index = record != NULL
                ? lev_record_class_find_field (LEV_RECORD_GET_CLASS (record), entry->field)
                : -1;

  *field = (guint) MAX (index, 0);

  return index >= 0 ? record : NULL;
}

static gboolean
get_old_value (LevStore              *store,
               const LevHistoryEntry *entry,
               LevRecord            **record,
               guint                 *field,
               LevValue              *value,
               GError               **error)
{
  *record = find_field (store, entry, field);
  if (*record == NULL)
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_NOTHING, _("‘%s’ is not there any more"),
                   entry->title);
      return FALSE;
    }

  *value = (LevValue) { 0 };

  return entry->old.type == LEV_CELL_NULL ||
         lev_field_from_cell (&LEV_RECORD_GET_CLASS (*record)->fields[*field], &entry->old,
                              store->records, value, error);
}

gboolean
lev_history_is_restorable (LevStore              *store,
                           const LevHistoryEntry *entry)
{
  LevRecord *record;
  LevValue old, present;
  guint field;

  g_return_val_if_fail (LEV_IS_STORE (store), FALSE);

  if (!get_old_value (store, entry, &record, &field, &old, NULL) || record->deleted ||
      LEV_RECORD_GET_CLASS (record)->append_only || g_str_equal (entry->field, "deleted") ||
      (LEV_RECORD_GET_CLASS (record)->fields[field].flags & LEV_FIELD_OWNER) != 0)
    return FALSE;

  lev_record_get_value (record, field, &present);

  return !lev_value_equal (&LEV_RECORD_GET_CLASS (record)->fields[field], &old, &present);
}

gboolean
lev_history_restore (LevStore              *store,
                     const LevHistoryEntry *entry,
                     GError               **error)
{
  LevRecord *record;
  LevValue old;
  guint field;

  g_return_val_if_fail (LEV_IS_STORE (store), FALSE);

  if (!get_old_value (store, entry, &record, &field, &old, error))
    return FALSE;
  lev_record_set_value (record, field, &old);

  return TRUE;
}

gint64
lev_history_get_last_moment (LevStore   *store,
                             const char *record)
{
  static const char sql[] = "SELECT e.moment FROM operation o JOIN edit e ON e.id = o.edit "
                            "WHERE o.record = ? ORDER BY o.clock DESC LIMIT 1";
  sqlite3_stmt *statement;
  gboolean has_row;
  gint64 moment = 0;

  g_return_val_if_fail (LEV_IS_STORE (store), 0);

  statement = lev_database_prepare (store->database, sql, NULL);
  if (statement == NULL)
    return 0;

  lev_database_bind_text (statement, 1, record);
  if (lev_database_step (store->database, statement, &has_row, NULL) && has_row)
    moment = lev_moment_parse ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_reset (statement);

  return moment;
}
