#include "lev-step.h"

#include "lev-guard.h"

#include <glib/gi18n.h>

#define NEEDS_VERDICT (LEV_NEEDS_BY | LEV_NEEDS_DATE)

static const LevStep steps[LEV_N_STEPS] = {
  {
    1, LEV_PHASE_PREPARE, N_("Start the round"), N_("Start the round"), N_("Start the review round"),
    N_("coordinating CM"),
    N_("The year calendar says that a review is due. Record who coordinates it and over which "
       "period it goes. The round answers two questions: is the continuity of the service or the "
       "security of information in serious or structural danger, and what can be done about it?"),
    N_("Levman year calendar"), NULL,
    { [LEV_SCOPE_REVIEW] = lev_guard_start },
    { { LEV_SCOPE_REVIEW, LEV_OUTCOME_YES, 2, LEV_NEEDS_NOTHING } },
  },
  {
    2, LEV_PHASE_PREPARE, N_("Select suppliers"), N_("Select"), N_("Select suppliers"),
    N_("coordinating CM"),
    N_("Choose the suppliers with the highest criticality. The handbook proposes a limit; you may "
       "deviate from it in both directions, with a motivation."),
    N_("Levman handbook"), NULL,
    { [LEV_SCOPE_REVIEW] = lev_guard_select },
    { { LEV_SCOPE_REVIEW, LEV_OUTCOME_YES, 3, LEV_NEEDS_NOTHING } },
  },
  {
    3, LEV_PHASE_PREPARE, N_("Fill in risk profiles"), N_("Fill in profiles"), N_("Fill in risk profiles"),
    N_("CM, with the service owner and the SLM"),
    N_("Fill in the risk profile of each chosen supplier together with the service owner and the "
       "SLM, and determine the mitigation actions that are wanted."),
    N_("Template ‘Supplier risk profile’"), NULL,
    { [LEV_SCOPE_DOSSIER] = lev_guard_profile },
    { { LEV_SCOPE_DOSSIER, LEV_OUTCOME_YES, 4, LEV_NEEDS_NOTHING } },
  },
  {
    4, LEV_PHASE_MEETING, N_("Plan the meeting"), N_("Plan the meeting"), N_("Plan the meeting with the MT"),
    N_("coordinating CM"),
    N_("Plan a meeting with the MT and invite all service owners and contract managers "
       "involved."),
    NULL, NULL,
    { [LEV_SCOPE_REVIEW] = lev_guard_plan },
    { { LEV_SCOPE_REVIEW, LEV_OUTCOME_YES, 5, LEV_NEEDS_NOTHING } },
  },
  {
    5, LEV_PHASE_MEETING, N_("Present"), N_("Present"), N_("Present the profiles to the MT"),
    N_("MT"),
    N_("Freeze the profiles and present them to the MT, with the proposed actions. The decisions "
       "rest on the frozen version."),
    NULL, NULL,
    { [LEV_SCOPE_DOSSIER] = lev_guard_present },
    { { LEV_SCOPE_DOSSIER, LEV_OUTCOME_YES, 6, LEV_NEEDS_DATE } },
  },
  {
    6, LEV_PHASE_MEETING, N_("Decide"), N_("Decide"), N_("Decide"),
    N_("MT"),
    N_("The MT decides per action whether it is taken. When it is not, someone accepts the "
       "residual risk until a date."),
    NULL, NULL,
    { [LEV_SCOPE_ACTION] = lev_guard_decide },
    { { LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 7, NEEDS_VERDICT | LEV_NEEDS_REASON },
      { LEV_SCOPE_ACTION, LEV_OUTCOME_NO, 13,
        NEEDS_VERDICT | LEV_NEEDS_REASON | LEV_NEEDS_ACCEPTANCE } },
  },
  {
    7, LEV_PHASE_FOLLOW_UP, N_("Update and hand out"), N_("Update"), N_("Update profiles and hand out actions"),
    N_("CM"),
    N_("Work the decisions of the MT into each profile and confirm the new version. Then give "
       "each agreed action an executor, a due date and an agreement on the status updates."),
    NULL, NULL,
    { [LEV_SCOPE_DOSSIER] = lev_guard_update_profile, [LEV_SCOPE_ACTION] = lev_guard_hand_out },
    { { LEV_SCOPE_DOSSIER, LEV_OUTCOME_YES, 8, LEV_NEEDS_NOTHING },
      { LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 8, LEV_NEEDS_DATE } },
  },
  {
    8, LEV_PHASE_FOLLOW_UP, N_("Status updates"), N_("Status updates"), N_("Status updates"),
    N_("CM"),
    N_("Send regular status updates to the service owner, the SLM and the stakeholders, at the "
       "frequency that was agreed."),
    NULL, NULL,
    { [LEV_SCOPE_ACTION] = lev_guard_report_status },
    { { LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 9, LEV_NEEDS_DATE } },
  },
  {
    9, LEV_PHASE_FOLLOW_UP, N_("Service owner’s verdict"), N_("Service owner’s verdict"), N_("Verdict of the service owner"),
    N_("service owner"),
    N_("On the strength of the status updates the service owner decides whether the action is "
       "done. If not, it goes back to step 7 with the reason."),
    NULL, NULL,
    { [LEV_SCOPE_ACTION] = lev_guard_judge_done },
    { { LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 10, NEEDS_VERDICT },
      { LEV_SCOPE_ACTION, LEV_OUTCOME_NO, 7, NEEDS_VERDICT | LEV_NEEDS_REASON } },
  },
  {
    10, LEV_PHASE_FEEDBACK, N_("Result to the MT"), N_("Result to the MT"), N_("Report the result to the MT"),
    N_("CM"),
    N_("Report the result of the finished actions to the MT, with the service owners involved: "
       "per CM or bundled, in a meeting of its own or in the yearly report."),
    N_("MT report"), NULL,
    { [LEV_SCOPE_ACTION] = lev_guard_feed_back },
    { { LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 11,
        LEV_NEEDS_DATE | LEV_NEEDS_FORM | LEV_NEEDS_RECIPIENTS } },
  },
  {
    11, LEV_PHASE_FEEDBACK, N_("MT’s verdict"), N_("MT’s verdict"), N_("Verdict of the MT"),
    N_("MT"),
    N_("The MT decides whether the action is finished with this. If not, it goes back to step 7 "
       "with the reason."),
    NULL, NULL,
    { [LEV_SCOPE_ACTION] = lev_guard_judge_finished },
    { { LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 12, NEEDS_VERDICT },
      { LEV_SCOPE_ACTION, LEV_OUTCOME_NO, 7, NEEDS_VERDICT | LEV_NEEDS_REASON } },
  },
  {
    12, LEV_PHASE_FEEDBACK, N_("Inform those involved"), N_("Inform"), N_("Inform those involved"),
    N_("CM"),
    N_("Tell the service owner and the SLM which actions are definitively finished."),
    NULL, NULL,
    { [LEV_SCOPE_ACTION] = lev_guard_inform },
    { { LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 13, LEV_NEEDS_DATE | LEV_NEEDS_RECIPIENTS } },
  },
  {
    13, LEV_PHASE_ARCHIVE, N_("Archive dossiers"), N_("Archive"), N_("Archive dossiers"),
    N_("CM"),
    N_("Archive the definitive profile as it was discussed with the MT, and the agreed and "
       "finished actions with their status updates."),
    N_("Supplier risk profile as filled in"), N_("SharePoint Levman"),
    { [LEV_SCOPE_DOSSIER] = lev_guard_archive },
    { { LEV_SCOPE_DOSSIER, LEV_OUTCOME_YES, 14, LEV_NEEDS_NOTHING } },
  },
  {
    14, LEV_PHASE_ARCHIVE, N_("Close the round"), N_("Round off"), N_("Close the round"),
    N_("coordinating CM"),
    N_("Look back on the round, record the lessons and put the next date in the year calendar. "
       "After that the round is read-only."),
    N_("Levman year calendar"), NULL,
    { [LEV_SCOPE_REVIEW] = lev_guard_close },
    { { LEV_SCOPE_REVIEW, LEV_OUTCOME_YES, LEV_STEP_END, LEV_NEEDS_NOTHING } },
  },
};

