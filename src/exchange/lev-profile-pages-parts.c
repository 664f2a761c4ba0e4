/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-profile-pages-private.h"

#include <glib/gi18n.h>

#include "lev-action-state.h"
#include "lev-carry-over.h"
#include "lev-field-text.h"
#include "lev-record-list.h"
#include "lev-state.h"
#include "lev-title.h"

/* What was decided lies on paper before it is carried out. */
#define STEP_TAKE  (6)
#define STEP_CLOSE (11)

#define TEXT_X (50.0)

static void
add_line (LevPageFlow *flow,
          const char  *text,
          guint32      ink)
{
  const LevPageCell cell = { TEXT_X, 300, text, 8.5, FALSE, ink };

  if (!lev_text_is_blank (text))
    lev_page_flow_add_row (flow, &cell, 1, &(LevPageRow) { .below = 1 });
}

/* "Oorzaak: …" */
static void
add_labelled (LevPageFlow *flow,
              const char  *label,
              const char  *text)
{
  g_autofree char *line = NULL;

  if (lev_text_is_blank (text))
    return;

  line = g_strdup_printf ("%s: %s", label, text);
  add_line (flow, line, LEV_INK_SECONDARY);
}

static void
add_hairline (LevPageFlow *flow)
{
  lev_page_flow_add_row (flow, NULL, 0, &(LevPageRow) { .above = 3, .has_line = TRUE });
}

static char *
format_product (LevLevel level,
                int      likelihood,
                int      impact)
{
  if (level == LEV_LEVEL_UNKNOWN)
    return g_strdup (_("unknown"));

  return g_strdup_printf ("%d × %d = %d", likelihood, impact, likelihood * impact);
}

/* "verminderen · zekerheid hoog" */
static char *
describe_treatment (LevRisk *risk)
{
  GString *text = g_string_new (NULL);

  if (risk->treatment != LEV_TREATMENT_NONE)
    g_string_append (text, _(lev_treatment_choices[risk->treatment].label));
  if (risk->confidence != LEV_CONFIDENCE_NONE)
    {
      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, _("confidence %s"),
                              _(lev_confidence_choices[risk->confidence].label));
    }

  return g_string_free (text, FALSE);
}

/* "kritiek → middel" */
static char *
describe_levels (LevRisk *risk)
{
  LevHandbookContent *content = lev_dossier_get_content (risk->dossier);

  return g_strdup_printf ("%s → %s",
                          lev_scoring_get_level_title (content, lev_risk_get_level (risk)),
                          lev_scoring_get_level_title (content,
                                                       lev_risk_get_residual_level (risk)));
}

static char *
describe_criterion (LevRisk *risk)
{
  const LevHandbookItem *criterion;

  if (risk->criterion == NULL)
    return NULL;

  criterion = lev_handbook_content_find (lev_dossier_get_content (risk->dossier),
                                         LEV_HANDBOOK_CRITERION, risk->criterion);

  return g_strdup_printf ("%s %s", risk->criterion, criterion != NULL ? criterion->title : "");
}

