#include "lev-process.h"

#include "lev-guard.h"
#include "lev-refusal.h"
#include "lev-register.h"

#include <glib/gi18n.h>

static void
require (GListStore *missing,
         LevAction  *action,
         guint       step,
         gboolean    is_missing,
         const char *field,
         const char *reason,
         const char *todo)
{
  if (is_missing)
    lev_missing_add (missing, LEV_RECORD (action), step, field, reason, todo);
}

/* The two keys (process, steps 9 and 11): the service owner of the dossier, and the MT. */
static void
check_key (LevAction                *action,
           guint                     step,
           const LevDecisionDetails *details,
           GListStore               *missing)
{
  require (missing, action, step,
           step == 9 && details->by != NULL && details->by != action->dossier->owner, "by",
           _("This verdict is that of the service owner"), _("Choose the service owner."));
  require (missing, action, step,
           step == 11 && details->by != NULL && !details->by->management_team, "by",
           _("This verdict is that of the MT"), _("Choose a member of the MT."));
}

/* What @details lacks of what the step table asks. */
static void
check_details (LevAction                *action,
               guint                     step,
               LevNeeds                  needs,
               const LevDecisionDetails *details,
               GListStore               *missing)
{
  require (missing, action, step, (needs & LEV_NEEDS_BY) && details->by == NULL, "by",
           _("It is not said who decides"), _("Fill in who decides."));
  require (missing, action, step, (needs & LEV_NEEDS_REASON) && lev_text_is_blank (details->reason),
           "reason", _("The reason is missing"), _("Fill in the reason."));
  require (missing, action, step, (needs & LEV_NEEDS_ACCEPTANCE) && details->accepted_by == NULL,
           "accepted-by", _("It is not said who accepts the residual risk"),
           _("Fill in who accepts the residual risk."));
  require (missing, action, step, (needs & LEV_NEEDS_ACCEPTANCE) && details->accepted_until == 0,
           "accepted-until", _("It is not said until when the residual risk is accepted"),
           _("Fill in until when the residual risk is accepted."));
  require (missing, action, step,
           (needs & LEV_NEEDS_FORM) && details->form == LEV_FEEDBACK_FORM_NONE, "form",
           _("The form of the report is missing"), _("Fill in how the result was reported."));
  require (missing, action, step,
           (needs & LEV_NEEDS_RECIPIENTS) && lev_text_is_blank (details->recipients), "recipients",
           _("It is not said who were involved"), _("Fill in who were involved or told."));
}

/* The way out of @step that @action may take with @outcome, or an error. */
static const LevMove *
find_allowed_move (LevAction *action,
                   guint      step,
                   LevOutcome outcome,
                   GError   **error)
{
  const LevMove *move = lev_step_find_move (step, LEV_SCOPE_ACTION, outcome);
  guint actual = lev_action_get_step (action);

  if (!lev_check_open (action, error))
    return NULL;

  if (lev_dossier_is_archived (action->dossier) || !lev_dossier_is_presented (action->dossier))
    {
      lev_refuse_step (error, action, step, lev_dossier_get_step (action->dossier));
      return NULL;
    }

  if (move == NULL || step == 8 ||
      (actual != step && !(step == 6 && lev_action_is_reconsiderable (action))))
    {
      lev_refuse_step (error, action, step, actual == step ? 0 : actual);
      return NULL;
    }

  return move;
}

/* A yes in step 6 follows the CM’s advice when nothing else is said. */
static const char *
get_reason (LevAction                *action,
            guint                     step,
            LevOutcome                outcome,
            const LevDecisionDetails *details)
{
  if (step == 6 && outcome == LEV_OUTCOME_YES && lev_text_is_blank (details->reason) &&
      action->advice == LEV_OUTCOME_YES)
    return _("In accordance with the advice of the CM");

  return details->reason;
}

GListStore *
lev_process_check_decision (LevAction                *action,
                            guint                     step,
                            LevOutcome                outcome,
                            const LevDecisionDetails *details)
{
  GListStore *missing = g_list_store_new (LEV_TYPE_MISSING);
  const LevMove *move = lev_step_find_move (step, LEV_SCOPE_ACTION, outcome);
  LevDecisionDetails given = *details;

  given.reason = get_reason (action, step, outcome, details);
  lev_guard_preconditions (LEV_RECORD (action), step, missing);
  if (move != NULL)
    {
      check_details (action, step, move->needs, &given, missing);
      check_key (action, step, &given, missing);
    }

  return missing;
}

