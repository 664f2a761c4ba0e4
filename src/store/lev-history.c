#include "lev-history.h"

#include "lev-field-text.h"
#include "lev-log-private.h"
#include "lev-store-private.h"

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
    return lev_field_format (field, &value);
  if (cell->type == LEV_CELL_INTEGER)
    return g_strdup_printf ("%" G_GINT64_FORMAT, cell->integer);

  return g_strdup (cell->type == LEV_CELL_TEXT ? cell->text : "");
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

  entry->moment = lev_moment_parse ((const char *) sqlite3_column_text (statement, 10));
  entry->author = g_strdup ((const char *) sqlite3_column_text (statement, 11));
  entry->label = g_strdup ((const char *) sqlite3_column_text (statement, 12));
  entry->kind = g_strdup (operation->kind);
  entry->record = g_strdup (operation->record);
  entry->title = record != NULL ? lev_record_dup_title (record) : g_strdup ("");
  entry->field = g_strdup (operation->field);
  entry->field_label = g_strdup (field != NULL ? _(field->label) : operation->field);
  entry->to = format_cell (store, field, &operation->value);

  return entry;
}

#define SELECT_CHANGE                                                                     \
  "SELECT o.id, o.edit, w.name, o.sequence, o.clock, o.kind, o.record, o.field, o.value," \
  " o.overwrites, e.moment, e.author, e.label FROM operation o"                           \
  " JOIN writer w ON w.id = o.writer JOIN edit e ON e.id = o.edit "

static sqlite3_stmt *
select_operations (LevStore   *store,
                   const char *record,
                   const char *field,
                   GError    **error)
{
  sqlite3_stmt *statement;

  statement = lev_database_prepare (store->database,
                                    record != NULL
                                      ? SELECT_CHANGE "WHERE o.record = ?1 AND"
                                                      " (?2 IS NULL OR o.field = ?2) ORDER BY o.id"
                                      : SELECT_CHANGE "WHERE ?1 IS NULL AND"
                                                      " (?2 IS NULL OR o.field = ?2) ORDER BY o.id",
                                    error);
  if (statement != NULL)
    {
      lev_database_bind_text (statement, 1, record);
      lev_database_bind_text (statement, 2, field);
    }

  return statement;
}

GPtrArray *
lev_history_list (LevStore   *store,
                  const char *record,
                  const char *field,
                  GError    **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GHashTable) last = NULL; /* "record/field" to what was shown last */
  sqlite3_stmt *statement = select_operations (store, record, field, error);
  gboolean has_row;

  if (statement == NULL)
    return NULL;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_history_entry_free);
  last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (lev_database_step (store->database, statement, &has_row, error))
    {
      LevHistoryEntry *entry;
      LevOperation operation;
      gint64 edit_id;
      char *key;

      if (!has_row)
        {
          sqlite3_reset (statement);
          return g_steal_pointer (&entries);
        }

      lev_log_read_operation (statement, &operation, &edit_id);
      entry = make_entry (store, &operation, statement);
      g_ptr_array_add (entries, entry);

      key = g_strconcat (entry->record, "/", entry->field, NULL);
      entry->from = g_strdup (g_hash_table_lookup (last, key));
      if (entry->from == NULL)
        entry->from = g_strdup ("");
      g_hash_table_insert (last, key, g_strdup (entry->to));
    }

  return NULL;
}
