/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-minutes-private.h"

#include "lev-minutes.h"

#include "lev-date.h"
#include "lev-meeting-plan.h"
#include "lev-page-pdf.h"
#include "lev-record-list.h"
#include "lev-state.h"
#include "lev-title.h"
#include "lev-version-text.h"

#include <glib/gi18n.h>

/* The column of the outcome, before that of what was decided. */
#define OUTCOME (80.0)

static void
add_text (LevPageFlow *flow,
          const char  *text,
          double       size,
          gboolean     is_bold,
          guint32      ink)
{
  const LevPageCell cell = { 0, LEV_PAGE_INNER, text, size, is_bold, ink };

  if (!lev_text_is_blank (text))
    lev_page_flow_add_row (flow, &cell, 1, &(LevPageRow) { .above = 1, .below = 2 });
}

/* How many actions of @review are taken, are not, and are still open. */
static char *
count_decisions (LevReview *review)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  guint n_taken = 0, n_refused = 0, n_open = 0;

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevRecordList *actions = lev_record_get_children (dossiers->pdata[i], LEV_TYPE_ACTION);

      for (guint j = 0; j < lev_record_list_get_n (actions); j++)
        {
          LevDecision *decision = lev_action_get_decision (lev_record_list_peek (actions, j), 6);

          n_open += decision == NULL;
          n_taken += decision != NULL && decision->outcome == LEV_OUTCOME_YES;
          n_refused += decision != NULL && decision->outcome != LEV_OUTCOME_YES;
        }
    }

  /* Translators: how many actions the MT takes, does not take, and has not decided on */
  return g_strdup_printf (_("%u take, %u do not take, %u still open"), n_taken, n_refused, n_open);
}

static void
add_head (LevPageFlow *flow,
          LevReview   *review,
          LevMeeting  *meeting)
{
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (review));
  g_autofree char *counts = count_decisions (review);
  g_autofree char *date = NULL;
  g_autofree char *where = NULL;

  add_text (flow, _("Minutes: decisions of the MT"), 24, TRUE, LEV_INK_ACCENT);
  add_text (flow, title, 12, TRUE, LEV_INK_TEXT);
  add_text (flow, counts, 9.5, FALSE, LEV_INK_TEXT);
  if (meeting == NULL)
    return;

  date = lev_date_format_long (lev_moment_get_date (meeting->start));
  where = lev_text_is_blank (meeting->place) ? g_strdup (date)
                                             : g_strdup_printf ("%s  ·  %s", date, meeting->place);
  add_text (flow, where, 9.5, FALSE, LEV_INK_SECONDARY);
}

char *
lev_minutes_list_names (LevReview *review,
                        gboolean   present)
{
  LevMeeting *meeting = lev_review_get_meeting (review);
  g_autoptr (GPtrArray) people = lev_meeting_plan_list_people (review);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < people->len; i++)
    {
      LevPerson *person = g_ptr_array_index (people, i);
      LevAttendance *attendance = lev_meeting_plan_find_attendance (meeting, person);

      if (attendance == NULL || attendance->present != present ||
          (!attendance->present && !attendance->invited))
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", person->name);
    }

  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : NULL;
}

const char *
lev_minutes_get_outcome (LevDecision *decision)
{
  if (decision == NULL)
    return _("? still open");

  return decision->outcome == LEV_OUTCOME_YES ? _("✓ take") : _("✗ do not take");
}

char *
lev_minutes_describe (LevDecision *decision)
{
  g_autofree char *date = lev_date_format_long (decision->date);
  g_autofree char *until = lev_date_format_long (decision->accepted_until);
  GString *text = g_string_new (lev_text_is_blank (decision->reason) ? "" : decision->reason);

  if (decision->accepted_by != NULL)
    {
      g_string_append (text, text->len > 0 ? "\n" : "");
      g_string_append_printf (text, _("Residual risk accepted by %s until %s"),
                              decision->accepted_by->name, until);
    }
  g_string_append (text, text->len > 0 ? "\n" : "");
  g_string_append_printf (text, _("%s, %s"), decision->by != NULL ? decision->by->name : "–", date);
  if (decision->profile_version != NULL)
    {
      g_autofree char *basis = NULL;

      basis = lev_version_describe_basis (decision->profile_version,
                                          lev_version_is_outdated (decision->profile_version));
      g_string_append (text, "  ·  ");
      g_string_append_printf (text, _("profile %s"), basis);
    }

  return g_string_free (text, FALSE);
}