static void
add_risk (LevPageFlow *flow,
          LevRisk     *risk,
          const char  *trend)
{
  LevLevel level = lev_risk_get_level (risk), residual = lev_risk_get_residual_level (risk);
  g_autofree char *code = lev_record_dup_code (LEV_RECORD (risk));
  g_autofree char *now = format_product (level, risk->likelihood, risk->impact);
  g_autofree char *then = format_product (residual, risk->residual_likelihood,
                                          risk->residual_impact);
  g_autofree char *levels = describe_levels (risk);
  g_autofree char *treatment = describe_treatment (risk);
  g_autofree char *criterion = describe_criterion (risk);
  g_autofree char *cause = g_strdup_printf ("%s: %s", _("Cause"),
                                            risk->cause != NULL ? risk->cause : "–");
  g_autofree char *consequence = g_strdup_printf ("%s: %s", _("Consequence"),
                                                  risk->consequence != NULL ? risk->consequence
                                                                            : "–");
  const LevPageCell top[] = {
    { 0, 48, code, 9, FALSE, LEV_INK_SECONDARY },
    { TEXT_X, 304, risk->event, 9.5, TRUE, LEV_INK_TEXT },
    { 362, 74, now, 8.5, TRUE, lev_profile_pages_get_ink (level), LEV_CELL_CENTER, TRUE,
      lev_profile_pages_get_fill (level), level },
    { 441, 74, then, 8.5, TRUE, lev_profile_pages_get_ink (residual), LEV_CELL_CENTER, TRUE,
      lev_profile_pages_get_fill (residual), residual },
  };
  const LevPageCell middle[] = {
    { 0, 48, trend, 7, FALSE, LEV_INK_SECONDARY },
    { TEXT_X, 304, cause, 8.5, FALSE, LEV_INK_SECONDARY },
    { 362, 153, levels, 8, FALSE, LEV_INK_SECONDARY, LEV_CELL_CENTER },
  };
  const LevPageCell bottom[] = {
    { TEXT_X, 304, consequence, 8.5, FALSE, LEV_INK_SECONDARY },
    { 362, 153, treatment, 8, FALSE, LEV_INK_SECONDARY, LEV_CELL_CENTER },
  };

  lev_page_flow_begin_group (flow);
  lev_page_flow_add_row (flow, top, G_N_ELEMENTS (top), &(LevPageRow) { .above = 4, .below = 1 });
  lev_page_flow_add_row (flow, middle, G_N_ELEMENTS (middle), &(LevPageRow) { .below = 1 });
  lev_page_flow_add_row (flow, bottom, G_N_ELEMENTS (bottom), &(LevPageRow) { .below = 1 });
  add_labelled (flow, _("Criterion"), criterion);
  add_labelled (flow, _("Motivation of the acceptance"), risk->acceptance);
  add_hairline (flow);
  lev_page_flow_end_group (flow);
}

static void
add_nothing (LevPageFlow *flow,
             const char  *text)
{
  const LevPageCell cell = { 0, LEV_PAGE_INNER, text, 9, FALSE, LEV_INK_SECONDARY };

  lev_page_flow_add_row (flow, &cell, 1, &(LevPageRow) { .above = 2 });
}

void
lev_profile_pages_add_risks (LevPageFlow *flow,
                             LevDossier  *dossier)
{
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);
  g_autoptr (GPtrArray) gone = lev_dossier_list_gone_risks (dossier);

  lev_page_flow_begin (flow, _("Risks"), 60);
  if (lev_record_list_get_n (risks) == 0)
    add_nothing (flow, _("No risks have been named."));
  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    {
      LevRisk *risk = lev_record_list_peek (risks, i);

      add_risk (flow, risk, lev_trend_get_label (lev_risk_get_trend (risk)));
    }

  if (gone->len == 0)
    return;
  lev_page_flow_begin (flow, _("No longer there since the previous round"), 60);
  for (guint i = 0; i < gone->len; i++)
    add_risk (flow, g_ptr_array_index (gone, i), _("no longer there"));
}

/* Where an action stands, in the words of the report; @level gives its colour. */
static char *
describe_state (LevAction *action,
                LevDate    today,
                LevLevel  *level)
{
  guint step = lev_action_get_step (action);
  LevStatusUpdate *update = lev_action_get_update (action);

  *level = LEV_LEVEL_LOW;
  if (step <= STEP_TAKE)
    return g_strdup (_("to be decided"));
  if (step > STEP_CLOSE)
    return g_strdup (lev_action_is_agreed (action) ? _("finished") : _("not taken"));
  if (step >= 10)
    return g_strdup (_("reported as done"));
  if (action->due != 0 && action->due < today)
    {
      *level = LEV_LEVEL_CRITICAL;
      return g_strdup (_("overdue"));
    }
  if (update == NULL)
    return g_strdup (_("running"));

  /* Translators: a mitigation action that is being carried out, with its progress in percent */
  return g_strdup_printf (_("running %d %%"), update->progress);
}

/* "31-01-2027 · € 18.000,00 · kans −2" */
static char *
describe_cost (LevAction *action)
{
  const LevField money = { .kind = LEV_FIELD_KIND_MONEY };
  const LevValue value = { .integer = action->cost };
  g_autofree char *amount = action->cost != 0 ? lev_field_format (&money, &value)
                                              : g_strdup (_("no costs"));
  g_autofree char *due = lev_date_format (action->due);
  GString *text = g_string_new (due);

  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", amount);
  if (action->effect_likelihood != 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("likelihood %+d"), action->effect_likelihood);
    }
  if (action->effect_impact != 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("impact %+d"), action->effect_impact);
    }
  g_string_replace (text, " -", " −", 0);

  return g_string_free (text, FALSE);
}

