/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The first argument of the program when it is the child that takes a workbook apart. */
#define LEV_WORKBOOK_CHILD_ARGUMENT "--read-workbook"

/* What the child says: lines of fields with tabs between them. */
#define LEV_WORKBOOK_LINE_SHEET "sheet" /* name */
#define LEV_WORKBOOK_LINE_CELL  "cell"  /* row, column, text */
#define LEV_WORKBOOK_LINE_END   "end"   /* everything was said */

/**
 * lev_workbook_child_main:
 * @path: a file from elsewhere
 *
 * Limits this process, reads @path and writes what it holds on stdout. Never returns to the rest
 * of the program.
 *
 * Returns: the exit status: 0, 1 when the file cannot be read, 3 when it holds too much
 */
int lev_workbook_child_main (const char *path);

G_END_DECLS
