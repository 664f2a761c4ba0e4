/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-slides-private.h"

#include "lev-date.h"
#include "lev-record-list.h"
#include "lev-state.h"

#include <glib/gi18n.h>

#define GAP      (60) /* between the two columns */
#define CRITERIA (4)
#define RISKS    (4)
#define ACTIONS  (3)
#define ROUNDS   (4)

static void
draw_question (LevSlideCanvas *canvas,
               guint           question,
               LevHeatRect     rect)
{
  LevReport *report = canvas->report;
  LevKeyAnswer *answer = lev_dossier_find_answer (canvas->supplier->dossier,
                                                  report->questions[question]);
  LevWord word = canvas->supplier->answers[question];
  LevWord before = canvas->supplier->previous_answers[question];
  LevSlideType right = lev_slide_small;
  double text = rect.x + 280;
  g_autofree char *label = NULL;
  g_autofree char *previous = NULL;

  /* Translators: a short key question: “Continuity in danger?” */
  label = g_strdup_printf (_("%s in danger?"), report->themes[question]);
  right.alignment = PANGO_ALIGN_RIGHT;
  lev_slide_pen_panel (&canvas->pen, rect, LEV_SLIDE_PANEL, 0);
  lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, label, rect.x + 24, rect.y + 32,
                      rect.width - 48 - 250);
  if (before != LEV_WORD_NONE)
    {
      previous = g_strdup_printf (_("previous round: %s"), report->words[before]);
      lev_slide_pen_line (&canvas->pen, &right, previous, rect.x + rect.width - 24 - 245,
                          rect.y + 32, 245);
    }
  lev_slide_pen_chip (&canvas->pen, lev_slides_get_answer_level (word),
                      word != LEV_WORD_NONE ? report->words[word] : "–",
                      (LevHeatRect) { rect.x + 24, rect.y + 60, 236, 60 });
  lev_slide_pen_text (&canvas->pen, &lev_slide_secondary,
                      answer != NULL && !lev_text_is_blank (answer->explanation)
                        ? answer->explanation
                        : _("No explanation yet."),
                      text, rect.y + 56, rect.x + rect.width - 20 - text, 3);
}

typedef struct
{
  const LevHandbookItem *criterion;
  int                    score;
  int                    before;
} Criterion;

static int
get_score (LevDossier *dossier,
           const char *code)
{
  LevAssessment *assessment = dossier != NULL ? lev_dossier_find_assessment (dossier, code) : NULL;

  return assessment != NULL ? assessment->score : LEV_SCORE_OPEN;
}

/* The worst first; of equal ones what became worse. */
static int
compare_criteria (gconstpointer a,
                  gconstpointer b)
{
  const Criterion *one = a;
  const Criterion *other = b;

  if (one->score != other->score)
    return other->score - one->score;

  return one->before - other->before;
}

static GArray *
list_criteria (LevSlideCanvas *canvas)
{
  LevHandbookContent *content = canvas->report->content;
  GArray *criteria = g_array_new (FALSE, FALSE, sizeof (Criterion));

  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);
      Criterion criterion = { item, get_score (canvas->supplier->dossier, item->code),
                              get_score (canvas->supplier->previous, item->code) };

      if (LEV_SCORE_IS_KNOWN (criterion.score))
        g_array_append_val (criteria, criterion);
    }
  g_array_sort (criteria, compare_criteria);

  return criteria;
}

/* Five dashes: where the score is now, and where it was. */
static void
draw_scale (LevSlideCanvas  *canvas,
            const Criterion *criterion,
            double           x,
            double           middle)
{
  for (int score = 1; score <= 5; score++)
    {
      cairo_rectangle (canvas->pen.cr, x + 30 * (score - 1), middle - 6, 24, 12);
      lev_slide_pen_color (&canvas->pen, score == criterion->score    ? LEV_SLIDE_ACCENT
                                         : score == criterion->before ? LEV_SLIDE_MIDDLE
                                                                      : LEV_SLIDE_HAIRLINE);
      cairo_fill (canvas->pen.cr);
    }
}

static void
draw_trend (LevSlideCanvas  *canvas,
            const Criterion *criterion,
            double           x,
            double           middle)
{
  LevSlideType type = lev_slide_strong;
  int change = criterion->score - criterion->before;
  g_autofree char *text = NULL;

  if (canvas->supplier->previous == NULL)
    return;
  if (!LEV_SCORE_IS_KNOWN (criterion->before))
    text = g_strdup (_("new"));
  else if (change == 0)
    text = g_strdup ("=");
  else
    text = g_strdup_printf (change > 0 ? "↑ %d" : "↓ %d", ABS (change));
  type.color = change > 0 ? LEV_SLIDE_CRITICAL : LEV_SLIDE_ACCENT;
  type.alignment = PANGO_ALIGN_RIGHT;
  lev_slide_pen_line (&canvas->pen, &type, text, x, middle, 80);
}

