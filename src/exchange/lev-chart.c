/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-chart.h"

#include <stdlib.h>

#include <glib/gi18n.h>

#include "lev-cell-text.h"
#include "lev-report-style.h"
#include "lev-workbook-private.h"

/* What the library takes for the size of a chart. */
#define FULL_WIDTH  (480.0)
#define FULL_HEIGHT (288.0)

#define FONT "Calibri"

/* More bars of an own colour than these nobody tells apart. */
#define MAX_POINTS (8)

static lxw_chart_font
make_font (double   size,
           guint32  colour,
           gboolean is_bold)
{
  return (lxw_chart_font) { .name = FONT, .size = size, .color = colour, .bold = is_bold };
}

static void
set_points (LevSheet         *self,
            lxw_chart_series *series,
            const guint32    *colours,
            guint             n_points)
{
  lxw_chart_fill fills[MAX_POINTS];
  lxw_chart_point points[MAX_POINTS];
  lxw_chart_point *list[MAX_POINTS + 1] = {
    NULL,
  };

  for (guint i = 0; i < MIN (n_points, MAX_POINTS); i++)
    {
      fills[i] = (lxw_chart_fill) { .color = lev_workbook_get_colour (self->workbook, colours[i]) };
      points[i] = (lxw_chart_point) { .fill = &fills[i] };
      list[i] = &points[i];
    }

  chart_series_set_points (series, list);
}

/* What the cell shows: of a formula its result. */
static double
get_number (const lxw_cell *cell)
{
  if (cell != NULL && cell->type == FORMULA_CELL)
    return cell->formula_result;

  return cell != NULL && cell->type == NUMBER_CELL ? cell->u.number : 0;
}

/* The library keeps with a chart the numbers that are in the cells, for programs that draw it
 * without them, but has 0 for the result of a formula. */
static void
set_cache (LevSheet         *sheet,
           const LevRange   *cells,
           lxw_series_range *range)
{
  for (guint row = cells->row; row <= cells->last_row; row++)
    for (guint column = cells->column; column <= cells->last_column; column++)
      {
        lxw_row *found = lxw_worksheet_find_row (sheet->worksheet, row);
        lxw_series_data_point *point = calloc (1, sizeof *point);

        if (point == NULL)
          {
            lev_workbook_keep_failure (sheet->workbook, sheet, row, column, _("not enough memory"));
            return;
          }
        if (found != NULL)
          point->number = get_number (lxw_worksheet_find_cell_in_row (found, column));
        STAILQ_INSERT_TAIL (range->data_cache, point, list_pointers);
        range->num_data_points++;
      }

  range->ignore_cache = TRUE;
}

static void
add_series (LevSheet             *self,
            lxw_chart            *chart,
            const LevChartSeries *from)
{
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_fill fill = { .color = lev_workbook_get_colour (self->workbook, from->colour) };
  lxw_chart_line line = { .color = LEV_COLOUR_WHITE, .width = 0.75 };
  lxw_chart_font font = make_font (8, from->label, TRUE);
  const LevRange *categories = &from->categories;
  const LevRange *values = &from->values;

  chart_series_set_name (series, lev_cell_text_clean (from->name, from->sheet->text));
  chart_series_set_categories (series, from->sheet->name, categories->row, categories->column,
                               categories->last_row, categories->last_column);
  chart_series_set_values (series, from->sheet->name, values->row, values->column, values->last_row,
                           values->last_column);
  set_cache (from->sheet, values, series->values);
  chart_series_set_fill (series, &fill);
  chart_series_set_line (series, &line);
  if (from->point_colours != NULL)
    set_points (self, series, from->point_colours,
                values->last_row - values->row + values->last_column - values->column + 1);
  chart_series_set_labels (series);
  chart_series_set_labels_num_format (series, "0;;");
  chart_series_set_labels_font (series, &font);
}

/* In a horizontal chart the library calls the axis of the categories y. Those stand from the top
 * down, as in the table that they come from. */
static void
set_axes (lxw_chart *chart,
          gboolean   is_horizontal)
{
  lxw_chart_axis *categories = is_horizontal ? chart->y_axis : chart->x_axis;
  lxw_chart_axis *values = is_horizontal ? chart->x_axis : chart->y_axis;
  lxw_chart_font font = make_font (8, LEV_COLOUR_SECONDARY, FALSE);
  lxw_chart_line line = { .color = LEV_COLOUR_HAIRLINE, .width = 0.75 };

  chart_axis_set_num_font (categories, &font);
  chart_axis_set_line (categories, &line);
  chart_axis_set_major_tick_mark (categories, LXW_CHART_AXIS_TICK_MARK_NONE);
  chart_axis_major_gridlines_set_visible (categories, LXW_FALSE);
  if (is_horizontal)
    chart_axis_set_reverse (categories);
  chart_axis_off (values);
  chart_axis_major_gridlines_set_visible (values, LXW_FALSE);
}

static void
set_surroundings (LevSheet       *self,
                  lxw_chart      *chart,
                  const LevChart *from)
{
  lxw_chart_font title = make_font (10, LEV_COLOUR_INK, TRUE);
  lxw_chart_font legend = make_font (8, LEV_COLOUR_SECONDARY, FALSE);
  lxw_chart_line line = { .none = LXW_TRUE };
  lxw_chart_fill fill = { .color = LEV_COLOUR_WHITE };

  chart_title_set_name (chart, lev_cell_text_clean (from->title, self->text));
  chart_title_set_name_font (chart, &title);
  chart_chartarea_set_line (chart, &line);
  chart_chartarea_set_fill (chart, &fill);
  chart_set_series_gap (chart, from->gap);
  if (from->is_stacked)
    chart_set_series_overlap (chart, 100);
  if (from->n_series > 1)
    {
      chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
      chart_legend_set_font (chart, &legend);
    }
  else
    chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
}

void
lev_sheet_add_chart (LevSheet       *self,
                     const LevChart *chart,
                     guint           row,
                     guint           column,
                     guint           width,
                     guint           height)
{
  static const int types[2][2] = { { LXW_CHART_COLUMN, LXW_CHART_COLUMN_STACKED },
                                   { LXW_CHART_BAR, LXW_CHART_BAR_STACKED } };
  g_autofree char *description = NULL;
  lxw_chart_options options = { .x_scale = width / FULL_WIDTH, .y_scale = height / FULL_HEIGHT };
  lxw_chart *target;
  lxw_error result;

  if (self == NULL)
    return;

  target = lev_workbook_add_chart (self->workbook,
                                   types[chart->is_horizontal ? 1 : 0][chart->is_stacked ? 1 : 0]);
  if (target == NULL)
    {
      lev_workbook_keep_failure (self->workbook, self, row, column, _("not enough memory"));
      return;
    }

  for (guint i = 0; i < chart->n_series; i++)
    add_series (self, target, &chart->series[i]);
  set_axes (target, chart->is_horizontal);
  set_surroundings (self, target, chart);

  description = g_strdup (lev_cell_text_clean (chart->description, self->text));
  options.description = description;
  result = worksheet_insert_chart_opt (self->worksheet, row, column, target, &options);
  if (result != LXW_NO_ERROR)
    lev_workbook_keep_failure (self->workbook, self, row, column, lxw_strerror (result));
}