static const char *const phase_titles[LEV_N_PHASES] = {
  N_("Prepare"), N_("MT meeting"), N_("Follow up"), N_("Feed back"), N_("Archive"),
};

const LevStep *
lev_step_get (guint number)
{
  g_return_val_if_fail (number >= 1 && number <= LEV_N_STEPS, NULL);

  return &steps[number - 1];
}

const char *
lev_phase_get_title (LevPhase phase)
{
  g_return_val_if_fail (phase < LEV_N_PHASES, NULL);

  return _(phase_titles[phase]);
}

const LevMove *
lev_step_find_move (guint      number,
                    LevScope   scope,
                    LevOutcome outcome)
{
  const LevStep *step;

  if (number < 1 || number > LEV_N_STEPS)
    return NULL;

  step = lev_step_get (number);
  for (guint i = 0; step->moves[i].next != 0; i++)
    if (step->moves[i].scope == scope && step->moves[i].outcome == outcome)
      return &step->moves[i];

  return NULL;
}

LevScope
lev_scope_of (LevRecord *record)
{
  if (LEV_IS_REVIEW (record))
    return LEV_SCOPE_REVIEW;
  if (LEV_IS_DOSSIER (record))
    return LEV_SCOPE_DOSSIER;
  if (LEV_IS_ACTION (record))
    return LEV_SCOPE_ACTION;

  return LEV_N_SCOPES;
}