static double
draw_criteria (LevSlideCanvas *canvas,
               double          y,
               double          width)
{
  g_autoptr (GArray) criteria = list_criteria (canvas);
  guint n_shown = MIN (criteria->len, CRITERIA);

  lev_slide_pen_line (&canvas->pen, &lev_slide_section, _("Worst criteria"), LEV_SLIDE_MARGIN,
                      y + 18, width);
  y += 42;
  for (guint i = 0; i < n_shown; i++, y += 56)
    {
      const Criterion *criterion = &g_array_index (criteria, Criterion, i);
      LevLevel level = lev_slides_get_score_level (criterion->score);
      double middle = y + 26, x = LEV_SLIDE_MARGIN;
      LevSlideType figure = { 28, PANGO_WEIGHT_BOLD, 0, PANGO_ALIGN_CENTER };
      g_autofree char *score = g_strdup_printf ("%d", criterion->score);
      g_autofree char *title = NULL;

      title = g_strconcat (criterion->criterion->code, "  ", criterion->criterion->title, NULL);
      figure.color = level == LEV_LEVEL_CRITICAL ? LEV_SLIDE_WHITE : LEV_SLIDE_INK;
      cairo_rectangle (canvas->pen.cr, x, y, 52, 50);
      lev_color_set (&canvas->pen.style.fill[level], canvas->pen.cr);
      cairo_fill (canvas->pen.cr);
      lev_slide_pen_line (&canvas->pen, &figure, score, x, middle, 52);
      lev_slide_pen_line (&canvas->pen, &lev_slide_body, title, x + 70, middle, width - 70 - 260);
      draw_scale (canvas, criterion, x + width - 240, middle);
      draw_trend (canvas, criterion, x + width - 80, middle);
    }
  if (n_shown == 0)
    lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, _("No criterion is scored yet."),
                        LEV_SLIDE_MARGIN, y + 26, width);

  return y;
}

/* The worst score of a theme in @dossier; 0 for none. */
static int
find_worst (LevSlideCanvas *canvas,
            LevDossier     *dossier,
            guint           question)
{
  LevHandbookContent *content = canvas->report->content;
  const LevHandbookItem *asked = lev_handbook_content_find (content, LEV_HANDBOOK_QUESTION,
                                                            canvas->report->questions[question]);
  int worst = 0;

  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);
      int score = get_score (dossier, item->code);

      if (asked != NULL && g_strcmp0 (item->theme, asked->theme) == 0 && LEV_SCORE_IS_KNOWN (score))
        worst = MAX (worst, score);
    }

  return worst;
}

/* One line of the course; the two lie a little apart, so that both can be seen. */
static void
draw_course_line (LevSlideCanvas *canvas,
                  GPtrArray      *dossiers,
                  guint           question,
                  LevHeatRect     rect)
{
  static const double dashes[] = { 12, 7 };
  cairo_t *cr = canvas->pen.cr;
  double step = dossiers->len > 1 ? rect.width / (dossiers->len - 1) : 0;
  gboolean has_point = FALSE;

  lev_slide_pen_color (&canvas->pen, question == 0 ? LEV_SLIDE_MIDDLE : LEV_SLIDE_ACCENT);
  cairo_set_line_width (cr, 5);
  cairo_set_dash (cr, dashes, question == 0 ? 2 : 0, 0);
  for (int pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < dossiers->len; i++)
        {
          int worst = find_worst (canvas, g_ptr_array_index (dossiers, dossiers->len - 1 - i),
                                  question);
          double x = rect.x + i * step, y = rect.y + (5 - worst) * rect.height / 4 + 5 * question;

          if (worst == 0)
            has_point = FALSE;
          else if (pass == 1)
            {
              cairo_arc (cr, x, y, 8, 0, 2 * G_PI);
              cairo_fill (cr);
            }
          else if (has_point)
            cairo_line_to (cr, x, y);
          else
            cairo_move_to (cr, x, y);
          has_point = worst != 0;
        }
      if (pass == 0)
        cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
}

