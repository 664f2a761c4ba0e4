#include "lev-steps.h"

#include "lev-archiving.h"
#include "lev-file-store.h"
#include "lev-outgoing.h"
#include "lev-profile-document.h"

#include <glib/gi18n.h>

/* Names of the decision's fields, where they differ from the field's own. */
static gboolean
read_details (LevSteps           *self,
              LevArguments       *arguments,
              LevDecisionDetails *details,
              GError            **error)
{
  LevValue by, date, accepted_by, accepted_until, form, evidence;

  if (!lev_arguments_get_value (arguments, "by", LEV_TYPE_DECISION, "by", self->records, &by,
                                error) ||
      !lev_arguments_get_value (arguments, "date", LEV_TYPE_DECISION, "date", self->records, &date,
                                error) ||
      !lev_arguments_get_value (arguments, "accepted-by", LEV_TYPE_DECISION, "accepted-by",
                                self->records, &accepted_by, error) ||
      !lev_arguments_get_value (arguments, "accepted-until", LEV_TYPE_DECISION, "accepted-until",
                                self->records, &accepted_until, error) ||
      !lev_arguments_get_value (arguments, "evidence", LEV_TYPE_DECISION, "evidence", self->records,
                                &evidence, error) ||
      !lev_arguments_get_value (arguments, "form", LEV_TYPE_DECISION, "form", self->records, &form,
                                error))
    return FALSE;

  *details = (LevDecisionDetails) {
    .by = (LevPerson *) by.record,
    .date = (LevDate) date.integer,
    .reason = lev_arguments_get (arguments, "reason"),
    .accepted_by = (LevPerson *) accepted_by.record,
    .accepted_until = (LevDate) accepted_until.integer,
    .form = (LevFeedbackForm) form.integer,
    .recipients = lev_arguments_get (arguments, "recipients"),
    .evidence = (LevEvidence *) evidence.record,
  };
  if (details->recipients == NULL)
    details->recipients = lev_arguments_get (arguments, "involved");

  return TRUE;
}

/* A verdict of yes or no on one action. */
static gboolean
judge (LevSteps     *self,
       LevArguments *arguments,
       guint         step,
       GError      **error)
{
  LevAction *action = lev_steps_next_action (self, arguments, error);
  LevDecisionDetails details;
  LevOutcome outcome;

  if (action == NULL)
    return FALSE;

  outcome = lev_steps_next_outcome (self, arguments, error);

  return outcome != LEV_OUTCOME_NONE && read_details (self, arguments, &details, error) &&
         lev_process_decide (action, step, outcome, &details, error) != NULL;
}

/* What is done with one or more actions at once. */
static gboolean
do_step (LevSteps     *self,
         LevArguments *arguments,
         guint         step,
         GError      **error)
{
  LevAction *action = lev_steps_next_action (self, arguments, error);
  LevDecisionDetails details;
  const char *code;

  if (action == NULL || !read_details (self, arguments, &details, error))
    return FALSE;

  do
    {
      if (lev_process_decide (action, step, LEV_OUTCOME_YES, &details, error) == NULL)
        return FALSE;
      code = lev_arguments_next (arguments);
      action = code != NULL ? lev_steps_find_numbered (self, LEV_TYPE_ACTION, code, error) : NULL;
      if (code != NULL && action == NULL)
        return FALSE;
    }
  while (code != NULL);

  return TRUE;
}

static gboolean
verb_decide (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  return judge (self, arguments, 6, error);
}

static gboolean
verb_update_profile (LevSteps     *self,
                     LevArguments *arguments,
                     GError      **error)
{
  LevDossier *dossier = lev_steps_next_dossier (self, arguments, error);
  g_autofree char *content = NULL;

  if (dossier == NULL)
    return FALSE;

  content = lev_profile_to_json (dossier);

  return lev_process_confirm_profile (dossier, content, lev_arguments_get (arguments, "reason"),
                                      error) != NULL;
}

