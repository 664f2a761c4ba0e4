#pragma once

#include "lev-log.h"

G_BEGIN_DECLS

/* The rows of the table `operation`. The operations of one edit on one record stand in one row:
 * the first has the row's sequence, each next one the next. Their fields, values and what they
 * overwrite stand in the column `cells`, one after the other. */

/* The columns that lev_log_row_walk() reads; others may follow. */
#define LEV_LOG_ROW_COLUMNS "o.edit, w.name, o.sequence, o.clock, o.kind, o.record, o.cells"
#define LEV_LOG_ROW_TABLES  " FROM operation o JOIN writer w ON w.id = o.writer "

/* As they are shown: the first of a field that is understood. */
#define LEV_LOG_ROW_SHOWN_FIRST " ORDER BY o.clock DESC, w.name DESC, o.sequence DESC"

/* Adds an operation to @cells. */
void     lev_log_row_add  (GString       *cells,
                           const char    *field,
                           const LevCell *value,
                           const char    *overwrites);

/* Calls @func for each operation of the rows that @statement gives, until it returns %FALSE; that
 * is a failure only when it set its error. */
gboolean lev_log_row_walk (LevDatabase     *database,
                           sqlite3_stmt    *statement,
                           LevOperationFunc func,
                           gpointer         user_data,
                           GError         **error);

G_END_DECLS
