/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-text.h"

G_BEGIN_DECLS

/**
 * LevCsv:
 *
 * The cells of a text file with columns, as spreadsheet programs write it: with `;`, `,` or tab
 * between cells, quotes around cells that need them, and any line end (RFC 4180 and what Excel,
 * LibreOffice and Gnumeric make of it). A first line `sep=;` names the delimiter, as in Excel.
 */
typedef struct _LevCsv LevCsv;

/**
 * lev_csv_new:
 * @content: the bytes of a file
 * @error: return location for an error
 *
 * Takes a file apart. The delimiter is the one that gives the first rows equally many cells.
 *
 * Returns: (transfer full): the cells, or %NULL with %LEV_EXCHANGE_ERROR_CSV that names the line
 *   and the character: no text, a quote that is not closed, or text after a closing quote
 */
LevCsv        *lev_csv_new           (GBytes  *content,
                                      GError **error);

/**
 * lev_csv_get_text:
 * @self: a file
 *
 * Returns: (transfer none): how the file was stored and which bytes could not be read. Its text
 *   has been cut into cells
 */
const LevText *lev_csv_get_text      (LevCsv *self);

char           lev_csv_get_delimiter (LevCsv *self);
guint          lev_csv_get_n_rows    (LevCsv *self);
guint          lev_csv_get_n_cells   (LevCsv *self,
                                      guint   row);

/**
 * lev_csv_get_cell:
 * @self: a file
 * @row: the row, from 0
 * @column: the column, from 0
 *
 * Returns: (transfer none): the text of a cell without its quotes, its line breaks as `\n`; empty
 *   when the row is shorter
 */
const char    *lev_csv_get_cell      (LevCsv *self,
                                      guint   row,
                                      guint   column);

/**
 * lev_csv_get_line:
 * @self: a file
 * @row: the row, from 0
 * @column: the column, from 0
 *
 * Returns: the line of the file on which a cell starts, from 1
 */
guint          lev_csv_get_line      (LevCsv *self,
                                      guint   row,
                                      guint   column);

void           lev_csv_free          (LevCsv *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevCsv, lev_csv_free)

G_END_DECLS
