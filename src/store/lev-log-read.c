#include "lev-log-private.h"

#include "lev-register.h"
#include "lev-setting.h"

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
      gint64 id;

      if (!has_row)
        {
          sqlite3_reset (statement);
          return TRUE;
        }
      id = sqlite3_column_int64 (statement, 0);
      g_hash_table_insert (self->writers,
                           g_strdup ((const char *) sqlite3_column_text (statement, 1)),
                           g_memdup2 (&id, sizeof id));
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
  g_autoptr (GError) local_error = NULL;
  g_autofree char *writer = lev_setting_dup (self->database, "writer", &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (writer != NULL)
    g_strlcpy (self->writer, writer, sizeof self->writer);

  return TRUE;
}

/* Adds up all operations, and finds the numbers from which the next edit counts on. */
static gboolean
load_operations (LevLog  *self,
                 GError **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gint64 *writer_id = g_hash_table_lookup (self->writers, self->writer);
  gboolean has_row;

  statement = lev_database_compile (self->database, "SELECT * FROM operation", error);
  if (statement == NULL)
    return FALSE;

  while (lev_database_step (self->database, statement, &has_row, error))
    {
      if (!has_row)
        return lev_database_get_int64 (self->database, "SELECT max(id) FROM edit",
                                       &self->now.last_edit, error);

      lev_checksums_change (self->checksums, "operation", 0, lev_checksum_of_row (statement));
      self->now.last_operation = sqlite3_column_int64 (statement, 0);
      self->now.clock = MAX (self->now.clock, sqlite3_column_int64 (statement, 5));
      if (writer_id != NULL && sqlite3_column_int64 (statement, 2) == *writer_id)
        self->now.sequence = MAX (self->now.sequence, sqlite3_column_int64 (statement, 3) +
                                                        sqlite3_column_int64 (statement, 4) - 1);
    }

  return FALSE;
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
add_up (LevLog  *self,
        GError **error)
{
  static const char *const tables[] = { "setting", "writer", "edit", "head" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (!lev_checksums_add_up (self->checksums, self->database, tables[i], error))
      return FALSE;

  return TRUE;
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

  if (!load_writers (self, error) || !load_writer (self, error) || !load_conflicts (self, error) ||
      !load_undo (self, error) || !load_operations (self, error) || !add_up (self, error))
    return NULL;
  self->committed = self->now;

  return g_steal_pointer (&self);
}

gboolean
lev_log_settle (LevLog  *self,
                gboolean committed,
                GError **error)
{
  if (committed)
    {
      self->committed = self->now;
      return TRUE;
    }

  self->now = self->committed;

  return load_writers (self, error) && load_writer (self, error) && load_conflicts (self, error) &&
         load_undo (self, error);
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

/* The operation that a cell shows so far. */
typedef struct
{
  gint64  clock;
  gint64  sequence;
  guint64 writer; /* its name is a number */
} Shown;

typedef struct
{
  LevRegister *records;
  GHashTable  *shown; /* LevRecord to an array of Shown, one per field */
  GPtrArray   *order; /* the records as they were first mentioned */

  /* Operations of one record come together. */
  LevRecord *last;
  Shown     *last_shown;
} Replay;

/* The operation with the highest clock is shown, and of equal ones that of the highest writer: no
 * operation that comes before it in that order can overwrite it. */
static gboolean
is_shown (const Shown        *shown,
          const LevOperation *operation,
          guint64             writer)
{
  if (operation->clock != shown->clock)
    return operation->clock > shown->clock;

  return writer != shown->writer ? writer > shown->writer : operation->sequence >= shown->sequence;
}

/* Finds the record of @operation, and its fields as far as they are replayed. */
static gboolean
find_record (Replay             *self,
             GType               type,
             const LevOperation *operation,
             GError            **error)
{
  if (self->last != NULL && strcmp (self->last->id, operation->record) == 0 &&
      G_OBJECT_TYPE (self->last) == type)
    return TRUE;

  self->last = lev_register_ensure (self->records, type, operation->record, error);
  if (self->last == NULL)
    return FALSE;

  self->last_shown = g_hash_table_lookup (self->shown, self->last);
  if (self->last_shown == NULL)
    {
      self->last_shown = g_new0 (Shown, LEV_RECORD_GET_CLASS (self->last)->n_fields);
      g_hash_table_insert (self->shown, self->last, self->last_shown);
      g_ptr_array_add (self->order, self->last);
    }

  return TRUE;
}

static gboolean
replay_operation (const LevOperation *operation,
                  gint64              edit_id,
                  gpointer            user_data,
                  GError            **error)
{
  Replay *self = user_data;
  GType type = lev_register_find_type (operation->kind);
  guint64 writer = g_ascii_strtoull (operation->writer, NULL, 16);
  LevRecordClass *klass;
  LevValue value;
  int field;

  if (type == G_TYPE_INVALID)
    return TRUE;
  if (!find_record (self, type, operation, error))
    return FALSE;

  klass = LEV_RECORD_GET_CLASS (self->last);
  field = lev_record_class_find_field (klass, operation->field);
  if (field < 0 || !is_shown (&self->last_shown[field], operation, writer))
    return TRUE;

  /* A value that is not understood here is passed over, as in lev_log_refresh(). */
  if (!lev_field_from_cell (&klass->fields[field], &operation->value, self->records, &value, NULL))
    return TRUE;

  lev_record_load_value (self->last, (guint) field, &value);
  self->last_shown[field] = (Shown) { operation->clock, operation->sequence, writer };

  return TRUE;
}

GPtrArray *
lev_log_replay (LevLog      *self,
                LevRegister *records,
                GError     **error)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  Replay replay = { records, shown, order, NULL, NULL };

  if (!lev_log_foreach (self, 0, replay_operation, &replay, error))
    return NULL;

  for (guint i = 0; i < order->len; i++)
    lev_register_settle (records, g_ptr_array_index (order, i));

  return g_steal_pointer (&order);
}
