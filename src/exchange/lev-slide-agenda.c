/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-slides-private.h"

#include "lev-date.h"
#include "lev-meeting-plan.h"
#include "lev-state.h"

#include <glib/gi18n.h>

#define PEOPLE_WIDTH (480)
#define PEOPLE_ROWS  (15)

static void
draw_items (LevSlideCanvas *canvas,
            double          width)
{
  static const LevSlideType number = { 28, PANGO_WEIGHT_BOLD, LEV_SLIDE_ACCENT };
  GStrv lines = canvas->slides->agenda;
  guint n_lines = g_strv_length (lines);
  guint last = MIN (canvas->slide->first + LEV_SLIDE_AGENDA_ROWS, n_lines);
  double step = (LEV_SLIDE_BOTTOM - LEV_SLIDE_TOP) / (double) LEV_SLIDE_AGENDA_ROWS;
  double y = LEV_SLIDE_TOP;

  if (n_lines <= 8)
    step = 84;
  for (guint i = canvas->slide->first; i < last; i++, y += step)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      lev_slide_pen_line (&canvas->pen, &number, label, LEV_SLIDE_MARGIN, y + step / 2, 56);
      lev_slide_pen_line (&canvas->pen, &lev_slide_strong, lines[i], LEV_SLIDE_MARGIN + 60,
                          y + step / 2, width - 60);
      lev_slide_pen_rule (&canvas->pen, LEV_SLIDE_MARGIN, y + step, width);
    }
}

/* Who is in the meeting, and of them who is there. */
static void
draw_people (LevSlideCanvas *canvas,
             double          x)
{
  LevMeeting *meeting = lev_review_get_meeting (canvas->report->review);
  GPtrArray *people = canvas->slides->people;
  guint n_shown = people->len > PEOPLE_ROWS ? PEOPLE_ROWS - 1 : people->len;
  double y = LEV_SLIDE_TOP;
  g_autofree char *more = NULL;

  lev_slide_pen_panel (&canvas->pen,
                       (LevHeatRect) { x, y, PEOPLE_WIDTH, LEV_SLIDE_BOTTOM - LEV_SLIDE_TOP },
                       LEV_SLIDE_PANEL, 0);
  lev_slide_pen_line (&canvas->pen, &lev_slide_section, _("Who takes part"), x + 28, y + 40,
                      PEOPLE_WIDTH - 56);
  y += 86;
  for (guint i = 0; i < n_shown; i++, y += 46)
    {
      LevPerson *person = g_ptr_array_index (people, i);
      LevAttendance *attendance = lev_meeting_plan_find_attendance (meeting, person);
      g_autofree char *name = g_strconcat (attendance->present ? "✓  " : "     ", person->name,
                                           NULL);

      lev_slide_pen_line (&canvas->pen, &lev_slide_body, name, x + 28, y + 20, PEOPLE_WIDTH - 56);
    }
  if (n_shown < people->len)
    {
      more = g_strdup_printf (ngettext ("and %u more", "and %u more", people->len - n_shown),
                              people->len - n_shown);
      lev_slide_pen_line (&canvas->pen, &lev_slide_secondary, more, x + 28, y + 20,
                          PEOPLE_WIDTH - 56);
    }
  else if (people->len == 0)
    lev_slide_pen_text (&canvas->pen, &lev_slide_secondary, _("No one is invited yet."), x + 28, y,
                        PEOPLE_WIDTH - 56, 2);
}

void
lev_slide_draw_agenda (LevSlideCanvas *canvas)
{
  double x = canvas->pen.width - LEV_SLIDE_MARGIN - PEOPLE_WIDTH;

  draw_items (canvas, x - LEV_SLIDE_MARGIN - 60);
  draw_people (canvas, x);
}

/* Who decided when, and why; what there is no room for is the end of the reason. */
static char *
describe_decision (LevDecision *decision)
{
  g_autofree char *by = lev_person_dup_short_name (decision->by);
  g_autofree char *date = lev_date_format_long (decision->date);
  g_autofree char *acceptor = lev_person_dup_short_name (decision->accepted_by);
  g_autofree char *until = lev_date_format_long (decision->accepted_until);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("%s, %s"), by, date);
  if (decision->accepted_by != NULL)
    {
      g_string_append (text, "  ·  ");
      g_string_append_printf (text, _("accepted by %s until %s"), acceptor, until);
    }
  if (!lev_text_is_blank (decision->reason))
    g_string_append_printf (text, "  ·  %s", decision->reason);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What was decided on one action, in a row of height @step. */
static void
draw_row (LevSlideCanvas  *canvas,
          LevReportAction *row,
          double           y,
          double           step)
{
  static const LevSlideType outcome = { 26, PANGO_WEIGHT_SEMIBOLD, LEV_SLIDE_ACCENT };
  LevDecision *decision = lev_slides_get_decision (row);
  double x = LEV_SLIDE_MARGIN, width = canvas->pen.width - 2 * LEV_SLIDE_MARGIN;
  double text = width - 250;
  g_autofree char *supplier = g_strconcat (row->label, "  ", row->action->title, NULL);
  g_autofree char *details = NULL;
  const char *word;

  if (decision == NULL)
    {
      word = _("? still open");
      details = g_strdup (row->supplier->supplier->name);
    }
  else
    {
      g_autofree char *rest = describe_decision (decision);

      word = decision->outcome == LEV_OUTCOME_YES ? _("✓ take") : _("✗ do not take");
      details = g_strconcat (row->supplier->supplier->name, "  ·  ", rest, NULL);
    }
  lev_slide_pen_line (&canvas->pen, &outcome, word, x, y + step / 2, 230);
  lev_slide_pen_line (&canvas->pen, &lev_slide_strong, supplier, x + 250, y + 0.32 * step, text);
  lev_slide_pen_line (&canvas->pen, &lev_slide_small, details, x + 250, y + 0.72 * step, text);
  lev_slide_pen_rule (&canvas->pen, x, y + step, width);
}

void
lev_slide_draw_summary (LevSlideCanvas *canvas)
{
  GPtrArray *actions = canvas->slides->actions;
  guint last = MIN (canvas->slide->first + LEV_SLIDE_SUMMARY_ROWS, actions->len);
  double step = (LEV_SLIDE_BOTTOM - LEV_SLIDE_TOP) / (double) LEV_SLIDE_SUMMARY_ROWS;

  for (guint i = canvas->slide->first; i < last; i++)
    draw_row (canvas, g_ptr_array_index (actions, i),
              LEV_SLIDE_TOP - 8 + step * (i - canvas->slide->first), step);
}
