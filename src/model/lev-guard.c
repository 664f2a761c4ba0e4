#include "lev-guard.h"

#include "lev-profile-guard.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-selection.h"
#include "lev-state.h"

#include <glib/gi18n.h>

void
lev_guard_start (LevRecord  *record,
                 GListStore *missing)
{
  LevReview *review = LEV_REVIEW (record);

  if (review->coordinator == NULL)
    lev_missing_add (missing, record, 1, "coordinator", _("The coordinating CM is missing"),
                     _("Choose who coordinates the round."));
  if (review->period_from == 0 || review->period_until == 0)
    lev_missing_add (missing, record, 1, "period-from", _("The period is missing"),
                     _("Fill in from when until when the round goes."));
  else if (review->period_until < review->period_from)
    lev_missing_add (missing, record, 1, "period-until", _("The period ends before it starts"),
                     _("Fill in a later end of the period."));
}

static void
check_people (LevRecord  *record,
              GListStore *missing)
{
  LevDossier *dossier = LEV_DOSSIER (record);

  if (dossier->manager == NULL)
    lev_missing_add (missing, record, 2, "manager", _("The CM is missing"), _("Choose the CM."));
  if (dossier->owner == NULL)
    lev_missing_add (missing, record, 2, "owner", _("The service owner is missing"),
                     _("Choose the service owner."));
  if (dossier->level_manager == NULL)
    lev_missing_add (missing, record, 2, "level-manager", _("The SLM is missing"),
                     _("Choose the SLM."));
}

void
lev_guard_select (LevRecord  *record,
                  GListStore *missing)
{
  LevReview *review = LEV_REVIEW (record);
  g_autoptr (GPtrArray) chosen = NULL;

  if (lev_review_is_frozen (review))
    return;

  chosen = lev_review_list_chosen (review);
  if (chosen->len == 0)
    lev_missing_add (missing, record, 2, NULL, _("No supplier is chosen"),
                     _("Choose at least one supplier."));
  for (guint i = 0; i < chosen->len; i++)
    check_people (g_ptr_array_index (chosen, i), missing);

  lev_selection_check_deviations (review, missing);
}

void
lev_guard_profile (LevRecord  *record,
                   GListStore *missing)
{
  if (lev_dossier_get_version (LEV_DOSSIER (record), LEV_VERSION_REASON_MEETING) == NULL)
    lev_profile_check (LEV_DOSSIER (record), missing);
}

static gboolean
is_invited (LevMeeting *meeting,
            LevPerson  *person)
{
  LevAttendance *attendance = lev_record_find_part_by_record (meeting, LEV_TYPE_ATTENDANCE,
                                                              "person", person);

  return attendance != NULL && attendance->invited;
}

void
lev_guard_plan (LevRecord  *record,
                GListStore *missing)
{
  LevMeeting *meeting = lev_review_get_meeting (LEV_REVIEW (record));
  g_autoptr (GPtrArray) invitees = NULL;

  if (lev_review_is_frozen (LEV_REVIEW (record)))
    return;

  if (meeting == NULL || meeting->start == 0)
    lev_missing_add (missing, record, 4, "start", _("The date of the meeting is missing"),
                     _("Plan the meeting with the MT."));
  if (meeting == NULL || lev_text_is_blank (meeting->place))
    lev_missing_add (missing, record, 4, "place", _("The place of the meeting is missing"),
                     _("Fill in the place of the meeting."));

  invitees = lev_review_list_invitees (LEV_REVIEW (record));
  for (guint i = 0; meeting != NULL && i < invitees->len; i++)
    {
      LevPerson *person = g_ptr_array_index (invitees, i);

      if (!is_invited (meeting, person))
        lev_missing_add (missing, LEV_RECORD (person), 4, "invited", _("Not invited yet"),
                         _("Invite this person to the meeting."));
    }
}

void
lev_guard_present (LevRecord  *record,
                   GListStore *missing)
{
  LevDossier *dossier = LEV_DOSSIER (record);

  if (lev_dossier_get_version (dossier, LEV_VERSION_REASON_MEETING) == NULL)
    lev_missing_add (missing, record, 5, NULL, _("The profile is not frozen yet"),
                     _("Freeze the profile for the MT."));
  if (!lev_dossier_is_presented (dossier))
    lev_missing_add (missing, record, 5, NULL, _("Not presented yet"),
                     _("Present the profile to the MT."));
}

/* The guard of a step that an action leaves by a decision or an update. */
static void
check_passed (LevRecord  *action,
              guint       step,
              GListStore *missing,
              const char *reason,
              const char *todo)
{
  if (lev_action_get_step (LEV_ACTION (action)) <= step)
    lev_missing_add (missing, action, step, NULL, reason, todo);
}

void
lev_guard_decide (LevRecord  *action,
                  GListStore *missing)
{
  check_passed (action, 6, missing, _("The decision of the MT is missing"),
                _("Record whether the MT takes the action."));
}

void
lev_guard_update_profile (LevRecord  *record,
                          GListStore *missing)
{
  if (lev_dossier_get_version (LEV_DOSSIER (record), LEV_VERSION_REASON_UPDATE) == NULL)
    lev_missing_add (missing, record, 7, NULL, _("The new profile version is not confirmed yet"),
                     _("Work in the decisions of the MT and confirm the profile."));
}