static void
draw_course_labels (LevSlideCanvas *canvas,
                    GPtrArray      *dossiers,
                    LevHeatRect     rect)
{
  LevSlideType type = { 22, PANGO_WEIGHT_SEMIBOLD, 0, PANGO_ALIGN_LEFT };
  LevSlideType below = lev_slide_small;
  double step = dossiers->len > 1 ? rect.width / (dossiers->len - 1) : 0, free = -1;

  below.alignment = PANGO_ALIGN_CENTER;
  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, dossiers->len - 1 - i);

      lev_slide_pen_line (&canvas->pen, &below, lev_report_get_round_name (dossier->review),
                          rect.x + i * step - 70, rect.y + rect.height + 34, 140);
    }
  for (guint i = 0; i < LEV_REPORT_N_QUESTIONS; i++)
    {
      guint question = LEV_REPORT_N_QUESTIONS - 1 - i;
      int worst = find_worst (canvas, canvas->supplier->dossier, question);
      double y = rect.y + (5 - worst) * rect.height / 4;
      g_autofree char *theme = g_utf8_strdown (canvas->report->themes[question], -1);
      g_autofree char *text = g_strdup_printf ("%d  %s", worst, theme);

      if (worst == 0)
        continue;
      if (free >= 0 && ABS (y - free) < 28)
        y = free + (y < free ? -28 : 28);
      free = y;
      type.color = question == 0 ? LEV_SLIDE_FAINT : LEV_SLIDE_ACCENT;
      lev_slide_pen_line (&canvas->pen, &type, text, rect.x + rect.width + 24, y, 250);
    }
}

/* How the worst score of each theme went over the last rounds. */
static void
draw_course (LevSlideCanvas *canvas,
             double          y,
             double          width)
{
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new ();
  LevDossier *dossier = canvas->supplier->dossier;
  double top = y + 62, bottom = LEV_SLIDE_BOTTOM - 52;
  LevHeatRect rect = { LEV_SLIDE_MARGIN + 50, top, width - 50 - 280, bottom - top };

  for (; dossier != NULL && dossiers->len < ROUNDS; dossier = lev_dossier_get_previous (dossier))
    g_ptr_array_add (dossiers, dossier);
  if (dossiers->len < 2 || bottom - top < 40)
    return;

  lev_slide_pen_line (&canvas->pen, &lev_slide_section, _("Course of the worst score"),
                      LEV_SLIDE_MARGIN, y + 20, width);
  for (guint i = 0; i < LEV_REPORT_N_QUESTIONS; i++)
    draw_course_line (canvas, dossiers, i, rect);
  draw_course_labels (canvas, dossiers, rect);
}

static int
compare_risks (gconstpointer a,
               gconstpointer b)
{
  const LevReportRisk *one = a;
  const LevReportRisk *other = b;

  if (one->level != other->level)
    return (int) other->level - (int) one->level;

  return lev_report_get_score (other->risk->likelihood, other->risk->impact) -
         lev_report_get_score (one->risk->likelihood, one->risk->impact);
}

static void
draw_score (LevSlideCanvas *canvas,
            LevLevel        level,
            int             likelihood,
            int             impact,
            double          x,
            double          y)
{
  int score = lev_report_get_score (likelihood, impact);
  g_autofree char *text = score > 0 ? g_strdup_printf ("%d", score) : g_strdup ("?");

  lev_slide_pen_chip (&canvas->pen, level, text, (LevHeatRect) { x, y, 90, 52 });
}

static double
draw_risks (LevSlideCanvas *canvas,
            double          x,
            double          width)
{
  g_autoptr (GPtrArray) risks = g_ptr_array_new ();
  LevSlideType middle = lev_slide_secondary;
  double y = LEV_SLIDE_TOP, now = x + width - 196, residual = x + width - 90;

  for (guint i = 0; i < canvas->report->risks->len; i++)
    {
      LevReportRisk *risk = g_ptr_array_index (canvas->report->risks, i);

      if (risk->supplier == canvas->supplier)
        g_ptr_array_add (risks, risk);
    }
  g_ptr_array_sort_values (risks, compare_risks);

  middle.alignment = PANGO_ALIGN_CENTER;
  lev_slide_pen_line (&canvas->pen, &lev_slide_section, _("Largest risks"), x, y + 18, width - 200);
  lev_slide_pen_line (&canvas->pen, &middle, _("now"), now, y + 20, 90);
  lev_slide_pen_line (&canvas->pen, &middle, _("expected"), residual - 10, y + 20, 106);
  y += 46;
  lev_slide_pen_rule (&canvas->pen, x, y, width);
  for (guint i = 0; i < MIN (risks->len, RISKS); i++, y += 80)
    {
      LevReportRisk *row = g_ptr_array_index (risks, i);

      lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, row->label, x, y + 41, 64);
      lev_slide_pen_block (&canvas->pen, &lev_slide_body, row->risk->event, x + 72, y + 40,
                           now - x - 90, 2);
      draw_score (canvas, row->level, row->risk->likelihood, row->risk->impact, now, y + 14);
      draw_score (canvas, row->residual_level, row->risk->residual_likelihood,
                  row->risk->residual_impact, residual, y + 14);
      lev_slide_pen_rule (&canvas->pen, x, y + 80, width);
    }
  if (risks->len == 0)
    lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, _("No risks are described."), x, y + 40,
                        width);

  return y;
}