/* The risk that @action is about and, when there was a previous round, how it stands to that. */
static char *
describe_origin (LevAction  *action,
                 const char *trend)
{
  g_autofree char *risk = action->risk != NULL ? lev_record_dup_code (LEV_RECORD (action->risk))
                                               : g_strdup ("");

  return g_strdup_printf ("%s%s%s", risk, *risk != '\0' && trend != NULL ? "\n" : "",
                          trend != NULL ? trend : "");
}

static void
add_action (LevPageFlow *flow,
            LevAction   *action,
            const char  *trend)
{
  LevDate today = lev_page_flow_get_date (flow);
  g_autoptr (GString) evidence = g_string_new (NULL);
  LevLevel level;
  g_autofree char *code = lev_record_dup_code (LEV_RECORD (action));
  g_autofree char *origin = describe_origin (action, trend);
  const char *owner = action->owner != NULL ? action->owner->name : "–";
  g_autofree char *cost = describe_cost (action);
  g_autofree char *state = describe_state (action, today, &level);
  const LevPageCell top[] = {
    { 0, 48, code, 9, FALSE, LEV_INK_SECONDARY },
    { TEXT_X, 264, action->title, 9.5, TRUE, LEV_INK_TEXT },
    { 324, 110, owner, 8.5, FALSE, LEV_INK_TEXT },
    { 441, 74, state, 8.5, TRUE, level == LEV_LEVEL_CRITICAL ? LEV_INK_WHITE : LEV_INK_ACCENT,
      LEV_CELL_CENTER, TRUE, level == LEV_LEVEL_CRITICAL ? LEV_INK_CRITICAL : LEV_FILL_BAND,
      level == LEV_LEVEL_CRITICAL ? level : LEV_LEVEL_UNKNOWN },
  };
  const LevPageCell middle[] = {
    { 0, 48, origin, 7, FALSE, LEV_INK_SECONDARY },
    { TEXT_X, 264, action->result, 8.5, FALSE, LEV_INK_SECONDARY },
    { 324, 191, cost, 8.5, FALSE, LEV_INK_SECONDARY },
  };

  lev_page_flow_begin_group (flow);
  lev_page_flow_add_row (flow, top, G_N_ELEMENTS (top), &(LevPageRow) { .above = 4, .below = 1 });
  lev_page_flow_add_row (flow, middle, G_N_ELEMENTS (middle), &(LevPageRow) { .below = 1 });
  if (action->executor != NULL)
    add_labelled (flow, _("Executor"), action->executor->name);
  if (action->advice != LEV_OUTCOME_NONE)
    add_labelled (flow, _("Advice of the CM"),
                  action->advice == LEV_OUTCOME_YES ? _("take") : _("do not take"));
  lev_profile_pages_append_evidence (evidence, LEV_RECORD (action), today);
  add_line (flow, evidence->str, LEV_INK_SECONDARY);
  add_hairline (flow);
  lev_page_flow_end_group (flow);
}

void
lev_profile_pages_add_actions (LevPageFlow *flow,
                               LevDossier  *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  g_autoptr (GPtrArray) gone = lev_dossier_list_gone_actions (dossier);

  lev_page_flow_begin (flow, _("Proposed and running actions"), 60);
  if (lev_record_list_get_n (actions) == 0)
    add_nothing (flow, _("No actions have been proposed."));
  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);

      add_action (flow, action,
                  lev_dossier_get_previous (dossier) != NULL
                    ? lev_trend_get_label (lev_action_get_trend (action))
                    : NULL);
    }

  if (gone->len == 0)
    return;
  lev_page_flow_begin (flow, _("Not proposed again since the previous round"), 60);
  for (guint i = 0; i < gone->len; i++)
    add_action (flow, g_ptr_array_index (gone, i), _("no longer there"));
}

static const char *
get_outcome (LevDecision *decision)
{
  if (decision->step == STEP_TAKE)
    return decision->outcome == LEV_OUTCOME_YES ? _("take") : _("do not take");

  return decision->outcome == LEV_OUTCOME_YES ? _("finished") : _("not finished");
}

