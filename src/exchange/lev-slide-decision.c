/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-slides-private.h"

#include "lev-date.h"

#include <glib/gi18n.h>

#define GAP (60)

/* “16 critical”. */
static void
draw_class (LevSlideCanvas *canvas,
            const char     *label,
            LevLevel        level,
            int             score,
            double          x,
            double          y,
            double          width)
{
  const char *word = canvas->report->words[lev_report_get_level_word (level)];
  g_autofree char *text = score > 0 ? g_strdup_printf ("%d  %s", score, word) : g_strdup (word);

  lev_slide_pen_line (&canvas->pen, &lev_slide_small, label, x, y + 12, width);
  lev_slide_pen_chip (&canvas->pen, level, text, (LevHeatRect) { x, y + 32, width, 56 });
}

static void
draw_risk (LevSlideCanvas *canvas,
           double          x,
           double          width)
{
  LevReportRisk *row = canvas->action->risk;
  LevRisk *risk = row != NULL ? row->risk : NULL;
  double y = LEV_SLIDE_TOP, chip = MIN ((width - 60) / 2, 260);
  g_autofree char *title = NULL;

  if (risk == NULL)
    {
      lev_slide_pen_line (&canvas->pen, &lev_slide_section, _("Risk"), x, y + 18, width);
      lev_slide_pen_text (&canvas->pen, &lev_slide_secondary,
                          _("The action does not belong to one risk."), x, y + 46, width, 2);
      return;
    }

  /* Translators: %s is the code of a risk, R03. */
  title = g_strdup_printf (_("Risk %s"), row->label);
  lev_slide_pen_line (&canvas->pen, &lev_slide_section, title, x, y + 18, width);
  y += 46;
  y += lev_slide_pen_text (&canvas->pen, &lev_slide_strong, risk->event, x, y, width, 2) + 8;
  if (!lev_text_is_blank (risk->consequence))
    lev_slide_pen_text (&canvas->pen, &lev_slide_secondary, risk->consequence, x, y, width, 3);

  y = LEV_SLIDE_DECISION_TOP - 118;
  draw_class (canvas, _("now"), row->level, lev_report_get_score (risk->likelihood, risk->impact),
              x, y, chip);
  lev_slide_pen_line (&canvas->pen, &lev_slide_section, "→", x + chip + 16, y + 60, 40);
  draw_class (canvas, _("expected after the measures"), row->residual_level,
              lev_report_get_score (risk->residual_likelihood, risk->residual_impact),
              x + chip + 60, y, chip);
}

static double
draw_fact (LevSlideCanvas *canvas,
           const char     *label,
           const char     *text,
           double          x,
           double          y,
           double          width)
{
  lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, label, x, y + 22, 190);
  lev_slide_pen_line (&canvas->pen, &lev_slide_strong, text, x + 200, y + 22, width - 200);
  lev_slide_pen_rule (&canvas->pen, x, y + 44, width);

  return y + 46;
}

static void
draw_proposal (LevSlideCanvas *canvas,
               double          x,
               double          width)
{
  LevAction *action = canvas->action->action;
  double y = LEV_SLIDE_TOP;
  g_autofree char *owner = lev_person_dup_short_name (action->owner);
  g_autofree char *due = lev_date_format_long (action->due);
  g_autofree char *cost = NULL;
  LevWord advice = lev_report_get_advice (canvas->action);

  cost = action->cost != 0 ? lev_slides_format_money (action->cost) : g_strdup (_("no costs"));
  lev_slide_pen_line (&canvas->pen, &lev_slide_section, _("Proposal"), x, y + 18, width);
  y += 46;
  if (!lev_text_is_blank (action->result))
    lev_slide_pen_text (&canvas->pen, &lev_slide_body, action->result, x, y, width, 3);
  y = LEV_SLIDE_DECISION_TOP - 30 - 4 * 46;
  y = draw_fact (canvas, _("Owner"), owner, x, y, width);
  y = draw_fact (canvas, _("Due"), *due != '\0' ? due : "–", x, y, width);
  y = draw_fact (canvas, _("Costs"), cost, x, y, width);
  draw_fact (canvas, _("Advice of the CM"),
             advice != LEV_WORD_NONE ? canvas->report->words[advice] : "–", x, y, width);
}