static gboolean
verb_agree (LevSteps     *self,
            LevArguments *arguments,
            GError      **error)
{
  LevAction *action = lev_steps_next_action (self, arguments, error);
  const char *reason = lev_arguments_get (arguments, "reason");
  const LevDecisionDetails details = { NULL };
  LevValue due;

  if (action == NULL || !lev_process_check_editable (action->dossier, error) ||
      !lev_arguments_get_value (arguments, "due", LEV_TYPE_ACTION, "due", self->records, &due,
                                error))
    return FALSE;

  return (due.integer == 0 ||
          lev_process_change_due (action, (LevDate) due.integer, reason, NULL, error)) &&
         lev_arguments_apply (arguments, LEV_RECORD (action), NULL, error) &&
         lev_process_decide (action, 7, LEV_OUTCOME_YES, &details, error) != NULL;
}

static gboolean
read_update (LevSteps         *self,
             LevArguments     *arguments,
             LevUpdateDetails *details,
             GError          **error)
{
  LevValue author, date, progress, channel;

  if (!lev_arguments_get_value (arguments, "author", LEV_TYPE_STATUS_UPDATE, "author",
                                self->records, &author, error) ||
      !lev_arguments_get_value (arguments, "date", LEV_TYPE_STATUS_UPDATE, "date", self->records,
                                &date, error) ||
      !lev_arguments_get_value (arguments, "progress", LEV_TYPE_STATUS_UPDATE, "progress",
                                self->records, &progress, error) ||
      !lev_arguments_get_value (arguments, "channel", LEV_TYPE_STATUS_UPDATE, "channel",
                                self->records, &channel, error))
    return FALSE;

  *details = (LevUpdateDetails) {
    .author = (LevPerson *) author.record,
    .date = (LevDate) date.integer,
    .text = lev_arguments_get (arguments, "text"),
    .progress = (int) progress.integer,
    .channel = (LevChannel) channel.integer,
    .recipients = lev_arguments_get (arguments, "recipients"),
  };

  return TRUE;
}

static gboolean
verb_due (LevSteps     *self,
          LevArguments *arguments,
          GError      **error)
{
  LevAction *action = lev_steps_next_action (self, arguments, error);
  const char *text = action != NULL ? lev_arguments_require (arguments, _("The due date"), error)
                                    : NULL;
  LevValue due, by;

  return text != NULL &&
         lev_arguments_parse (text, LEV_TYPE_ACTION, "due", self->records, &due, error) &&
         lev_arguments_get_value (arguments, "by", LEV_TYPE_DUE_CHANGE, "by", self->records, &by,
                                  error) &&
         lev_process_change_due (action, (LevDate) due.integer,
                                 lev_arguments_get (arguments, "reason"), (LevPerson *) by.record,
                                 error);
}

/* Without recipients it goes to those of the process. */
static gboolean
verb_status (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  LevAction *action = lev_steps_next_action (self, arguments, error);
  LevUpdateDetails details;
  g_autoptr (GPtrArray) contacts = NULL;
  g_autofree char *names = NULL;

  if (action == NULL || !read_update (self, arguments, &details, error))
    return FALSE;

  contacts = lev_action_list_recipients (action);
  names = lev_people_to_names (contacts);
  if (details.author == NULL)
    details.author = action->dossier->manager;
  if (details.channel == LEV_CHANNEL_NONE)
    details.channel = (LevChannel) action->channel;
  if (details.recipients == NULL)
    details.recipients = names;

  return lev_process_report_status (action, &details, error) != NULL;
}

/* The latest update of the action; the script says what it should have been. */
static gboolean
verb_correct (LevSteps     *self,
              LevArguments *arguments,
              GError      **error)
{
  LevAction *action = lev_steps_next_action (self, arguments, error);
  LevStatusUpdate *update = action != NULL ? lev_action_get_update (action) : NULL;
  LevUpdateDetails details;

  if (action == NULL || !read_update (self, arguments, &details, error))
    return FALSE;
  if (update == NULL)
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
                   _("‘%s’ has no status update yet"), action->title);
      return FALSE;
    }

  if (details.author == NULL)
    details.author = update->author;

  return lev_process_correct_status (update, &details, error) != NULL;
}

