#include "lev-database.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* Marks a file as one of ours: "LevR". */
#define FILE_MARK 0x4c657652

#define CACHE_KIB 65536

/* How much SQLite does between two looks at whether to go on; less than a millisecond. */
#define STEPS_AT_ONCE (10000)

struct _LevDatabase
{
  sqlite3    *handle;
  char       *path;
  GHashTable *statements; /* address of the SQL to sqlite3_stmt */
  gboolean    is_writable;
  gboolean    is_opening;
};

GQuark
lev_store_error_quark (void)
{
  return g_quark_from_static_string ("lev-store-error");
}

/* Work in a thread can be cancelled between any two steps of SQLite, see lev_job_cancel(). */
static int
is_cancelled (void *unused)
{
  return g_cancellable_is_cancelled (g_cancellable_get_current ());
}

/* What SQLite's result means for people. */
static LevStoreError
classify (LevDatabase *self,
          int          result)
{
  /* A header that asks for what does not exist, of a file that may be written. */
  if (self->is_opening && (result == SQLITE_ERROR || result == SQLITE_READONLY))
    return LEV_STORE_ERROR_DAMAGED;

  switch (result & 0xff)
    {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return LEV_STORE_ERROR_IN_USE;
    case SQLITE_FULL:
      return LEV_STORE_ERROR_FULL;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return LEV_STORE_ERROR_READ_ONLY;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_FORMAT:
    case SQLITE_SCHEMA:
    case SQLITE_MISMATCH:
    case SQLITE_CONSTRAINT:
      return LEV_STORE_ERROR_DAMAGED;
    default:
      return LEV_STORE_ERROR_FAILED;
    }
}

static const char *
describe (LevStoreError code)
{
  switch (code)
    {
    case LEV_STORE_ERROR_IN_USE:
      return _("the database is in use by another program; close it there first");
    case LEV_STORE_ERROR_FULL:
      return _("the disk is full; make room and try again");
    case LEV_STORE_ERROR_READ_ONLY:
      return _("the file or its folder cannot be written");
    case LEV_STORE_ERROR_DAMAGED:
      return _("the file is damaged");
    case LEV_STORE_ERROR_FAILED:
    case LEV_STORE_ERROR_NOT_FOUND:
    case LEV_STORE_ERROR_EXISTS:
    case LEV_STORE_ERROR_FOREIGN:
    case LEV_STORE_ERROR_TOO_NEW:
    case LEV_STORE_ERROR_LOCATION:
    case LEV_STORE_ERROR_NOTHING:
    default:
      return _("the database does not answer as it should");
    }
}

void
lev_database_set_error (LevDatabase *self,
                        GError     **error)
{
  LevStoreError code = classify (self, sqlite3_extended_errcode (self->handle));

  if ((sqlite3_errcode (self->handle) & 0xff) == SQLITE_INTERRUPT &&
      g_cancellable_set_error_if_cancelled (g_cancellable_get_current (), error))
    return;

  /* What SQLite says is English; it helps only where the program has no words of its own. */
  if (code == LEV_STORE_ERROR_FAILED)
    g_set_error (error, LEV_STORE_ERROR, code, _("Using ‘%s’: %s (%s)"), self->path,
                 describe (code), sqlite3_errmsg (self->handle));
  else
    g_set_error (error, LEV_STORE_ERROR, code, _("Using ‘%s’: %s"), self->path, describe (code));
}

static void
finalize_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

void
lev_database_close (LevDatabase *self)
{
  g_clear_pointer (&self->statements, g_hash_table_unref);
  sqlite3_close_v2 (self->handle);
  g_free (self->path);
  g_free (self);
}

const char *
lev_database_get_path (LevDatabase *self)
{
  return self->path;
}

/* The file is ours, or new; what another program made is left alone, and so is a file that should
 * hold something and does not. */
static gboolean
check_application (LevDatabase    *self,
                   LevDatabaseMode mode,
                   GError        **error)
{
  gint64 id, n_tables;

  if (mode == LEV_DATABASE_CREATE)
    return lev_database_execute (self, "PRAGMA application_id=" G_STRINGIFY (FILE_MARK), error);

  if (!lev_database_get_int64 (self, "PRAGMA application_id", &id, error) ||
      !lev_database_get_int64 (self, "SELECT count(*) FROM sqlite_schema", &n_tables, error))
    return FALSE;

  if (id == FILE_MARK && n_tables > 0)
    return TRUE;

  if (n_tables == 0)
    g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED,
                 _("Opening ‘%s’: the file is damaged (it is empty)"), self->path);
  else
    g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FOREIGN,
                 _("Opening ‘%s’: this is not a database of Levman Review"), self->path);
  return FALSE;
}