/* The next status update follows from the frequency. */
static void
check_frequency (LevRecord  *record,
                 guint       step,
                 GListStore *missing)
{
  if (LEV_ACTION (record)->frequency == LEV_FREQUENCY_NONE)
    lev_missing_add (missing, record, step, "frequency", _("The frequency of updates is missing"),
                     _("Agree how often status updates follow."));
}

static void
check_agreement (LevRecord  *record,
                 GListStore *missing)
{
  LevAction *action = LEV_ACTION (record);

  if (action->executor == NULL)
    lev_missing_add (missing, record, 7, "executor", _("The executor is missing"),
                     _("Agree who carries out the action."));
  if (action->due == 0)
    lev_missing_add (missing, record, 7, "due", _("The due date is missing"),
                     _("Agree on a due date."));
  check_frequency (record, 7, missing);
}

void
lev_guard_hand_out (LevRecord  *action,
                    GListStore *missing)
{
  guint n_before = g_list_model_get_n_items (G_LIST_MODEL (missing));

  check_agreement (action, missing);
  if (g_list_model_get_n_items (G_LIST_MODEL (missing)) == n_before)
    check_passed (action, 7, missing, _("Not handed out yet"),
                  _("Hand the action out to its executor."));
}

void
lev_guard_report_status (LevRecord  *action,
                         GListStore *missing)
{
  check_passed (action, 8, missing, _("There is no status update yet"),
                _("Record a status update."));
  check_frequency (action, 8, missing);
}

void
lev_guard_judge_done (LevRecord  *action,
                      GListStore *missing)
{
  check_passed (action, 9, missing, _("The verdict of the service owner is missing"),
                _("Record whether the service owner finds the action done."));
}

void
lev_guard_feed_back (LevRecord  *action,
                     GListStore *missing)
{
  check_passed (action, 10, missing, _("The result is not reported to the MT yet"),
                _("Report the result to the MT."));
}

void
lev_guard_judge_finished (LevRecord  *action,
                          GListStore *missing)
{
  check_passed (action, 11, missing, _("The verdict of the MT is missing"),
                _("Record whether the MT finds the action finished."));
}

void
lev_guard_inform (LevRecord  *action,
                  GListStore *missing)
{
  check_passed (action, 12, missing, _("The service owner and the SLM are not informed yet"),
                _("Tell them that the action is finished."));
}

void
lev_guard_archive (LevRecord  *record,
                   GListStore *missing)
{
  if (!lev_dossier_is_archived (LEV_DOSSIER (record)))
    lev_missing_add (missing, record, 13, NULL, _("Not in the archive yet"),
                     _("Archive the dossier."));
}

void
lev_guard_close (LevRecord  *review,
                 GListStore *missing)
{
  if (LEV_REVIEW (review)->closed == 0)
    lev_missing_add (missing, review, 14, "closed", _("The round is not closed yet"),
                     _("Record the lessons and close the round."));
}

void
lev_guard_preconditions (LevRecord  *subject,
                         guint       step,
                         GListStore *missing)
{
  if (step == 7 && LEV_IS_ACTION (subject))
    check_agreement (subject, missing);
  if (step == 8 && LEV_IS_ACTION (subject))
    check_frequency (subject, 8, missing);
}

static void
check_waiting_actions (LevDossier    *dossier,
                       const LevStep *step,
                       GListStore    *missing)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);

      if (lev_action_get_step (action) == step->number)
        step->guards[LEV_SCOPE_ACTION](LEV_RECORD (action), missing);
    }
}

GListStore *
lev_review_list_missing (LevReview *review,
                         guint      number)
{
  GListStore *missing = g_list_store_new (LEV_TYPE_MISSING);
  const LevStep *step = lev_step_get (number);
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  LevPreparation preparation = lev_review_get_preparation (review);

  if (step->guards[LEV_SCOPE_REVIEW] != NULL)
    step->guards[LEV_SCOPE_REVIEW](LEV_RECORD (review), missing);

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);

      if (step->guards[LEV_SCOPE_DOSSIER] != NULL &&
          lev_dossier_get_step_in (dossier, &preparation) <= number)
        step->guards[LEV_SCOPE_DOSSIER](LEV_RECORD (dossier), missing);
      if (step->guards[LEV_SCOPE_ACTION] != NULL)
        check_waiting_actions (dossier, step, missing);
    }

  return missing;
}

static void
add_once (GPtrArray *people,
          LevPerson *person)
{
  if (person != NULL && !g_ptr_array_find (people, person, NULL))
    g_ptr_array_add (people, person);
}

GPtrArray *
lev_review_list_invitees (LevReview *review)
{
  GPtrArray *people = g_ptr_array_new ();
  LevRecordList *everyone = lev_register_list (LEV_RECORD (review)->records, LEV_TYPE_PERSON);
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);

  for (guint i = 0; i < lev_record_list_get_n (everyone); i++)
    {
      LevPerson *person = lev_record_list_peek (everyone, i);

      if (person->management_team)
        add_once (people, person);
    }

  add_once (people, review->coordinator);
  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);

      add_once (people, dossier->manager);
      add_once (people, dossier->owner);
    }

  return people;
}