/* “P. van Dam · 31 january 2027 · € 18.000”, and what was decided. */
static char *
describe_action (LevReportAction *row)
{
  LevDecision *decision = lev_slides_get_decision (row);
  g_autofree char *owner = lev_person_dup_short_name (row->action->owner);
  g_autofree char *due = lev_date_format_long (row->action->due);
  g_autofree char *cost = NULL;
  GString *text = g_string_new (owner);

  if (row->action->due != 0)
    g_string_append_printf (text, "  ·  %s", due);
  cost = row->action->cost != 0 ? lev_slides_format_money (row->action->cost)
                                : g_strdup (_("no costs"));
  g_string_append_printf (text, "  ·  %s", cost);
  if (decision != NULL)
    g_string_append_printf (text, "  ·  %s",
                            decision->outcome == LEV_OUTCOME_YES ? _("decided: take")
                                                                 : _("decided: do not take"));
  else if (row->action->advice != LEV_OUTCOME_NONE)
    g_string_append_printf (text, "  ·  %s",
                            row->action->advice == LEV_OUTCOME_YES
                              ? _("advice of the CM: take")
                              : _("advice of the CM: do not take"));

  return g_string_free (text, FALSE);
}

static void
draw_actions (LevSlideCanvas *canvas,
              double          x,
              double          y,
              double          width)
{
  guint n_shown = 0, n_more = 0;
  g_autofree char *more = NULL;

  lev_slide_pen_line (&canvas->pen, &lev_slide_section, _("Proposed actions"), x, y + 34, width);
  y += 62;
  for (guint i = 0; i < canvas->slides->actions->len; i++)
    {
      LevReportAction *row = g_ptr_array_index (canvas->slides->actions, i);
      g_autofree char *title = g_strconcat (row->label, "  ", row->action->title, NULL);
      g_autofree char *facts = NULL;

      if (row->supplier != canvas->supplier)
        continue;
      if (n_shown == ACTIONS)
        {
          n_more++;
          continue;
        }
      facts = describe_action (row);
      lev_slide_pen_panel (&canvas->pen, (LevHeatRect) { x, y, width, 96 }, LEV_SLIDE_PANEL, 0);
      lev_slide_pen_color (&canvas->pen, LEV_SLIDE_ACCENT);
      cairo_rectangle (canvas->pen.cr, x, y, 6, 96);
      cairo_fill (canvas->pen.cr);
      lev_slide_pen_line (&canvas->pen, &lev_slide_strong, title, x + 28, y + 30, width - 44);
      lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, facts, x + 28, y + 68, width - 44);
      y += 108;
      n_shown++;
    }
  if (n_more > 0)
    {
      more = g_strdup_printf (ngettext ("and %u more action", "and %u more actions", n_more),
                              n_more);
      lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, more, x, y + 12, width);
    }
  else if (n_shown == 0)
    lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, _("No actions are proposed."), x,
                        y + 16, width);
}

void
lev_slide_draw_supplier (LevSlideCanvas *canvas)
{
  double width = (canvas->pen.width - 2 * LEV_SLIDE_MARGIN - GAP) / 2;
  double x = LEV_SLIDE_MARGIN + width + GAP, y = LEV_SLIDE_TOP;

  for (guint i = 0; i < LEV_REPORT_N_QUESTIONS; i++, y += 172)
    draw_question (canvas, i, (LevHeatRect) { LEV_SLIDE_MARGIN, y, width, 158 });
  y = draw_criteria (canvas, y + 4, width);
  draw_course (canvas, y + 6, width);

  y = draw_risks (canvas, x, width);
  draw_actions (canvas, x, y, width);
}
