/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-sheets.h"

#include <glib/gi18n.h>

#include "lev-chart.h"
#include "lev-report-list.h"

/* Three columns of 100 pixels and nine rows of 23, and a little space between the charts. */
#define WIDTH  (298)
#define HEIGHT (205)

/* More suppliers do not fit in a chart of this size. */
#define MAX_SUPPLIERS (12)

static LevChartSeries
make_series (LevReport     *report,
             const char    *name,
             LevReportSheet sheet,
             LevRange       categories,
             LevRange       values,
             guint32        colour,
             guint32        label)
{
  return (LevChartSeries) { name, report->sheets[sheet], categories, values, colour, label, NULL };
}

static void
add_class_chart (LevReport *report,
                 guint      row)
{
  LevRange classes = { LEV_HEATMAP_CLASS_ROW, 1, LEV_HEATMAP_CLASS_ROW, 5 };
  LevRange now = { LEV_HEATMAP_CLASS_ROW + 1, 1, LEV_HEATMAP_CLASS_ROW + 1, 5 };
  LevRange after = { LEV_HEATMAP_CLASS_ROW + 2, 1, LEV_HEATMAP_CLASS_ROW + 2, 5 };
  const LevChartSeries series[] = {
    make_series (report, report->words[LEV_WORD_NOW], LEV_REPORT_HEATMAP, classes, now,
                 LEV_COLOUR_ACCENT, LEV_COLOUR_INK),
    make_series (report, _("after measures"), LEV_REPORT_HEATMAP, classes, after, LEV_COLOUR_BAR,
                 LEV_COLOUR_SECONDARY),
  };

  lev_sheet_add_chart (report->sheets[LEV_REPORT_SUMMARY],
                       &(LevChart) {
                         .title = _("Risks by class"),
                         .description = _(
                           "Bar chart: number of risks by class, now and after measures"),
                         .gap = 60,
                         .series = series,
                         .n_series = G_N_ELEMENTS (series),
                       },
                       row, 0, WIDTH, HEIGHT);
}

static void
add_supplier_chart (LevReport *report,
                    guint      row)
{
  static const struct { LevWord word; const char *id; guint32 colour, label; } classes[] = {
    { LEV_WORD_CRITICAL, "critical", LEV_COLOUR_CRITICAL, LEV_COLOUR_WHITE },
    { LEV_WORD_HIGH, "high", LEV_COLOUR_HIGH, LEV_COLOUR_INK },
    { LEV_WORD_MEDIUM, "medium", LEV_COLOUR_MEDIUM, LEV_COLOUR_INK },
    { LEV_WORD_LOW, "low", LEV_COLOUR_LOW_CHART, LEV_COLOUR_SECONDARY },
  };
  guint last = LEV_LIST_FIRST_ROW + MIN (report->n_chosen, MAX_SUPPLIERS) - 1;
  guint name = lev_report_find_supplier_column ("name");
  LevRange names = { LEV_LIST_FIRST_ROW, name, last, name };
  LevChartSeries series[G_N_ELEMENTS (classes)];

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      guint column = lev_report_find_supplier_column (classes[i].id);
      LevRange values = { LEV_LIST_FIRST_ROW, column, last, column };

      series[i] = make_series (report, report->words[classes[i].word], LEV_REPORT_SUPPLIERS, names,
                               values, classes[i].colour, classes[i].label);
    }

  lev_sheet_add_chart (report->sheets[LEV_REPORT_SUMMARY],
                       &(LevChart) {
                         .title = _("Risks by supplier"),
                         .description = _("Stacked bars: risks by supplier and class"),
                         .is_horizontal = TRUE,
                         .is_stacked = TRUE,
                         .gap = 35,
                         .series = series,
                         .n_series = G_N_ELEMENTS (series),
                       },
                       row, 3, WIDTH, HEIGHT);
}

static void
add_round_chart (LevReport *report,
                 guint      row)
{
  guint first = LEV_HEATMAP_ROUNDS_ROW + 1;
  guint last = first + report->n_rounds - 1;
  LevRange rounds = { first, 0, last, 0 };
  const LevChartSeries series[] = {
    make_series (report, report->words[LEV_WORD_CRITICAL], LEV_REPORT_HEATMAP, rounds,
                 (LevRange) { first, 1, last, 1 }, LEV_COLOUR_CRITICAL, LEV_COLOUR_WHITE),
    make_series (report, report->words[LEV_WORD_HIGH], LEV_REPORT_HEATMAP, rounds,
                 (LevRange) { first, 2, last, 2 }, LEV_COLOUR_HIGH, LEV_COLOUR_INK),
  };

  lev_sheet_add_chart (report->sheets[LEV_REPORT_SUMMARY],
                       &(LevChart) {
                         .title = _("Critical and high by round"),
                         .description = _("Stacked columns: critical and high risks by round"),
                         .is_stacked = TRUE,
                         .gap = 70,
                         .series = series,
                         .n_series = G_N_ELEMENTS (series),
                       },
                       row, 6, WIDTH, HEIGHT);
}

static void
add_signal_chart (LevReport *report,
                  guint      row)
{
  static const guint32 colours[] = { LEV_COLOUR_ACCENT, LEV_COLOUR_BAR, LEV_COLOUR_CRITICAL,
                                     LEV_COLOUR_BAR };
  guint first = LEV_HEATMAP_ROUNDS_ROW + 1;
  guint last = first + G_N_ELEMENTS (colours) - 1;
  LevChartSeries series = make_series (report, _("number"), LEV_REPORT_HEATMAP,
                                       (LevRange) { first, 3, last, 3 },
                                       (LevRange) { first, 5, last, 5 }, LEV_COLOUR_ACCENT,
                                       LEV_COLOUR_INK);

  series.point_colours = colours;
  lev_sheet_add_chart (report->sheets[LEV_REPORT_SUMMARY],
                       &(LevChart) {
                         .title = _("Actions by signal"),
                         .description = _("Bars: actions by signal"),
                         .is_horizontal = TRUE,
                         .gap = 45,
                         .series = &series,
                         .n_series = 1,
                       },
                       row, 9, WIDTH, HEIGHT);
}

void
lev_report_add_charts (LevReport *report,
                       guint      row)
{
  add_class_chart (report, row);
  if (report->n_chosen > 0)
    add_supplier_chart (report, row);
  add_round_chart (report, row);
  add_signal_chart (report, row);
}
