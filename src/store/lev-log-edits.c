#include "lev-log-private.h"

#include "lev-log-row.h"

/* What stands behind the columns that lev_log_row_walk() reads. */
#define LABEL_COLUMN  (7)
#define AUTHOR_COLUMN (8)
#define MOMENT_COLUMN (9)

GHashTable *
lev_log_list_writers (LevLog  *self,
                      GError **error)
{
  g_autoptr (GHashTable) last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  sqlite3_stmt *statement;
  gboolean has_row;

  statement = lev_database_prepare (
    self->database,
    "SELECT w.name, max(o.sequence + o.count - 1)" LEV_LOG_ROW_TABLES "GROUP BY o.writer", error);
  if (statement == NULL)
    return NULL;

  while (lev_database_step (self->database, statement, &has_row, error))
    {
      gint64 number;

      if (!has_row)
        {
          sqlite3_reset (statement);
          return g_steal_pointer (&last);
        }
      number = sqlite3_column_int64 (statement, 1);
      g_hash_table_insert (last, g_strdup ((const char *) sqlite3_column_text (statement, 0)),
                           g_memdup2 (&number, sizeof number));
    }

  return NULL;
}

/* The edit that is being read. */
typedef struct
{
  sqlite3_stmt *statement;
  gint64        first;
  gint64        last;

  gint64     edit_id;
  char      *label;
  char      *author;
  gint64     moment;
  GPtrArray *operations;

  LevLoggedEditFunc func;
  gpointer          user_data;
} Walk;

/* Hands the edit over that was read. */
static gboolean
end_edit (Walk    *self,
          GError **error)
{
  g_autoptr (GArray) operations = g_array_new (FALSE, FALSE, sizeof (LevOperation));
  LevLoggedEdit edit = { { self->label, self->author, self->moment, 0 } };

  if (self->operations->len == 0)
    return TRUE;

  for (guint i = 0; i < self->operations->len; i++)
    g_array_append_vals (operations, g_ptr_array_index (self->operations, i), 1);
  edit.operations = (const LevOperation *) (gpointer) operations->data;
  edit.n_operations = operations->len;
  if (!self->func (&edit, self->user_data, error))
    return FALSE;
  g_ptr_array_set_size (self->operations, 0);

  return TRUE;
}

static void
begin_edit (Walk  *self,
            gint64 edit_id)
{
  const char *label = (const char *) sqlite3_column_text (self->statement, LABEL_COLUMN);
  const char *author = (const char *) sqlite3_column_text (self->statement, AUTHOR_COLUMN);
  const char *moment = (const char *) sqlite3_column_text (self->statement, MOMENT_COLUMN);

  self->edit_id = edit_id;
  g_set_str (&self->label, label != NULL ? label : "");
  g_set_str (&self->author, author != NULL ? author : "");
  self->moment = lev_moment_parse (moment != NULL ? moment : "");
}

static gboolean
collect_operation (const LevOperation *operation,
                   gint64              edit_id,
                   gpointer            user_data,
                   GError            **error)
{
  Walk *self = user_data;

  if (operation->sequence < self->first || operation->sequence > self->last)
    return TRUE;

  if (edit_id != self->edit_id)
    {
      if (!end_edit (self, error))
        return FALSE;
      begin_edit (self, edit_id);
    }
  g_ptr_array_add (self->operations, lev_operation_copy (operation));

  return TRUE;
}

gboolean
lev_log_foreach_edit (LevLog           *self,
                      const char       *writer,
                      gint64            first,
                      gint64            last,
                      LevLoggedEditFunc func,
                      gpointer          user_data,
                      GError          **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  g_autoptr (GPtrArray) operations = NULL;
  Walk walk = { .first = first, .last = last, .func = func, .user_data = user_data };
  gboolean done;

  statement = lev_database_compile (self->database,
                                    "SELECT " LEV_LOG_ROW_COLUMNS
                                    ", e.label, e.author, e.moment" LEV_LOG_ROW_TABLES
                                    "JOIN edit e ON e.id = o.edit"
                                    " WHERE w.name = ? AND o.sequence + o.count > ?"
                                    " AND o.sequence <= ? ORDER BY o.sequence",
                                    error);
  if (statement == NULL)
    return FALSE;

  lev_database_bind_text (statement, 1, writer);
  sqlite3_bind_int64 (statement, 2, first);
  sqlite3_bind_int64 (statement, 3, last);
  operations = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_operation_free);
  walk.statement = statement;
  walk.operations = operations;

  done = lev_log_row_walk (self->database, statement, collect_operation, &walk, error) &&
         end_edit (&walk, error);
  g_free (walk.label);
  g_free (walk.author);

  return done;
}

GPtrArray *
lev_log_list_conflicts (LevLog *self)
{
  GPtrArray *conflicts = g_hash_table_get_keys_as_ptr_array (self->conflicts);

  g_ptr_array_sort_values (conflicts, (GCompareFunc) strcmp);

  return conflicts;
}

char *
lev_log_dup_maker (LevLog     *self,
                   const char *record,
                   GError    **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;
  char *maker;

  statement = lev_database_prepare (self->database,
                                    "SELECT w.name" LEV_LOG_ROW_TABLES
                                    "WHERE o.record = ? ORDER BY o.clock, w.name LIMIT 1",
                                    error);
  if (statement == NULL)
    return NULL;

  lev_database_bind_text (statement, 1, record);
  if (!lev_database_step (self->database, statement, &has_row, error))
    return NULL;
  maker = has_row ? g_strdup ((const char *) sqlite3_column_text (statement, 0)) : NULL;
  sqlite3_reset (statement);

  return maker;
}
