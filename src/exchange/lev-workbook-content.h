/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * What the cells of a spreadsheet file from elsewhere hold (.xlsx). The file is distrusted:
 * it is taken apart in a child process that has little memory and little time and can write
 * nothing, so that whatever is in it, the worst is a message.
 */

/* What a child process may use. */
#define LEV_WORKBOOK_MAX_MEMORY  (128 * 1024 * 1024) /* bytes of data */
#define LEV_WORKBOOK_MAX_SECONDS (5)
#define LEV_WORKBOOK_MAX_FILE    (32 * 1024 * 1024) /* bytes of the file itself */
#define LEV_WORKBOOK_MAX_CELLS   (200000)           /* that hold something */

typedef struct _LevWorkbookContent LevWorkbookContent;

/**
 * lev_workbook_content_read:
 * @path: a file whose name ends in `.xlsx`
 * @cancellable: (nullable)
 *
 * Returns: (transfer full): what the cells hold, or %NULL with %LEV_EXCHANGE_ERROR_READ when the
 *   file is no such file, is damaged, or is too large to be one of ours
 */
LevWorkbookContent *lev_workbook_content_read        (const char   *path,
                                                      GCancellable *cancellable,
                                                      GError      **error);

void                lev_workbook_content_free        (LevWorkbookContent *self);

/* The number of the sheet named @name, from 0; -1 when there is none. */
int                 lev_workbook_content_find_sheet  (LevWorkbookContent *self,
                                                      const char         *name);

/* One more than the last row of @sheet that holds something. */
guint               lev_workbook_content_get_n_rows  (LevWorkbookContent *self,
                                                      int                 sheet);

/* The text of a cell, stripped of spaces at both ends: a date as `2026-12-31`, a number with a
 * point. The empty string when it holds nothing. */
const char         *lev_workbook_content_get         (LevWorkbookContent *self,
                                                      int                 sheet,
                                                      guint               row,
                                                      guint               column);

/**
 * lev_workbook_content_find:
 * @text: what a cell holds, exactly
 * @n_rows: how many rows are looked at, from the first
 * @row: (out)
 * @column: (out)
 *
 * Returns: whether @text stands somewhere in @sheet; the first place, row by row
 */
gboolean            lev_workbook_content_find        (LevWorkbookContent *self,
                                                      int                 sheet,
                                                      const char         *text,
                                                      guint               n_rows,
                                                      guint              *row,
                                                      guint              *column);

/**
 * lev_workbook_content_set_program:
 * @program: the program that is started as the child; it passes its arguments on to
 *   lev_workbook_child_main()
 *
 * To be called once at the start; without it the running program is its own child.
 */
void                lev_workbook_content_set_program (const char *program);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevWorkbookContent, lev_workbook_content_free)

G_END_DECLS
