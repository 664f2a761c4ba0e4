#include "lev-task-text.h"

#include "lev-due-text.h"
#include "lev-mail-dialog.h"
#include "lev-record-list.h"
#include "lev-state.h"

#include <glib/gi18n.h>

static char *
dup_title (LevRecord *record)
{
  g_autofree char *title = lev_record_dup_title (record);

  return lev_text_lower_first (title);
}

/* --- The act -------------------------------------------------------------------------------- */

/* The same act on several actions. */
static char *
describe_actions (const LevTask *task)
{
  guint n = task->count;

  switch (task->step)
    {
    case 6:
      return g_strdup_printf (ngettext ("Record %u decision of the MT",
                                        "Record %u decisions of the MT", n),
                              n);
    case 7:
      return g_strdup_printf (ngettext ("Hand out %u action", "Hand out %u actions", n), n);
    case 8:
      return g_strdup_printf (ngettext ("Record %u status update", "Record %u status updates", n),
                              n);
    case 9:
      return g_strdup_printf (ngettext ("%u action waits for the verdict of %s",
                                        "%u actions wait for the verdict of %s", n),
                              n, task->who != NULL ? task->who->name : _("the service owner"));
    case 10:
      return g_strdup_printf (ngettext ("Report %u result to the MT", "Report %u results to the MT",
                                        n),
                              n);
    case 11:
      return g_strdup_printf (ngettext ("Record %u verdict of the MT",
                                        "Record %u verdicts of the MT", n),
                              n);
    default:
      return g_strdup_printf (ngettext ("Inform those involved about %u action",
                                        "Inform those involved about %u actions", n),
                              n);
    }
}

/* The same act on several dossiers. */
static char *
describe_dossiers (const LevTask *task)
{
  guint n = task->count;

  switch (task->step)
    {
    case 3:
      return g_strdup_printf (ngettext ("Fill in %u risk profile", "Fill in %u risk profiles", n),
                              n);
    case 5:
      return g_strdup_printf (ngettext ("Freeze and present %u profile",
                                        "Freeze and present %u profiles", n),
                              n);
    case 7:
      return g_strdup_printf (ngettext ("Update %u profile after the MT meeting",
                                        "Update %u profiles after the MT meeting", n),
                              n);
    default:
      return g_strdup_printf (ngettext ("Archive %u dossier", "Archive %u dossiers", n), n);
    }
}

/* What an action in step 7 lacks first, in a form that takes its title. */
static const char *
get_hand_out_format (const LevTask *task)
{
  if (lev_action_get_return (LEV_ACTION (task->subject)) != NULL)
    return _("Agree on a new due date: %s");
  if (g_strcmp0 (task->field, "executor") == 0)
    return _("Agree on the executor: %s");
  if (g_strcmp0 (task->field, "due") == 0)
    return _("Agree on the due date: %s");
  if (g_strcmp0 (task->field, "frequency") == 0)
    return _("Agree on the updates: %s");

  return _("Hand out the action: %s");
}