static void
add_decision (LevPageFlow *flow,
              LevDecision *decision)
{
  g_autofree char *code = lev_record_dup_code (LEV_RECORD (decision->action));
  g_autofree char *date = lev_date_format (decision->date);
  g_autofree char *by = g_strdup_printf ("%s\n%s", decision->by != NULL ? decision->by->name : "–",
                                         date);
  g_autofree char *until = lev_date_format (decision->accepted_until);
  g_autoptr (GString) reason = g_string_new (decision->reason);
  LevPageCell cells[] = {
    { 8, 40, code, 9, FALSE, LEV_INK_SECONDARY },
    { TEXT_X, 90, get_outcome (decision), 9, TRUE, LEV_INK_TEXT },
    { 146, 120, by, 8.5, FALSE, LEV_INK_TEXT },
    { 272, 238, NULL, 8.5, FALSE, LEV_INK_TEXT },
  };

  if (decision->accepted_by != NULL)
    {
      if (reason->len > 0)
        g_string_append_c (reason, '\n');
      g_string_append_printf (reason, _("Residual risk accepted by %s until %s"),
                              decision->accepted_by->name, until);
    }
  cells[3].text = reason->str;
  lev_page_flow_add_row (flow, cells, G_N_ELEMENTS (cells),
                         &(LevPageRow) { .above = 3, .below = 3.5, .has_line = TRUE });
}

void
lev_profile_pages_add_decisions (LevPageFlow *flow,
                                 LevDossier  *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  gboolean has_head = FALSE;
  const LevPageCell head[] = {
    { 8, 40, _("Action"), 8.5, TRUE, LEV_INK_WHITE },
    { TEXT_X, 90, _("Decision"), 8.5, TRUE, LEV_INK_WHITE },
    { 146, 120, _("By, on"), 8.5, TRUE, LEV_INK_WHITE },
    { 272, 238, _("Motivation"), 8.5, TRUE, LEV_INK_WHITE },
  };

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevRecord *action = lev_record_list_peek (actions, i);
      LevRecordList *decisions = lev_record_get_children (action, LEV_TYPE_DECISION);

      for (guint j = 0; j < lev_record_list_get_n (decisions); j++)
        {
          LevDecision *decision = lev_record_list_peek (decisions, j);

          if (decision->step != STEP_TAKE && decision->step != 9 && decision->step != STEP_CLOSE)
            continue;
          if (!has_head)
            {
              lev_page_flow_begin (flow, _("Decisions"), 60);
              lev_page_flow_head (flow, head, G_N_ELEMENTS (head));
              has_head = TRUE;
            }
          add_decision (flow, decision);
        }
    }
}

static void
add_person (LevPageFlow *flow,
            LevDossier  *dossier,
            LevPerson   *person,
            const char  *role)
{
  LevStakeholder *stakeholder;
  LevPageCell cells[] = {
    { 8, 200, NULL, 9, FALSE, LEV_INK_TEXT },
    { 214, 190, role, 9, FALSE, LEV_INK_SECONDARY },
    { 410, 100, NULL, 9, FALSE, LEV_INK_SECONDARY },
  };

  if (person == NULL)
    return;

  stakeholder = lev_record_find_part_by_record (dossier, LEV_TYPE_STAKEHOLDER, "person", person);
  cells[0].text = person->name;
  cells[2].text = stakeholder != NULL && stakeholder->took_part ? _("took part") : NULL;
  lev_page_flow_add_row (flow, cells, G_N_ELEMENTS (cells),
                         &(LevPageRow) { .above = 3, .below = 3.5, .has_line = TRUE });
}

void
lev_profile_pages_add_people (LevPageFlow *flow,
                              LevDossier  *dossier)
{
  LevRecordList *people = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_STAKEHOLDER);

  lev_page_flow_begin (flow, _("People involved"), 60);
  add_person (flow, dossier, dossier->manager, _("Contract manager"));
  add_person (flow, dossier, dossier->owner, _("Service owner"));
  add_person (flow, dossier, dossier->level_manager, _("SLM"));
  for (guint i = 0; i < lev_record_list_get_n (people); i++)
    {
      LevStakeholder *stakeholder = lev_record_list_peek (people, i);

      if (stakeholder->person != dossier->manager && stakeholder->person != dossier->owner &&
          stakeholder->person != dossier->level_manager)
        add_person (flow, dossier, stakeholder->person, stakeholder->role);
    }
}
