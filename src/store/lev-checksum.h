#pragma once

#include "lev-database.h"

G_BEGIN_DECLS

/* The content's own hash: per table the number of rows and the sum of their checksums, kept in
 * the transaction that changes them. It finds what SQLite's own check cannot see: bytes of a
 * value that were changed, and rows that came from another moment. */

#define LEV_CHECKSUM_START G_GUINT64_CONSTANT (0x4c65764d616e2121)

typedef struct _LevChecksums LevChecksums;

LevChecksums *lev_checksums_new        (void);
void          lev_checksums_free       (LevChecksums *self);

/* Adds @cell to the running checksum @sum of a row; start with LEV_CHECKSUM_START, and take the columns in the
 * order of the table. */
guint64       lev_checksum_add_cell    (guint64        sum,
                                        const LevCell *cell);
guint64       lev_checksum_add_text    (guint64     sum,
                                        const char *text);

/* The checksum of a row whose cells came to @sum: never 0, which stands for no row. */
guint32       lev_checksum_end         (guint64 sum);

/* The checksum of the row of `SELECT *` at which @statement is. */
guint32       lev_checksum_of_row      (sqlite3_stmt *statement);

/* A row of @table changed from checksum @old to @new; 0 stands for no row. @table is a static or
 * interned string. */
void          lev_checksums_change     (LevChecksums *self,
                                        const char   *table,
                                        guint32       old,
                                        guint32       new);

/**
 * lev_checksums_insert:
 * @sql: a static string: "INSERT INTO @table VALUES (?, …)" with all columns in their order
 *
 * Adds a row, inside the running transaction.
 */
gboolean      lev_checksums_insert     (LevChecksums  *self,
                                        LevDatabase   *database,
                                        const char    *table,
                                        const char    *sql,
                                        const LevCell *cells,
                                        guint          n_cells,
                                        GError       **error);

/* Adds up every row of @table. */
gboolean      lev_checksums_add_up     (LevChecksums *self,
                                        LevDatabase  *database,
                                        const char   *table,
                                        GError      **error);

/* Forgets what is known of @table, before it is filled anew. */
void          lev_checksums_clear      (LevChecksums *self,
                                        const char   *table);

/* Writes what changed into the table `checksum`, inside the running transaction. */
gboolean      lev_checksums_save       (LevChecksums *self,
                                        LevDatabase  *database,
                                        GError      **error);

/* After the transaction: what was changed counts from now on, or never happened. */
void          lev_checksums_settle     (LevChecksums *self,
                                        gboolean      committed);

/* Whether the table `checksum` says the same as @self, which was filled from the rows;
 * LEV_STORE_ERROR_DAMAGED names the table where it does not. */
gboolean      lev_checksums_verify     (LevChecksums *self,
                                        LevDatabase  *database,
                                        GError      **error);

/* The same for a whole file, whatever version made it: it adds up every table that is there. */
gboolean      lev_checksums_verify_all (LevDatabase *database,
                                        GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevChecksums, lev_checksums_free)

G_END_DECLS
