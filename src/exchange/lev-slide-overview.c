/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-slides-private.h"

#include <glib/gi18n.h>

#define N_LEVELS (LEV_LEVEL_CRITICAL + 1)

/* The marks get the numbers of the table, which is in the order of the report. */
static void
number_marks (LevSlideCanvas *canvas,
              LevHeatMapData *data)
{
  for (guint i = 0; i < data->marks->len; i++)
    {
      LevHeatMark *mark = g_ptr_array_index (data->marks, i);
      LevReportSupplier *supplier = lev_slides_find_supplier (canvas->slides, mark->record);

      g_free (mark->label);
      mark->label = supplier != NULL ? g_strdup_printf ("%u", supplier->number) : g_strdup ("?");
    }
}

/* The heat map of the round, each supplier by its number in the table beside it. */
static void
draw_map (LevSlideCanvas *canvas,
          double          x,
          double          width)
{
  g_autoptr (LevHeatMapData) data = lev_heat_map_data_new_review (canvas->report->review);
  LevHeatStyle style = canvas->pen.style;
  LevHeatPicture picture = { data, &style, LEV_HEAT_NOW, LEV_HEAT_NOW, NULL };
  LevHeatGeometry geometry;
  cairo_t *cr = canvas->pen.cr;

  number_marks (canvas, data);
  style.font_size = 22;
  style.has_circles = TRUE;
  style.diameter = 42;
  style.smallest = 30;
  lev_heat_geometry_init (&geometry, width, 510, style.font_size);
  lev_slide_pen_line (&canvas->pen, &lev_slide_section, _("Most serious risk per supplier, now"), x,
                      LEV_SLIDE_TOP + 16, width);
  cairo_save (cr);
  cairo_translate (cr, x, LEV_SLIDE_TOP + 48);
  lev_heat_map_draw (&picture, &geometry, LEV_HEAT_CELLS | LEV_HEAT_MARKS, cr);
  cairo_restore (cr);
}

/* How many risks there are of each class after the measures, and were before them. */
static void
draw_residual (LevSlideCanvas *canvas,
               double          x,
               double          width)
{
  static const LevLevel levels[] = { LEV_LEVEL_CRITICAL, LEV_LEVEL_HIGH, LEV_LEVEL_MEDIUM,
                                     LEV_LEVEL_LOW, LEV_LEVEL_UNKNOWN };
  guint now[N_LEVELS] = { 0 }, residual[N_LEVELS] = { 0 };
  double step = width / N_LEVELS, y = LEV_SLIDE_TOP + 620;
  LevSlideType middle = lev_slide_small;

  middle.alignment = PANGO_ALIGN_CENTER;
  for (guint i = 0; i < canvas->report->risks->len; i++)
    {
      LevReportRisk *risk = g_ptr_array_index (canvas->report->risks, i);

      now[risk->level]++;
      residual[risk->residual_level]++;
    }
  lev_slide_pen_line (&canvas->pen, &lev_slide_section, _("Risks after the measures"), x, y - 28,
                      width);
  for (guint i = 0; i < N_LEVELS; i++)
    {
      LevLevel level = levels[i];
      g_autofree char *count = g_strdup_printf ("%u", residual[level]);
      g_autofree char *before = g_strdup_printf (_("now %u"), now[level]);

      lev_slide_pen_chip (&canvas->pen, level, count,
                          (LevHeatRect) { x + i * step, y, step - 8, 64 });
      lev_slide_pen_line (&canvas->pen, &middle,
                          canvas->report->words[lev_report_get_level_word (level)], x + i * step,
                          y + 84, step - 8);
      lev_slide_pen_line (&canvas->pen, &middle, before, x + i * step, y + 112, step - 8);
    }
}

typedef struct
{
  double x;
  double name;
  double answer;
  double count;
} Columns;

static void
draw_header (LevSlideCanvas *canvas,
             const Columns  *columns,
             double          width)
{
  LevSlideType middle = lev_slide_secondary;
  double x = columns->x + columns->name;

  middle.alignment = PANGO_ALIGN_CENTER;
  lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, _("Supplier"), columns->x,
                      LEV_SLIDE_TOP + 16, columns->name);
  for (guint i = 0; i < LEV_REPORT_N_QUESTIONS; i++, x += columns->answer)
    lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, canvas->report->themes[i], x,
                        LEV_SLIDE_TOP + 16, columns->answer - 12);
  for (guint i = 0; i < 2; i++, x += columns->count)
    lev_slide_pen_line (&canvas->pen, &middle,
                        lev_scoring_get_level_title (canvas->report->content,
                                                     LEV_LEVEL_CRITICAL - i),
                        x, LEV_SLIDE_TOP + 16, columns->count);
  lev_slide_pen_rule (&canvas->pen, columns->x, LEV_SLIDE_TOP + 40, width);
}