static gboolean
verb_done (LevSteps     *self,
           LevArguments *arguments,
           GError      **error)
{
  return judge (self, arguments, 9, error);
}

static gboolean
verb_feedback (LevSteps     *self,
               LevArguments *arguments,
               GError      **error)
{
  return do_step (self, arguments, 10, error);
}

static gboolean
verb_finish (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  return judge (self, arguments, 11, error);
}

static gboolean
verb_inform (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  return do_step (self, arguments, 12, error);
}

static gboolean
verb_archive (LevSteps     *self,
              LevArguments *arguments,
              GError      **error)
{
  LevDossier *dossier = lev_steps_next_dossier (self, arguments, error);
  const char *folder = lev_arguments_get (arguments, "folder");
  g_autofree char *files = lev_file_store_dup_folder (lev_store_get_path (self->store));

  if (dossier == NULL)
    return FALSE;

  if (folder == NULL)
    folder = self->archive_folder;
  if (folder == NULL)
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE, _("%s is missing"), "folder");
      return FALSE;
    }

  return lev_archiving_run (dossier, files, folder, NULL, error);
}

static gboolean
verb_close (LevSteps     *self,
            LevArguments *arguments,
            GError      **error)
{
  LevReview *review = lev_steps_get_review (self, error);
  LevValue next;

  return review != NULL &&
         lev_arguments_get_value (arguments, "next", LEV_TYPE_REVIEW, "next-date", self->records,
                                  &next, error) &&
         lev_process_close (review, lev_arguments_get (arguments, "lessons"),
                            (LevDate) next.integer, error);
}

static gboolean
verb_reopen (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  LevReview *review = self->review;
  LevValue by;

  if (review == NULL)
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE,
                   _("Which round? Name it with --review"));
      return FALSE;
    }

  return lev_arguments_get_value (arguments, "by", LEV_TYPE_REOPENING, "by", self->records, &by,
                                  error) &&
         lev_process_reopen (review, lev_arguments_get (arguments, "reason"),
                             (LevPerson *) by.record, error) != NULL;
}

const LevVerb lev_follow_up_verbs[] = {
  { "decide", N_("A01 yes|no by=… [reason=…] [accepted-by=…] [accepted-until=…]"),
    N_("Record a decision"), verb_decide },
  { "update-profile", N_("SUPPLIER [reason=…]"), N_("Confirm the updated profile"),
    verb_update_profile },
  { "agree", N_("A01 executor=… due=… frequency=weekly|biweekly|monthly|quarterly "
       "[channel=mail|meeting|phone]"),
    N_("Hand out an action"), verb_agree },
  { "due", N_("A01 2026-12-31 reason=… [by=…]"), N_("Change the due date"), verb_due },
  { "status", N_("A01 text=… progress=40 [channel=…] [recipients=…] [author=…] [date=…]"),
    N_("Record a status update"), verb_status },
  { "correct", N_("A01 text=… progress=40 [date=…]"), N_("Correct a status update"), verb_correct },
  { "done", N_("A01 yes|no by=… [reason=…]"), N_("Record the verdict of the service owner"),
    verb_done },
  { "feedback", N_("A01 … form=separate|bundled|yearly involved=…"),
    N_("Report a result to the MT"), verb_feedback },
  { "finish", N_("A01 yes|no by=… [reason=…]"), N_("Record the verdict of the MT"), verb_finish },
  { "inform", N_("A01 … recipients=…"), N_("Inform those involved"), verb_inform },
  { "archive", N_("SUPPLIER folder=…"), N_("Archive a dossier"), verb_archive },
  { "close", N_("[lessons=…] [next=…]"), N_("Close the round"), verb_close },
  { "reopen", N_("reason=… [by=…]"), N_("Reopen the round"), verb_reopen },
  { NULL },
};
