#include "lev-log-private.h"

#include "lev-register.h"

static gboolean
load_writers (LevLog  *self,
              GError **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;

  g_hash_table_remove_all (self->writers);
  statement = lev_database_prepare (self->database, "SELECT id, name FROM writer", error);
  if (statement == NULL)
    return FALSE;

  while (lev_database_step (self->database, statement, &has_row, error))
    {
      gint64 id = sqlite3_column_int64 (statement, 0);
      const char *name = (const char *) sqlite3_column_text (statement, 1);

      if (!has_row)
        {
          sqlite3_reset (statement);
          return TRUE;
        }
      g_hash_table_insert (self->writers, g_strdup (name), g_memdup2 (&id, sizeof id));
    }

  return FALSE;
}

static gboolean
load_conflicts (LevLog  *self,
                GError **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;

  g_hash_table_remove_all (self->conflicts);
  statement = lev_database_prepare (self->database, "SELECT DISTINCT record, field FROM head",
                                    error);
  if (statement == NULL)
    return FALSE;

  while (lev_database_step (self->database, statement, &has_row, error))
    {
      if (!has_row)
        {
          sqlite3_reset (statement);
          return TRUE;
        }
      lev_log_mark_conflict (self, (const char *) sqlite3_column_text (statement, 0),
                             (const char *) sqlite3_column_text (statement, 1), TRUE);
    }

  return FALSE;
}

static gboolean
load_writer (LevLog  *self,
             GError **error)
{
  sqlite3_stmt *statement;
  gboolean has_row;

  statement = lev_database_prepare (self->database,
                                    "SELECT value FROM setting WHERE name = 'writer'", error);
  if (statement == NULL || !lev_database_step (self->database, statement, &has_row, error))
    return FALSE;

  if (has_row)
    g_strlcpy (self->writer, (const char *) sqlite3_column_text (statement, 0),
               sizeof self->writer);
  sqlite3_reset (statement);

  return TRUE;
}

/* The numbers from which the next edit counts on. */
static gboolean
load_counters (LevLog  *self,
               GError **error)
{
  g_autofree char *sequence = NULL;
  gint64 *writer_id = g_hash_table_lookup (self->writers, self->writer);

  sequence =
    g_strdup_printf ("SELECT max(sequence) FROM operation WHERE writer = %" G_GINT64_FORMAT,
                     writer_id != NULL ? *writer_id : 0);

  return lev_database_get_int64 (self->database, sequence, &self->sequence, error) &&
         lev_database_get_int64 (self->database, "SELECT max(clock) FROM operation", &self->clock,
                                 error) &&
         lev_database_get_int64 (self->database, "SELECT max(id) FROM edit", &self->last_edit,
                                 error) &&
         lev_database_get_int64 (self->database, "SELECT max(id) FROM operation",
                                 &self->last_operation, error);
}

static gboolean
remove_last (GArray *edits,
             gint64  edit_id)
{
  if (edits->len == 0 || g_array_index (edits, gint64, edits->len - 1) != edit_id)
    return FALSE;

  g_array_set_size (edits, edits->len - 1);
  return TRUE;
}

/* An edit that takes back the last one that can be undone is an undo, and can be redone; one that
 * takes back an undo is a redo; any other is new, and leaves nothing to redo. */
void
lev_log_note_edit (LevLog *self,
                   gint64  edit_id,
                   gint64  takes_back)
{
  if (takes_back != 0 && remove_last (self->undo, takes_back))
    {
      g_array_append_val (self->redo, edit_id);
      return;
    }

  if (takes_back == 0 || !remove_last (self->redo, takes_back))
    g_array_set_size (self->redo, 0);
  g_array_append_val (self->undo, edit_id);
}

static gboolean
load_undo (LevLog  *self,
           GError **error)
{
  sqlite3_stmt *statement;
  gint64 *writer_id = g_hash_table_lookup (self->writers, self->writer);
  gboolean has_row;

  g_array_set_size (self->undo, 0);
  g_array_set_size (self->redo, 0);
  statement = lev_database_prepare (self->database,
                                    "SELECT id, takes_back FROM edit WHERE writer = ? ORDER BY id",
                                    error);
  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, writer_id != NULL ? *writer_id : 0);
  while (lev_database_step (self->database, statement, &has_row, error))
    {
      if (!has_row)
        {
          sqlite3_reset (statement);
          return TRUE;
        }
      lev_log_note_edit (self, sqlite3_column_int64 (statement, 0),
                         sqlite3_column_int64 (statement, 1));
    }

  return FALSE;
}

static gboolean
load_state (LevLog  *self,
            GError **error)
{
  return load_writers (self, error) && load_writer (self, error) && load_conflicts (self, error) &&
         load_counters (self, error) && load_undo (self, error);
}

LevLog *
lev_log_open (LevDatabase  *database,
              LevChecksums *checksums,
              GError      **error)
{
  g_autoptr (LevLog) self = g_new0 (LevLog, 1);

  self->database = database;
  self->checksums = checksums;
  self->writers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->conflicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->undo = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->redo = g_array_new (FALSE, FALSE, sizeof (gint64));

  return load_state (self, error) ? g_steal_pointer (&self) : NULL;
}

