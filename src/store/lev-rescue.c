#include "lev-rescue.h"

static void
lost_edit_free (gpointer data)
{
  LevLostEdit *self = data;

  g_free (self->label);
  g_free (self->author);
  g_free (self);
}

static LevLostEdit *
lost_edit_read (sqlite3_stmt *statement)
{
  LevLostEdit *self = g_new0 (LevLostEdit, 1);
  const char *moment = (const char *) sqlite3_column_text (statement, 2);

  /* The file may be damaged right here. */
  self->label = g_utf8_make_valid ((const char *) sqlite3_column_text (statement, 0), -1);
  self->author = g_utf8_make_valid ((const char *) sqlite3_column_text (statement, 1), -1);
  self->moment = moment != NULL ? lev_moment_parse (moment) : 0;

  return self;
}

static gboolean
read_edits (LevDatabase *database,
            gint64       last,
            GPtrArray   *lost)
{
  sqlite3_stmt *statement = lev_database_prepare (
    database, "SELECT label, author, moment FROM edit WHERE id > ? ORDER BY id", NULL);
  gboolean has_row = TRUE;

  if (statement == NULL)
    return FALSE;

  sqlite3_bind_int64 (statement, 1, last);
  while (lev_database_step (database, statement, &has_row, NULL) && has_row)
    {
      if (sqlite3_column_type (statement, 0) != SQLITE_TEXT ||
          sqlite3_column_type (statement, 1) != SQLITE_TEXT)
        break;
      g_ptr_array_add (lost, lost_edit_read (statement));
    }
  sqlite3_reset (statement);

  return !has_row;
}

GPtrArray *
lev_rescue_list_lost (const char *path,
                      const char *backup,
                      gboolean   *is_complete)
{
  GPtrArray *lost = g_ptr_array_new_with_free_func (lost_edit_free);
  g_autoptr (LevDatabase) copy = lev_database_open (backup, LEV_DATABASE_READ_ONLY, NULL);
  g_autoptr (LevDatabase) database = lev_database_open (path, LEV_DATABASE_READ_ONLY, NULL);
  gint64 last;

  *is_complete = copy != NULL && database != NULL &&
                 lev_database_get_int64 (copy, "SELECT ifnull(max(id), 0) FROM edit", &last,
                                         NULL) &&
                 read_edits (database, last, lost);

  return lost;
}
