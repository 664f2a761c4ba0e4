/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-heat-map-drawing.h"
#include "lev-house-style.h"

G_BEGIN_DECLS

/* A document of A4 pages: rows of cells that flow from page to page. A row goes to the next page
 * when it does not fit, and is divided only when no page is high enough for it; the heading of a
 * table comes again on each page. Nothing is cut off, whatever its length. All measures are in
 * points, x from the left margin. */

#define LEV_PAGE_WIDTH  (595.28)
#define LEV_PAGE_HEIGHT (841.89)
#define LEV_PAGE_MARGIN (40.0)
#define LEV_PAGE_INNER  (LEV_PAGE_WIDTH - 2 * LEV_PAGE_MARGIN)

/* The palette of the MT report. */
#define LEV_INK_TEXT      (0x1f2a37)
#define LEV_INK_SECONDARY (0x5b6673)
#define LEV_INK_ACCENT    (0x1f4e5f)
#define LEV_INK_CRITICAL  (0x9b2c2c)
#define LEV_INK_WHITE     (0xffffff)
#define LEV_FILL_ACCENT   (0x1f4e5f)
#define LEV_FILL_BAND     (0xe3edf0)
#define LEV_FILL_PANEL    (0xf4f6f8)
#define LEV_FILL_HAIRLINE (0xd5dbe1)

typedef enum
{
  LEV_CELL_START,
  LEV_CELL_CENTER,
  LEV_CELL_END,
} LevCellAlign;

/* One text in a row; empty for nothing. With a @fill it is a chip around it. */
typedef struct
{
  double       x;
  double       width;
  const char  *text;
  double       size;
  gboolean     is_bold;
  guint32      ink;
  LevCellAlign align;
  gboolean     has_fill;
  guint32      fill;
  LevLevel     sign; /* before the text of a chip; LEV_LEVEL_UNKNOWN for none */
} LevPageCell;

/* What is around the cells of a row. */
typedef struct
{
  double   above;
  double   below;
  gboolean has_line; /* a hairline under it */
  gboolean is_panel; /* on the colour of a panel */
  gboolean is_head;  /* white on the accent: the heading of a table */
} LevPageRow;

typedef struct _LevPageFlow LevPageFlow;

/* Draws the document in the style of the team: its colour, its name before what stands above each
 * page, and its logo beside that. @style is taken over. */
void         lev_page_flow_take_style  (LevPageFlow   *self,
                                        LevHouseStyle *style);

/* @left and @right stand above each page, @footer below it beside the number of the page. */
LevPageFlow *lev_page_flow_new         (const char *left,
                                        const char *right,
                                        const char *footer);
void         lev_page_flow_free        (LevPageFlow *self);

/* The day of which the document speaks; today unless it is set. */
void         lev_page_flow_set_date    (LevPageFlow *self,
                                        LevDate      date);
LevDate      lev_page_flow_get_date    (LevPageFlow *self);

void         lev_page_flow_add_row     (LevPageFlow       *self,
                                        const LevPageCell *cells,
                                        guint              n_cells,
                                        const LevPageRow  *row);

/* The rows until lev_page_flow_end_group() stay on one page when they can. */
void         lev_page_flow_begin_group (LevPageFlow *self);
void         lev_page_flow_end_group   (LevPageFlow *self);

/* Begins a section with @title; @needed is the height that must follow on the same page. */
void         lev_page_flow_begin       (LevPageFlow *self,
                                        const char  *title,
                                        double       needed);

/* Heads the rows that follow, on each page, until the next section; @cells is copied. */
void         lev_page_flow_head        (LevPageFlow       *self,
                                        const LevPageCell *cells,
                                        guint              n_cells);

/* Two heat maps beside each other, each @height high: now, and as is expected. @data is taken. */
void         lev_page_flow_add_maps    (LevPageFlow    *self,
                                        LevHeatMapData *data,
                                        const char     *now,
                                        const char     *expected,
                                        double          height);

guint        lev_page_flow_get_n_pages (LevPageFlow *self);

/* Draws page @page (from 0) with its upper left corner in the origin. */
void         lev_page_flow_draw        (LevPageFlow *self,
                                        guint        page,
                                        cairo_t     *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevPageFlow, lev_page_flow_free)

G_END_DECLS