static void
add_people (LevPageFlow *flow,
            LevReview   *review,
            gboolean     present)
{
  g_autofree char *names = lev_minutes_list_names (review, present);

  if (names == NULL)
    return;

  lev_page_flow_begin (flow, present ? _("Who was present") : _("Invited, not present"), 40);
  add_text (flow, names, 9.5, FALSE, LEV_INK_TEXT);
}

static void
add_action (LevPageFlow *flow,
            LevAction   *action)
{
  LevDecision *decision = lev_action_get_decision (action, 6);
  g_autofree char *code = lev_record_dup_code (LEV_RECORD (action));
  g_autofree char *title = g_strdup_printf ("%s  %s", code, action->title);
  g_autofree char *details = decision != NULL ? lev_minutes_describe (decision) : NULL;
  const LevPageCell top[] = {
    { 0, OUTCOME, lev_minutes_get_outcome (decision), 9.5, TRUE, LEV_INK_ACCENT },
    { OUTCOME, LEV_PAGE_INNER - OUTCOME, title, 9.5, TRUE, LEV_INK_TEXT },
  };
  const LevPageCell below = { OUTCOME, LEV_PAGE_INNER - OUTCOME, details, 9,
                              FALSE,   LEV_INK_SECONDARY };

  lev_page_flow_begin_group (flow);
  lev_page_flow_add_row (flow, top, G_N_ELEMENTS (top),
                         &(LevPageRow) { .above = 4, .below = 1, .has_line = details == NULL });
  if (details != NULL)
    lev_page_flow_add_row (flow, &below, 1, &(LevPageRow) { .below = 4, .has_line = TRUE });
  lev_page_flow_end_group (flow);
}

static void
add_dossier (LevPageFlow *flow,
             LevDossier  *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));

  lev_page_flow_begin (flow, title, 60);
  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    add_action (flow, lev_record_list_peek (actions, i));
  if (lev_record_list_get_n (actions) == 0)
    add_text (flow, _("No actions are proposed."), 9.5, FALSE, LEV_INK_SECONDARY);
}

/* The document, and its @title. */
static LevPageFlow *
lay_out (LevReview *review,
         char     **title)
{
  LevMeeting *meeting = lev_review_get_meeting (review);
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  g_autofree char *round = lev_record_dup_title (LEV_RECORD (review));
  g_autofree char *right = g_strdup_printf ("%s  ·  %s", round, _("confidential"));
  LevPageFlow *flow = lev_page_flow_new (_("Minutes: decisions of the MT"), right, round);

  lev_page_flow_take_style (flow, lev_house_style_new (LEV_RECORD (review)->records));
  *title = g_strdup_printf (_("Minutes %s"), round);
  add_head (flow, review, meeting);
  add_people (flow, review, TRUE);
  add_people (flow, review, FALSE);
  for (guint i = 0; i < dossiers->len; i++)
    add_dossier (flow, g_ptr_array_index (dossiers, i));
  if (meeting != NULL && !lev_text_is_blank (meeting->minutes))
    {
      lev_page_flow_begin (flow, _("Notes"), 40);
      add_text (flow, meeting->minutes, 9.5, FALSE, LEV_INK_TEXT);
    }

  return flow;
}

GBytes *
lev_minutes_to_pdf (LevReview *review,
                    GError   **error)
{
  g_autofree char *title = NULL;
  g_autoptr (LevPageFlow) flow = lay_out (review, &title);

  return lev_page_pdf_to_bytes (flow, title, error);
}

gboolean
lev_minutes_write (LevReview  *review,
                   const char *path,
                   GError    **error)
{
  g_autofree char *title = NULL;
  g_autoptr (LevPageFlow) flow = lay_out (review, &title);

  return lev_page_pdf_write (flow, title, path, error);
}