static void
draw_button (LevSlideCanvas *canvas,
             const char     *text,
             gboolean        is_chosen,
             double          x,
             double          y)
{
  LevSlideType type = { 28, PANGO_WEIGHT_SEMIBOLD, 0, PANGO_ALIGN_CENTER };
  g_autofree char *label = g_strconcat (is_chosen ? "✓  " : "", text, NULL);

  type.color = is_chosen ? LEV_SLIDE_WHITE : LEV_SLIDE_ACCENT;
  lev_slide_pen_panel (&canvas->pen, (LevHeatRect) { x, y, 250, 70 },
                       is_chosen ? LEV_SLIDE_ACCENT : LEV_SLIDE_WHITE, LEV_SLIDE_ACCENT);
  lev_slide_pen_line (&canvas->pen, &type, label, x + 8, y + 35, 234);
}

static void
draw_box (LevSlideCanvas *canvas,
          const char     *label,
          const char     *text,
          LevHeatRect     rect)
{
  lev_slide_pen_line (&canvas->pen, &lev_slide_small, label, rect.x, rect.y - 20, rect.width);
  lev_slide_pen_panel (&canvas->pen, rect, LEV_SLIDE_WHITE, LEV_SLIDE_MIDDLE);
  lev_slide_pen_text (&canvas->pen, &lev_slide_body, text, rect.x + 18, rect.y + 14,
                      rect.width - 36, (int) (rect.height - 20) / 34);
}

/* The reason, and unless the action is taken who accepts the residual risk. */
static void
draw_boxes (LevSlideCanvas *canvas,
            LevDecision    *decision,
            LevHeatRect     rect)
{
  double right = 0.3 * rect.width, x = rect.x + rect.width - right;
  gboolean is_yes = decision != NULL && decision->outcome == LEV_OUTCOME_YES;
  g_autofree char *until = NULL;

  draw_box (canvas, _("Reason"), decision != NULL ? decision->reason : "",
            (LevHeatRect) { rect.x, rect.y, rect.width - (is_yes ? 0 : right + 32), 192 });
  if (is_yes)
    return;

  until = lev_date_format_long (decision != NULL ? decision->accepted_until : 0);
  draw_box (canvas, _("Residual risk accepted by"),
            decision != NULL ? lev_report_get_person (decision->accepted_by) : "",
            (LevHeatRect) { x, rect.y, right, 72 });
  draw_box (canvas, _("Accepted until"), until, (LevHeatRect) { x, rect.y + 120, right, 72 });
}

/* What is recorded, or the boxes for it. */
static void
draw_decision (LevSlideCanvas *canvas)
{
  LevDecision *decision = lev_slides_get_decision (canvas->action);
  LevOutcome outcome = decision != NULL ? decision->outcome : LEV_OUTCOME_NONE;
  double width = canvas->pen.width - 2 * LEV_SLIDE_MARGIN, x = LEV_SLIDE_MARGIN;
  double y = LEV_SLIDE_DECISION_TOP, inner = width - 64;
  g_autofree char *by = NULL;
  g_autofree char *date = NULL;
  g_autofree char *moment = NULL;

  lev_slide_pen_panel (&canvas->pen, (LevHeatRect) { x, y, width, LEV_SLIDE_BOTTOM - y },
                       LEV_SLIDE_PANEL, LEV_SLIDE_ACCENT);
  lev_slide_pen_line (&canvas->pen, &lev_slide_section, _("Decision of the MT"), x + 32, y + 64,
                      inner - 560);
  draw_button (canvas, _("Take"), outcome == LEV_OUTCOME_YES, x + width - 32 - 520, y + 28);
  draw_button (canvas, _("Do not take"), outcome == LEV_OUTCOME_NO, x + width - 32 - 250, y + 28);
  draw_boxes (canvas, decision, (LevHeatRect) { x + 32, y + 168, inner, 192 });
  if (decision == NULL)
    {
      lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, _("Not decided yet"), x + 32, y + 402,
                          inner);
      return;
    }

  by = lev_person_dup_short_name (decision->by);
  date = lev_date_format_long (decision->date);
  moment = g_strdup_printf (_("✓ recorded: MT, by %s on %s"), by, date);
  lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, moment, x + 32, y + 402, inner);
}

void
lev_slide_draw_decision (LevSlideCanvas *canvas)
{
  double width = (canvas->pen.width - 2 * LEV_SLIDE_MARGIN - GAP) / 2;

  draw_risk (canvas, LEV_SLIDE_MARGIN, width);
  draw_proposal (canvas, LEV_SLIDE_MARGIN + width + GAP, width);
  if (!canvas->for_screen)
    draw_decision (canvas);
}