/* “was attention”, “equal to the previous round”, or nothing when there is no previous answer. */
static char *
describe_before (LevSlideCanvas    *canvas,
                 LevReportSupplier *supplier,
                 guint              question)
{
  LevWord before = supplier->previous_answers[question];
  gboolean is_new = supplier->previous == NULL && canvas->report->review->previous != NULL;

  if (before == LEV_WORD_NONE)
    return g_strdup (is_new ? _("new in the round") : "");
  if (before == supplier->answers[question])
    return g_strdup (_("equal to the previous round"));

  return g_strdup_printf (_("was %s"), canvas->report->words[before]);
}

static void
draw_supplier (LevSlideCanvas    *canvas,
               LevReportSupplier *supplier,
               const Columns     *columns,
               double             y,
               double             step)
{
  static const LevSlideType counts[] = {
    { 30, PANGO_WEIGHT_BOLD, LEV_SLIDE_CRITICAL, PANGO_ALIGN_CENTER },
    { 30, PANGO_WEIGHT_BOLD, LEV_SLIDE_HIGH, PANGO_ALIGN_CENTER },
  };
  double x = columns->x + columns->name, chip = MIN (0.6 * step, 46);
  g_autofree char *name = g_strdup_printf ("%u  %s", supplier->number, supplier->supplier->name);

  lev_slide_pen_line (&canvas->pen, &lev_slide_strong, name, columns->x, y + step / 2,
                      columns->name - 16);
  for (guint i = 0; i < LEV_REPORT_N_QUESTIONS; i++, x += columns->answer)
    {
      LevWord answer = supplier->answers[i];
      g_autofree char *before = describe_before (canvas, supplier, i);
      double top = y + (step - chip - 20) / 2;

      lev_slide_pen_chip (&canvas->pen, lev_slides_get_answer_level (answer),
                          answer != LEV_WORD_NONE ? canvas->report->words[answer] : "–",
                          (LevHeatRect) { x, top, columns->answer - 12, chip });
      lev_slide_pen_line (&canvas->pen, &lev_slide_small, before, x + 2, top + chip + 12,
                          columns->answer - 16);
    }
  for (guint i = 0; i < 2; i++, x += columns->count)
    {
      guint n = supplier->levels[LEV_LEVEL_CRITICAL - i];
      g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("·");

      lev_slide_pen_line (&canvas->pen, &counts[i], count, x, y + step / 2, columns->count);
    }
}

/* What the MT is asked for. */
static void
draw_asked (LevSlideCanvas *canvas,
            double          x,
            double          width)
{
  guint n_taken, n_refused, n_open;
  gint64 cost = 0;
  g_autofree char *money = NULL;
  g_autofree char *text = NULL;

  lev_slides_count (canvas->slides, &n_taken, &n_refused);
  n_open = canvas->slides->actions->len - n_taken - n_refused;
  for (guint i = 0; i < canvas->slides->actions->len; i++)
    {
      LevReportAction *row = g_ptr_array_index (canvas->slides->actions, i);

      if (lev_slides_get_decision (row) == NULL)
        cost += row->action->cost;
    }
  money = lev_slides_format_money (cost);
  text = n_open > 0
           ? g_strdup_printf (ngettext ("To take %u action or not (%s).",
                                        "To take %u actions or not (%s).", n_open),
                              n_open, money)
           : g_strdup_printf (_("Nothing any more: %u taken, %u not taken."), n_taken, n_refused);

  lev_slide_pen_panel (&canvas->pen, (LevHeatRect) { x, LEV_SLIDE_BOTTOM - 112, width, 112 },
                       LEV_SLIDE_LIGHT, 0);
  lev_slide_pen_line (&canvas->pen, &lev_slide_section, _("Asked today"), x + 28,
                      LEV_SLIDE_BOTTOM - 78, width - 56);
  lev_slide_pen_line (&canvas->pen, &lev_slide_body, text, x + 28, LEV_SLIDE_BOTTOM - 34,
                      width - 56);
}

void
lev_slide_draw_overview (LevSlideCanvas *canvas)
{
  double width = canvas->pen.width - 2 * LEV_SLIDE_MARGIN;
  double map = 0.36 * width, table = width - map - 60;
  Columns columns = { LEV_SLIDE_MARGIN + map + 60, 0.37 * table, 0.24 * table, 0.075 * table };
  LevReport *report = canvas->report;
  guint first = canvas->slide->first;
  guint last = MIN (first + LEV_SLIDE_OVERVIEW_ROWS, report->n_chosen);
  double top = LEV_SLIDE_TOP + 41;
  double step = MIN (86, (LEV_SLIDE_BOTTOM - 128 - top) / MAX (last - first, 1));

  draw_map (canvas, LEV_SLIDE_MARGIN, map);
  draw_residual (canvas, LEV_SLIDE_MARGIN, map);
  draw_header (canvas, &columns, table);
  for (guint i = first; i < last; i++)
    {
      double y = top + step * (i - first);

      draw_supplier (canvas, g_ptr_array_index (report->suppliers, i), &columns, y, step);
      lev_slide_pen_rule (&canvas->pen, columns.x, y + step, table);
    }
  draw_asked (canvas, columns.x, table);
}