static char *
describe_action (const LevTask *task)
{
  g_autofree char *title = dup_title (task->subject);
  const char *formats[LEV_N_STEPS + 1] = {
    [6] = _("Record the decision of the MT: %s"),
    [7] = task->step == 7 ? get_hand_out_format (task) : NULL,
    [8] = _("Status update: %s"),
    [10] = _("Report the result to the MT: %s"),
    [11] = _("Record the verdict of the MT: %s"),
    [12] = _("Inform those involved: %s"),
  };
  g_autoptr (GString) text = NULL;

  if (task->step == 9 && task->who != NULL)
    {
      g_autofree char *whole = lev_record_dup_title (task->subject);

      return g_strdup_printf (_("%s waits for the verdict of %s"), whole, task->who->name);
    }
  if (formats[task->step] == NULL)
    return g_strdup_printf ("%s: %s", task->what, title);

  text = g_string_new (formats[task->step]);
  g_string_replace (text, "%s", title, 1);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

/* What another contract manager has to do: not with the name of the action, which is below. */
static char *
describe_other (const LevTask *task)
{
  LevDecision *verdict = LEV_IS_ACTION (task->subject)
                           ? lev_action_get_return (LEV_ACTION (task->subject))
                           : NULL;

  if (task->kind == LEV_TASK_DEADLINE)
    return g_strdup_printf (ngettext ("Due date of %u action has passed",
                                      "Due dates of %u actions have passed", task->count),
                            task->count);
  if (task->count > 1)
    return LEV_IS_ACTION (task->subject) ? describe_actions (task) : describe_dossiers (task);
  if (task->step == 7 && verdict != NULL)
    return g_strdup (verdict->step == 9 ? _("New date after the action was not found done")
                                        : _("New date after the verdict of the MT"));

  return g_strdup (task->what);
}

/* Whether @task is for someone else to do in this application. */
static gboolean
is_of_other (const LevTask *task)
{
  return task->urgency == LEV_URGENCY_OTHERS && task->who != NULL &&
         !(task->kind == LEV_TASK_STEP && task->step == 9);
}

static char *
describe_ending (const LevTask *task,
                 const char    *format)
{
  g_autofree char *title = dup_title (task->subject);
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", title, 1);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
describe_mails (const LevTask *task)
{
  if (task->step == 12)
    return g_strdup_printf (ngettext ("Mail %u person what is finished",
                                      "Mail %u people what is finished", task->n_missing),
                            task->n_missing);

  return g_strdup_printf (ngettext ("Mail the status updates to %u person",
                                    "Mail the status updates to %u people", task->n_missing),
                          task->n_missing);
}

char *
lev_task_describe (const LevTask *task)
{
  g_autofree char *act = NULL;
  g_autofree char *lower = NULL;

  if (is_of_other (task))
    {
      act = describe_other (task);
      lower = lev_text_lower_first (act);
      /* Translators: who has to do it, and what. */
      return g_strdup_printf (_("%s: %s"), task->who->name, lower);
    }

  switch (task->kind)
    {
    case LEV_TASK_DEADLINE:
    case LEV_TASK_CALENDAR:
      return lev_record_dup_title (task->subject);
    case LEV_TASK_NOTICE:
      return describe_ending (task, _("End or renew the contract: %s"));
    case LEV_TASK_CONTRACT:
      return describe_ending (task, _("Contract ends: %s"));
    case LEV_TASK_EVIDENCE:
      return describe_ending (task, _("Evidence expires: %s"));
    case LEV_TASK_MAIL:
      return describe_mails (task);
    default:
      break;
    }

  if (LEV_IS_ACTION (task->subject))
    return task->count > 1 ? describe_actions (task) : describe_action (task);
  if (task->count > 1)
    return describe_dossiers (task);

  return g_strdup (task->what);
}

/* --- About what, and why -------------------------------------------------------------------- */

static char *
describe_suppliers (const LevTask *task)
{
  g_autofree char *first = lev_record_dup_title (LEV_RECORD (task->dossier));
  g_autofree char *second = NULL;

  if (task->n_dossiers > 2)
    return g_strdup_printf (ngettext ("%u supplier", "%u suppliers", task->n_dossiers),
                            task->n_dossiers);
  if (task->other == NULL)
    return g_steal_pointer (&first);

  second = lev_record_dup_title (LEV_RECORD (task->other));

  return g_strdup_printf (_("%s and %s"), first, second);
}

/* "wekelijks aan 3 ontvangers" */
static char *
explain_update (LevAction *action)
{
  const char *frequency = lev_choice_get_label (lev_frequency_choices, action->frequency);
  LevStatusUpdate *last = lev_action_get_update (action);
  g_auto (GStrv) recipients = NULL;
  guint n;

  if (last == NULL || lev_text_is_blank (last->recipients))
    return g_strdup (frequency);

  recipients = g_strsplit (last->recipients, ",", -1);
  n = g_strv_length (recipients);

  return g_strdup_printf (ngettext ("%s to %u recipient", "%s to %u recipients", n), frequency, n);
}

/* "twee besluiten nog niet verwerkt" */
static char *
explain_profile (LevDossier *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  g_autofree char *count = NULL;
  guint n = 0;

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    n += lev_action_get_decision (lev_record_list_peek (actions, i), 6) != NULL;
  count = lev_count_describe (n);

  return g_strdup_printf (ngettext ("%s decision not worked in yet",
                                    "%s decisions not worked in yet", n),
                          count);
}

static char *
explain_archive (LevDossier *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    if (lev_action_is_agreed (lev_record_list_peek (actions, i)))
      return g_strdup (_("all actions finished"));

  return g_strdup (_("no actions agreed"));
}

static char *
explain_dossier (const LevTask *task)
{
  if (task->count > 1)
    return NULL;
  if (task->step == 3)
    return g_strdup_printf (ngettext ("%u point still to do", "%u points still to do",
                                      task->n_missing),
                            task->n_missing);
  if (task->step == 7)
    return explain_profile (task->dossier);

  return task->step == 13 ? explain_archive (task->dossier) : NULL;
}

static char *
explain_action (const LevTask *task)
{
  g_autofree char *since = lev_date_format_short (task->since);
  LevDecision *verdict;

  if (task->kind == LEV_TASK_UPDATE && task->urgency != LEV_URGENCY_OTHERS)
    return explain_update (LEV_ACTION (task->subject));
  if (task->step == 9 && task->since != 0)
    return g_strdup_printf (_("asked on %s"), since);
  if (is_of_other (task) && task->count == 1)
    return dup_title (task->subject);
  if (task->step == 11 && task->since != 0)
    return g_strdup_printf (_("reported on %s"), since);
  if (task->step == 10 && task->count == 1)
    {
      verdict = lev_action_get_decision (LEV_ACTION (task->subject), 9);
      if (verdict != NULL && verdict->by != NULL)
        return g_strdup_printf (_("done according to %s"), verdict->by->name);
    }

  return NULL;
}

static char *
describe_step (const LevTask *task)
{
  g_autofree char *why = NULL;
  LevDecision *verdict = LEV_IS_ACTION (task->subject) && task->count == 1 && task->step == 7
                           ? lev_action_get_return (LEV_ACTION (task->subject))
                           : NULL;

  if (task->kind == LEV_TASK_DEADLINE)
    {
      g_autofree char *due = lev_date_format_short (LEV_ACTION (task->subject)->due);

      return task->count > 1 ? g_strdup_printf (_("step %u"), task->step)
                             : g_strdup_printf (_("mitigation action, due date %s"), due);
    }
  if (verdict != NULL && !lev_text_is_blank (verdict->reason))
    return g_strdup_printf (_("came back from step %d to step 7: %s"), verdict->step,
                            verdict->reason);
  if (verdict != NULL)
    return g_strdup_printf (_("came back from step %d to step 7"), verdict->step);

  why = LEV_IS_ACTION (task->subject) ? explain_action (task) : explain_dossier (task);
  if (why == NULL)
    return g_strdup_printf (_("step %u"), task->step);

  return g_strdup_printf (_("step %u, %s"), task->step, why);
}

static char *
describe_contract (const LevTask *task)
{
  LevContract *contract = LEV_CONTRACT (task->subject);
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (contract->supplier));
  g_autofree char *date = lev_date_format_short (task->due);

  if (task->kind == LEV_TASK_NOTICE)
    return g_strdup_printf (_("%s · last day of notice %s"), supplier, date);

  return g_strdup_printf (_("%s · ends on %s"), supplier, date);
}

static char *
describe_entry (LevCalendarEntry *entry)
{
  const char *recurrence = lev_choice_get_label (lev_recurrence_choices, entry->recurrence);

  return *recurrence != '\0' ? g_strdup_printf (_("Year calendar · %s"), recurrence)
                             : g_strdup (_("Year calendar"));
}

static char *
describe_where (const LevTask *task)
{
  g_autofree char *subject = NULL;
  g_autofree char *step = NULL;

  if (LEV_IS_CONTRACT (task->subject))
    return describe_contract (task);
  if (LEV_IS_CALENDAR_ENTRY (task->subject))
    return describe_entry (LEV_CALENDAR_ENTRY (task->subject));

  subject = task->dossier != NULL ? describe_suppliers (task)
                                  : lev_record_dup_title (task->subject);
  if (LEV_IS_EVIDENCE (task->subject))
    step = LEV_EVIDENCE (task->subject)->assessment != NULL
             ? g_strdup_printf (_("criterion %s"),
                                LEV_EVIDENCE (task->subject)->assessment->criterion)
             : g_strdup (_("mitigation action"));
  else if (LEV_IS_REVIEW (task->subject))
    step = g_strdup_printf (_("step %u"), task->step);
  else
    step = describe_step (task);

  return g_strdup_printf ("%s · %s", subject, step);
}

char *
lev_task_describe_subject (const LevTask *task)
{
  g_autofree char *subject = describe_where (task);

  if (task->deferral == NULL)
    return g_steal_pointer (&subject);

  return g_strdup_printf (_("%s · put off: %s"), subject, task->deferral->reason);
}

/* --- When, and where ------------------------------------------------------------------------ */

char *
lev_task_describe_when (const LevTask *task,
                        LevDate        today)
{
  g_autofree char *waiting = lev_waiting_describe (task->since, today);

  if (task->deferral != NULL)
    return lev_due_describe (task->deferral->until, today);
  if (task->urgency == LEV_URGENCY_OTHERS && *waiting != '\0')
    return g_steal_pointer (&waiting);
  if (task->due != 0)
    return lev_due_describe (task->due, today);

  /* Translators: how long something waits already, "for 11 days". */
  return *waiting != '\0' ? g_strdup_printf (_("for %s"), waiting) : g_strdup ("");
}

const char *
lev_task_get_icon (const LevTask *task)
{
  static const char *const steps[LEV_N_STEPS + 1] = {
    [1] = "x-office-calendar-symbolic", [2] = "view-list-symbolic",
    [3] = "document-edit-symbolic",     [4] = "x-office-calendar-symbolic",
    [5] = "display-projector-symbolic", [6] = "display-projector-symbolic",
    [7] = "contact-new-symbolic",       [8] = "mail-send-symbolic",
    [9] = "user-available-symbolic",      [10] = "mail-send-symbolic",
    [11] = "display-projector-symbolic", [12] = "mail-unread-symbolic",
    [13] = "folder-documents-symbolic", [14] = "object-select-symbolic",
  };

  if (task->urgency == LEV_URGENCY_OTHERS)
    return "user-available-symbolic";

  switch (task->kind)
    {
    case LEV_TASK_DEADLINE:
      return "alarm-symbolic";
    case LEV_TASK_NOTICE:
    case LEV_TASK_CONTRACT:
      return "x-office-document-symbolic";
    case LEV_TASK_EVIDENCE:
      return "application-certificate-symbolic";
    case LEV_TASK_MAIL:
      return "mail-unread-symbolic";
    case LEV_TASK_CALENDAR:
      return "x-office-calendar-symbolic";
    default:
      break;
    }

  if (task->step == 7 && LEV_IS_DOSSIER (task->subject))
    return "document-edit-symbolic";

  return steps[task->step];
}

const char *
lev_task_get_action (const LevTask *task,
                     GVariant     **parameter)
{
  if (task->target != NULL)
    {
      *parameter = g_variant_new ("(uss)", task->step, task->target->id,
                                  task->field != NULL ? task->field : "");
      return "win.go";
    }
  if (task->kind == LEV_TASK_MAIL)
    {
      LevMessageKind kind = task->step == 12 ? LEV_MESSAGE_KIND_FINISHED : LEV_MESSAGE_KIND_STATUS;

      *parameter = lev_mail_dialog_new_target (LEV_REVIEW (task->subject), kind, task->who);
      return "win.mail";
    }
  if (LEV_IS_CONTRACT (task->subject))
    {
      *parameter = g_variant_new_string (LEV_RECORD (LEV_CONTRACT (task->subject)->supplier)->id);
      return "win.supplier";
    }

  *parameter = g_variant_new_string ("calendar");

  return "win.place";
}