static gboolean
configure (LevDatabase    *self,
           LevDatabaseMode mode,
           GError        **error)
{
  const char *settings = "PRAGMA trusted_schema=OFF;"
                         "PRAGMA cell_size_check=ON;"
                         "PRAGMA cache_size=-" G_STRINGIFY (CACHE_KIB) ";";
  const char *writable = "PRAGMA journal_mode=DELETE;"
                         "PRAGMA synchronous=EXTRA;"
                         "BEGIN EXCLUSIVE; COMMIT;";

  sqlite3_extended_result_codes (self->handle, 1);
  sqlite3_db_config (self->handle, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_busy_timeout (self->handle, 2000);
  sqlite3_progress_handler (self->handle, STEPS_AT_ONCE, is_cancelled, NULL);

  if (!lev_database_execute (self, settings, error))
    return FALSE;
  if (!lev_database_execute (self,
                             self->is_writable ? "PRAGMA locking_mode=EXCLUSIVE"
                                               : "PRAGMA query_only=ON",
                             error))
    return FALSE;

  /* Only what is ours is written to. */
  if (!check_application (self, mode, error) ||
      (self->is_writable && !lev_database_execute (self, writable, error)))
    return FALSE;

  if (!self->is_writable || sqlite3_db_readonly (self->handle, "main") == 0)
    return TRUE;

  g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED,
               _("Opening ‘%s’: the file is damaged (its header forbids writing)"), self->path);
  return FALSE;
}

LevDatabase *
lev_database_open (const char     *path,
                   LevDatabaseMode mode,
                   GError        **error)
{
  g_autoptr (LevDatabase) self = g_new0 (LevDatabase, 1);
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX;
  gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);

  g_return_val_if_fail (path != NULL, NULL);

  self->path = g_strdup (path);
  self->is_writable = mode != LEV_DATABASE_READ_ONLY;
  self->statements = g_hash_table_new_full (NULL, NULL, NULL, finalize_statement);

  if (mode == LEV_DATABASE_CREATE && exists)
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_EXISTS,
                   _("Making ‘%s’: the file exists already"), path);
      return NULL;
    }
  if (mode != LEV_DATABASE_CREATE && !exists)
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_NOT_FOUND,
                   _("Opening ‘%s’: there is no such file"), path);
      return NULL;
    }

  if (mode == LEV_DATABASE_CREATE)
    flags |= SQLITE_OPEN_CREATE;

  if (sqlite3_open_v2 (path, &self->handle, flags, NULL) != SQLITE_OK)
    {
      lev_database_set_error (self, error);
      return NULL;
    }

  /* A file that may only be read opens without a word; ask, before someone's work depends on it. */
  if (self->is_writable && sqlite3_db_readonly (self->handle, "main") == 1)
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_READ_ONLY, _("Opening ‘%s’: %s"), path,
                   describe (LEV_STORE_ERROR_READ_ONLY));
      return NULL;
    }

  self->is_opening = TRUE;
  if (!configure (self, mode, error))
    return NULL;
  self->is_opening = FALSE;

  return g_steal_pointer (&self);
}

sqlite3_stmt *
lev_database_compile (LevDatabase *self,
                      const char  *sql,
                      GError     **error)
{
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) !=
      SQLITE_OK)
    {
      lev_database_set_error (self, error);
      return NULL;
    }

  return statement;
}

sqlite3_stmt *
lev_database_prepare (LevDatabase *self,
                      const char  *sql,
                      GError     **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement == NULL)
    {
      statement = lev_database_compile (self, sql, error);
      if (statement != NULL)
        g_hash_table_insert (self->statements, (gpointer) sql, statement);
      return statement;
    }

  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);

  return statement;
}

gboolean
lev_database_step (LevDatabase  *self,
                   sqlite3_stmt *statement,
                   gboolean     *has_row,
                   GError      **error)
{
  int result;

  *has_row = FALSE;
  if (g_cancellable_set_error_if_cancelled (g_cancellable_get_current (), error))
    {
      sqlite3_reset (statement);
      return FALSE;
    }

  result = sqlite3_step (statement);
  *has_row = result == SQLITE_ROW;
  if (result == SQLITE_ROW || result == SQLITE_DONE)
    return TRUE;

  lev_database_set_error (self, error);
  sqlite3_reset (statement);

  return FALSE;
}

