/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-sheet.h"

G_BEGIN_DECLS

/* A native chart of bars or columns, in the manner of the report: no value axis and no grid, but
 * the number at each bar. */

/* Of one series. */
typedef struct
{
  const char    *name;
  LevSheet      *sheet; /* where the ranges are */
  LevRange       categories;
  LevRange       values;
  guint32        colour;
  guint32        label;         /* the colour of the numbers */
  const guint32 *point_colours; /* one per bar instead of @colour, or NULL */
} LevChartSeries;

typedef struct
{
  const char           *title;
  const char           *description; /* for those who cannot see it */
  gboolean              is_horizontal;
  gboolean              is_stacked;
  guint                 gap; /* between bars, in percent of their width */
  const LevChartSeries *series;
  guint                 n_series;
} LevChart;

/**
 * lev_sheet_add_chart:
 * @self: (nullable): a sheet
 * @chart: the chart
 * @row: the row of its top left corner
 * @column: the column of that corner
 * @width: in pixels of 1/96 inch
 * @height: the same
 *
 * Puts a chart over the cells. A legend is shown when there is more than one series.
 */
void lev_sheet_add_chart (LevSheet       *self,
                          const LevChart *chart,
                          guint           row,
                          guint           column,
                          guint           width,
                          guint           height);

G_END_DECLS
