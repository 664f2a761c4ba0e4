#pragma once

#include "lev-field.h"
#include "lev-store-error.h"

#include <sqlite3.h>

G_BEGIN_DECLS

/* One SQLite connection with the settings that the store asks (design section 5), its prepared
 * statements, and its errors in the words of this layer. */

typedef struct _LevDatabase LevDatabase;

typedef enum
{
  LEV_DATABASE_READ_ONLY, /* an existing file; only what a crash left behind is put right */
  LEV_DATABASE_WRITE,     /* an existing file */
  LEV_DATABASE_CREATE,    /* a new file, which must not exist */
} LevDatabaseMode;

/**
 * lev_database_open:
 * @path: a file name
 *
 * Returns: (transfer full): the open connection, or %NULL with a LEV_STORE_ERROR
 */
LevDatabase  *lev_database_open      (const char     *path,
                                      LevDatabaseMode mode,
                                      GError        **error);

void          lev_database_close     (LevDatabase *self);

const char   *lev_database_get_path  (LevDatabase *self);

/**
 * lev_database_prepare:
 * @sql: a static string: the statement is kept under its address
 *
 * Returns: (transfer none): the statement, reset and without bindings, or %NULL with an error
 */
sqlite3_stmt *lev_database_prepare   (LevDatabase *self,
                                      const char  *sql,
                                      GError     **error);

/* The same for a text that was put together: the caller finalizes the statement. */
sqlite3_stmt *lev_database_compile   (LevDatabase *self,
                                      const char  *sql,
                                      GError     **error);

/* Runs a statement that gives no rows, and resets it. */
gboolean      lev_database_run       (LevDatabase  *self,
                                      sqlite3_stmt *statement,
                                      GError      **error);

/* Moves to the next row: %TRUE with @has_row telling whether there is one. */
gboolean      lev_database_step      (LevDatabase  *self,
                                      sqlite3_stmt *statement,
                                      gboolean     *has_row,
                                      GError      **error);

/* Runs one or more statements without bindings. */
gboolean      lev_database_execute   (LevDatabase *self,
                                      const char  *sql,
                                      GError     **error);

/* The first column of the first row of @sql as a number; @fallback when there is no row. */
gboolean      lev_database_get_int64 (LevDatabase *self,
                                      const char  *sql,
                                      gint64      *value,
                                      GError     **error);

gboolean      lev_database_begin     (LevDatabase *self,
                                      GError     **error);
gboolean      lev_database_commit    (LevDatabase *self,
                                      GError     **error);
void          lev_database_rollback  (LevDatabase *self);

/* SQLite's own check of the whole file; LEV_STORE_ERROR_DAMAGED says what it found. */
gboolean      lev_database_check     (LevDatabase *self,
                                      GError     **error);

/* Writes the whole content to @target, which must not exist. */
gboolean      lev_database_copy      (LevDatabase *self,
                                      const char  *target,
                                      GError     **error);

/* Sets @error from the connection's last error, prefixed with what was being done. */
void          lev_database_set_error (LevDatabase *self,
                                      GError     **error);

/* Between columns and cells. A cell that is read borrows its text until the next step. */
void          lev_database_bind_cell (sqlite3_stmt  *statement,
                                      int            parameter,
                                      const LevCell *cell);
void          lev_database_get_cell  (sqlite3_stmt *statement,
                                      int           column,
                                      LevCell      *cell);
void          lev_database_bind_text (sqlite3_stmt *statement,
                                      int           parameter,
                                      const char   *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevDatabase, lev_database_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (sqlite3_stmt, sqlite3_finalize)

G_END_DECLS