gboolean
lev_log_settle (LevLog  *self,
                gboolean committed,
                GError **error)
{
  return committed || load_state (self, error);
}

GArray *
lev_log_get_undo (LevLog *self)
{
  return self->undo;
}

GArray *
lev_log_get_redo (LevLog *self)
{
  return self->redo;
}

char *
lev_log_dup_label (LevLog *self,
                   gint64  edit_id)
{
  sqlite3_stmt *statement;
  gboolean has_row = FALSE;
  char *label;

  statement = lev_database_prepare (self->database, "SELECT label FROM edit WHERE id = ?", NULL);
  if (statement == NULL)
    return g_strdup ("");

  sqlite3_bind_int64 (statement, 1, edit_id);
  lev_database_step (self->database, statement, &has_row, NULL);
  label = g_strdup (has_row ? (const char *) sqlite3_column_text (statement, 0) : "");
  sqlite3_reset (statement);

  return label;
}

/* Adds up a table whose row checksum is that of its columns in order. */
static gboolean
add_up_table (LevLog     *self,
              const char *table,
              const char *sql,
              GError    **error)
{
  sqlite3_stmt *statement = lev_database_prepare (self->database, sql, error);
  gboolean has_row;

  if (statement == NULL)
    return FALSE;

  while (lev_database_step (self->database, statement, &has_row, error))
    {
      int n_columns = sqlite3_column_count (statement);
      guint32 sum = 0;

      if (!has_row)
        {
          sqlite3_reset (statement);
          return TRUE;
        }
      for (int i = 0; i < n_columns; i++)
        {
          LevCell cell;

          lev_database_get_cell (statement, i, &cell);
          sum = lev_checksum_add_cell (sum, &cell);
        }
      lev_checksums_change (self->checksums, table, 0, lev_checksum_end (sum));
    }

  return FALSE;
}

gboolean
lev_log_add_up (LevLog  *self,
                GError **error)
{
  return add_up_table (self, "writer", "SELECT id, name FROM writer", error) &&
         add_up_table (self, "edit",
                       "SELECT id, writer, label, author, moment, ifnull (takes_back, 0)"
                       " FROM edit",
                       error) &&
         add_up_table (self, "operation",
                       "SELECT id, edit, writer, sequence, clock, kind, record, field, value,"
                       " ifnull (overwrites, '') FROM operation",
                       error) &&
         add_up_table (self, "head", "SELECT record, field, writer, sequence FROM head", error);
}

/* How far the replay is with the cells of one record. */
typedef struct
{
  gint64 clock;
  char   writer[LEV_WRITER_LENGTH + 1];
} Shown;

typedef struct
{
  LevRegister *records;
  GHashTable  *shown; /* LevRecord to an array of Shown, one per field */
  GPtrArray   *order; /* the records as they were first mentioned */
} Replay;

/* The operation with the highest clock, and of equal ones with the highest writer, is shown: no
 * operation that comes before it in that order can overwrite it. */
static gboolean
is_shown (Shown              *shown,
          const LevOperation *operation)
{
  if (operation->clock < shown->clock ||
      (operation->clock == shown->clock && strcmp (operation->writer, shown->writer) <= 0))
    return FALSE;

  shown->clock = operation->clock;
  g_strlcpy (shown->writer, operation->writer, sizeof shown->writer);

  return TRUE;
}

static gboolean
replay_operation (const LevOperation *operation,
                  gint64              edit_id,
                  gpointer            user_data,
                  GError            **error)
{
  Replay *replay = user_data;
  GType type = lev_register_find_type (operation->kind);
  LevRecord *record;
  LevRecordClass *klass;
  LevValue value;
  Shown *shown;
  int field;

  if (type == G_TYPE_INVALID)
    return TRUE;

  record = lev_register_ensure (replay->records, type, operation->record, error);
  if (record == NULL)
    return FALSE;

  klass = LEV_RECORD_GET_CLASS (record);
  shown = g_hash_table_lookup (replay->shown, record);
  if (shown == NULL)
    {
      shown = g_new0 (Shown, klass->n_fields);
      g_hash_table_insert (replay->shown, record, shown);
      g_ptr_array_add (replay->order, record);
    }

  field = lev_record_class_find_field (klass, operation->field);
  if (field < 0 || !is_shown (&shown[field], operation))
    return TRUE;

  if (!lev_field_from_cell (&klass->fields[field], &operation->value, replay->records, &value,
                            error))
    return FALSE;
  lev_record_load_value (record, (guint) field, &value);

  return TRUE;
}

GPtrArray *
lev_log_replay (LevLog      *self,
                LevRegister *records,
                GError     **error)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  Replay replay = { records, shown, order };

  if (!lev_log_foreach (self, 0, replay_operation, &replay, error))
    return NULL;

  for (guint i = 0; i < order->len; i++)
    lev_register_settle (records, g_ptr_array_index (order, i));

  return g_steal_pointer (&order);
}
