/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <xlsxwriter.h>

#include "lev-workbook.h"

G_BEGIN_DECLS

/* What LevWorkbook and LevSheet share; nobody else includes this. */

struct _LevSheet
{
  LevWorkbook   *workbook;
  lxw_worksheet *worksheet;
  char          *name;
  GString       *text; /* for cleaned texts */
  guint          n_links;
};

/* The library's format of @style; a quoted one is for text that looks like a formula. */
lxw_format *lev_workbook_get_format   (LevWorkbook *self,
                                       guint        style,
                                       gboolean     is_quoted);

/* What @colour is in the style of the workbook. */
guint32     lev_workbook_get_colour   (LevWorkbook *self,
                                       guint32      colour);

/* A chart of LXW_CHART_*; %NULL after a failure. */
lxw_chart  *lev_workbook_add_chart    (LevWorkbook *self,
                                       int          type);

/* Keeps the first failure: what the library said, or @reason, about a cell of @sheet. */
void        lev_workbook_keep_failure (LevWorkbook *self,
                                       LevSheet    *sheet,
                                       guint        row,
                                       guint        column,
                                       const char  *reason);

G_END_DECLS
