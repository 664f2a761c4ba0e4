/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-report-data.h"

G_BEGIN_DECLS

/* The formulas of the report. They are written with the names of columns and words, so that a
 * column can be added and a word translated, and the formulas follow. */

typedef struct _LevReportList LevReportList;

/**
 * lev_report_expand:
 * @list: (nullable): whose columns the formula refers to
 * @formula: a formula in which `{id}` is the cell of that column in the same row, `{:id}` all of
 *   the column down to that row, `{=word}` the quoted word (`{=critical}`), `{~word}` the same as
 *   a criterion of COUNTIFS, `{>=word}` the lowest score of that class and `{!}` the lowest impact
 *   that is never below high
 *
 * Returns: (transfer full): the formula, ready for lev_report_fill_in()
 */
char       *lev_report_expand      (LevReport           *report,
                                    const LevReportList *list,
                                    const char          *formula);

/* Puts the number of @row in an expanded formula, into @buffer; returns its text. */
const char *lev_report_fill_in     (const char *pattern,
                                    guint       row,
                                    GString    *buffer);

/* The column with @id. */
guint       lev_report_find_column (const LevReportList *list,
                                    const char          *id);

/* A word of the report as the start of a sentence or the head of a column. */
char       *lev_report_dup_title   (const char *word);

G_END_DECLS