LevDecision *
lev_process_decide (LevAction                *action,
                    guint                     step,
                    LevOutcome                outcome,
                    const LevDecisionDetails *details,
                    GError                  **error)
{
  g_autoptr (GListStore) missing = NULL;

  if (find_allowed_move (action, step, outcome, error) == NULL)
    return NULL;

  missing = lev_process_check_decision (action, step, outcome, details);
  if (!lev_check_complete (missing, step, error))
    return NULL;

  return lev_register_add (LEV_RECORD (action)->records, LEV_TYPE_DECISION, "action", action,
                           "number", lev_action_next_number (action), "step", step, "outcome",
                           outcome, "by", details->by, "date",
                           details->date != 0 ? details->date : lev_clock_today (), "reason",
                           get_reason (action, step, outcome, details), "profile-version",
                           lev_dossier_get_version (action->dossier, LEV_VERSION_REASON_NONE),
                           "accepted-by", details->accepted_by, "accepted-until",
                           details->accepted_until, "form", details->form, "recipients",
                           details->recipients, "evidence", details->evidence, NULL);
}

/* A correction is no news of its own, so it needs no agreement on updates. */
static LevStatusUpdate *
add_update (LevAction              *action,
            LevStatusUpdate        *corrects,
            const LevUpdateDetails *details,
            GError                **error)
{
  guint step = lev_action_get_step (action);
  g_autoptr (GListStore) missing = g_list_store_new (LEV_TYPE_MISSING);

  if (!lev_check_open (action, error))
    return NULL;

  if (step < 8 || step > 12)
    {
      lev_refuse_step (error, action, 8, step);
      return NULL;
    }

  if (step == 8 && corrects == NULL)
    lev_guard_preconditions (LEV_RECORD (action), step, missing);
  require (missing, action, 8, lev_text_is_blank (details->text), "text",
           _("The text of the status update is missing"), _("Fill in the text."));
  require (missing, action, 8, details->progress < 0 || details->progress > 100, "progress",
           _("The progress is not between 0 and 100 percent"), _("Fill in the progress."));
  if (!lev_check_complete (missing, 8, error))
    return NULL;

  return lev_register_add (LEV_RECORD (action)->records, LEV_TYPE_STATUS_UPDATE, "action", action,
                           "number", lev_action_next_number (action), "date",
                           details->date != 0 ? details->date : lev_clock_today (), "author",
                           details->author, "text", details->text, "progress", details->progress,
                           "channel", details->channel, "recipients", details->recipients,
                           "corrects", corrects, NULL);
}

LevStatusUpdate *
lev_process_report_status (LevAction              *action,
                           const LevUpdateDetails *details,
                           GError                **error)
{
  return add_update (action, NULL, details, error);
}

LevStatusUpdate *
lev_process_correct_status (LevStatusUpdate        *update,
                            const LevUpdateDetails *details,
                            GError                **error)
{
  LevStatusUpdate *standing = lev_status_update_get_standing (update);
  LevUpdateDetails given = *details;

  if (given.date == 0)
    given.date = standing->date;
  if (given.channel == LEV_CHANNEL_NONE)
    given.channel = (LevChannel) standing->channel;
  if (given.recipients == NULL)
    given.recipients = standing->recipients;

  return add_update (update->action, standing, &given, error);
}

/* After a return the verdict says why there is another date. */
static char *
dup_due_reason (LevAction  *action,
                const char *reason)
{
  LevDecision *verdict = lev_action_get_return (action);

  if (!lev_text_is_blank (reason))
    return g_strdup (reason);
  if (lev_action_get_step (action) != 7 || verdict == NULL)
    return NULL;

  return g_strdup_printf (_("Came back from step %d: %s"), verdict->step, verdict->reason);
}

gboolean
lev_process_change_due (LevAction  *action,
                        LevDate     due,
                        const char *reason,
                        LevPerson  *by,
                        GError    **error)
{
  g_autofree char *why = NULL;

  if (!lev_process_check_editable (action->dossier, error))
    return FALSE;
  if (due == action->due)
    return TRUE;

  why = dup_due_reason (action, reason);
  if (action->due != 0 && lev_action_get_decision (action, 7) != NULL)
    {
      if (why == NULL)
        {
          g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_INCOMPLETE,
                       _("Another due date after the action was handed out asks for a reason"));
          return FALSE;
        }
      lev_register_add (LEV_RECORD (action)->records, LEV_TYPE_DUE_CHANGE, "action", action,
                        "number", lev_action_next_number (action), "old-due", action->due, "due",
                        due, "reason", why, "by", by, "date", lev_clock_today (), NULL);
    }
  g_object_set (action, "due", due, NULL);

  return TRUE;
}