gboolean
lev_database_run (LevDatabase  *self,
                  sqlite3_stmt *statement,
                  GError      **error)
{
  gboolean has_row;

  if (!lev_database_step (self, statement, &has_row, error))
    return FALSE;

  sqlite3_reset (statement);

  return TRUE;
}

gboolean
lev_database_execute (LevDatabase *self,
                      const char  *sql,
                      GError     **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;

  lev_database_set_error (self, error);
  return FALSE;
}

gboolean
lev_database_get_int64 (LevDatabase *self,
                        const char  *sql,
                        gint64      *value,
                        GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = lev_database_compile (self, sql, error);
  gboolean has_row;

  if (statement == NULL || !lev_database_step (self, statement, &has_row, error))
    return FALSE;

  *value = has_row ? sqlite3_column_int64 (statement, 0) : 0;

  return TRUE;
}

gboolean
lev_database_begin (LevDatabase *self,
                    GError     **error)
{
  return lev_database_execute (self, "BEGIN IMMEDIATE", error);
}

gboolean
lev_database_commit (LevDatabase *self,
                     GError     **error)
{
  return lev_database_execute (self, "COMMIT", error);
}

void
lev_database_rollback (LevDatabase *self)
{
  if (!sqlite3_get_autocommit (self->handle))
    sqlite3_exec (self->handle, "ROLLBACK", NULL, NULL, NULL);
}

gboolean
lev_database_check (LevDatabase *self,
                    GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean has_row = FALSE;
  const char *found;

  statement = lev_database_compile (self, "PRAGMA integrity_check(1)", error);
  if (statement == NULL || !lev_database_step (self, statement, &has_row, error))
    return FALSE;

  found = has_row ? (const char *) sqlite3_column_text (statement, 0) : NULL;
  if (g_strcmp0 (found, "ok") == 0)
    return TRUE;

  g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED,
               _("Checking ‘%s’: the file is damaged (%s)"), self->path,
               found != NULL ? found : "?");
  return FALSE;
}

gboolean
lev_database_copy (LevDatabase *self,
                   const char  *target,
                   GError     **error)
{
  g_autoptr (sqlite3_stmt) statement = NULL;
  gboolean copied;

  /* To SQLite a copy is a change too, although not of this file. */
  if (!lev_database_execute (self, "PRAGMA query_only=OFF", error))
    return FALSE;

  statement = lev_database_compile (self, "VACUUM INTO ?", error);
  if (statement != NULL)
    lev_database_bind_text (statement, 1, target);
  copied = statement != NULL && lev_database_run (self, statement, error);

  if (!self->is_writable)
    lev_database_execute (self, "PRAGMA query_only=ON", NULL);

  return copied;
}

void
lev_database_bind_cell (sqlite3_stmt  *statement,
                        int            parameter,
                        const LevCell *cell)
{
  switch (cell->type)
    {
    case LEV_CELL_NULL:
      sqlite3_bind_null (statement, parameter);
      break;
    case LEV_CELL_INTEGER:
      sqlite3_bind_int64 (statement, parameter, cell->integer);
      break;
    case LEV_CELL_TEXT:
    default:
      sqlite3_bind_text (statement, parameter, cell->text, -1, SQLITE_STATIC);
      break;
    }
}

void
lev_database_get_cell (sqlite3_stmt *statement,
                       int           column,
                       LevCell      *cell)
{
  cell->integer = 0;
  cell->text = NULL;

  switch (sqlite3_column_type (statement, column))
    {
    case SQLITE_INTEGER:
      cell->type = LEV_CELL_INTEGER;
      cell->integer = sqlite3_column_int64 (statement, column);
      break;
    case SQLITE_NULL:
      cell->type = LEV_CELL_NULL;
      break;
    default:
      cell->type = LEV_CELL_TEXT;
      cell->text = (const char *) sqlite3_column_text (statement, column);
      break;
    }
}

void
lev_database_bind_text (sqlite3_stmt *statement,
                        int           parameter,
                        const char   *text)
{
  sqlite3_bind_text (statement, parameter, text, -1, SQLITE_STATIC);
}
