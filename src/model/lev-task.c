#include "lev-task.h"

#include "lev-outgoing.h"
#include "lev-put-off.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-state.h"

#include <glib/gi18n.h>

#define DAYS_PER_WEEK (7)

/* How many days ahead an action, a contract and evidence are announced. */
#define DEADLINE_DAYS (14)
#define CONTRACT_DAYS (90)
#define EVIDENCE_DAYS (30)

static const char *const action_tasks[LEV_N_STEPS + 1] = {
  [6] = N_("Record the decision of the MT"),
  [7] = N_("Hand out the action"),
  [8] = N_("Record a status update"),
  [9] = N_("Waits for the verdict of the service owner"),
  [10] = N_("Report the result to the MT"),
  [11] = N_("Record the verdict of the MT"),
  [12] = N_("Inform the service owner and the SLM"),
};

static const char *const dossier_tasks[LEV_N_STEPS + 1] = {
  [3] = N_("Fill in the risk profile"),
  [5] = N_("Freeze and present the profile"),
  [7] = N_("Update the profile after the MT meeting"),
  [13] = N_("Archive the dossier"),
};

static const char *const review_tasks[LEV_N_STEPS + 1] = {
  [1] = N_("Complete the start of the round"),
  [2] = N_("Complete the selection"),
  [4] = N_("Plan the meeting with the MT"),
  [14] = N_("Close the round"),
};

/* What the list is made with. */
typedef struct
{
  GArray    *tasks;
  LevPerson *user; /* who is to mail; %NULL for everyone */
  LevDate    today;
} Tasks;

static Tasks
tasks_new (LevPerson *user,
           LevDate    today)
{
  return (Tasks) { g_array_new (FALSE, FALSE, sizeof (LevTask)), user, today };
}

static LevTask *
add_task (Tasks      *self,
          LevTaskKind kind,
          gpointer    subject,
          LevDossier *dossier,
          guint       step,
          LevDate     due,
          const char *what)
{
  LevTask task = {
    .urgency = lev_urgency_of (due, self->today),
    .subject = LEV_RECORD (subject),
    .dossier = dossier,
    .step = step,
    .due = due,
    .what = _(what),
    .kind = kind,
    .who = dossier != NULL ? dossier->manager : NULL,
    .target = step > 0 ? LEV_RECORD (subject) : NULL,
    .count = 1,
    .n_dossiers = dossier != NULL ? 1 : 0,
  };

  g_array_append_val (self->tasks, task);

  return &g_array_index (self->tasks, LevTask, self->tasks->len - 1);
}

/* The first thing that the step still asks of the subject is where the task leads. */
static void
find_target (LevTask *task)
{
  g_autoptr (GListStore) missing = g_list_store_new (LEV_TYPE_MISSING);
  g_autoptr (LevMissing) first = NULL;
  LevGuard guard = lev_step_get (task->step)->guards[lev_scope_of (task->subject)];

  if (guard == NULL)
    return;

  guard (task->subject, missing);
  task->n_missing = g_list_model_get_n_items (G_LIST_MODEL (missing));
  if (task->n_missing == 0)
    return;

  first = g_list_model_get_item (G_LIST_MODEL (missing), 0);
  if (lev_record_get_review (lev_missing_get_subject (first)) == NULL)
    return;
  task->target = lev_missing_get_subject (first);
  task->field = g_intern_string (lev_missing_get_field (first));
}

/* Since when a dossier or an action waits in its step. */

static LevDate
get_presented (LevDossier *dossier)
{
  LevRecordList *decisions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_DECISION);
  LevDate date = 0;

  for (guint i = 0; i < lev_record_list_get_n (decisions); i++)
    {
      LevDecision *decision = lev_record_list_peek (decisions, i);

      if (decision->step == 5)
        date = MAX (date, decision->date);
    }

  return date;
}

/* The update that brought @action before the service owner: the first since it was handed out. */
static LevDate
get_asked (LevAction *action)
{
  g_autoptr (GPtrArray) journal = lev_action_list_journal (action);
  LevDecision *handed_out = lev_action_get_decision (action, 7);

  for (guint i = 0; handed_out != NULL && i < journal->len; i++)
    {
      LevStatusUpdate *update = g_ptr_array_index (journal, i);

      if (LEV_IS_STATUS_UPDATE (update) && update->corrects == NULL &&
          update->number > handed_out->number)
        return update->date;
    }

  return 0;
}

static LevDate
get_action_since (LevAction *action,
                  guint      step)
{
  LevDecision *latest;

  if (step == 6)
    return get_presented (action->dossier);
  if (step == 9)
    return get_asked (action);

  latest = lev_action_get_decision (action, 0);

  return latest != NULL ? latest->date : 0;
}

static LevDate
get_dossier_since (LevDossier *dossier,
                   guint       step)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  LevDate since = step > 5 ? get_presented (dossier) : 0;

  for (guint i = 0; step == 13 && i < lev_record_list_get_n (actions); i++)
    {
      LevDecision *latest = lev_action_get_decision (lev_record_list_peek (actions, i), 0);

      if (latest != NULL)
        since = MAX (since, latest->date);
    }

  return since;
}

/* The due date of an action that is carried out. */
static void
add_deadline (Tasks     *self,
              LevAction *action,
              guint      step)
{
  if (step >= 8 && step <= 9 && action->due != 0 && action->due <= self->today + DEADLINE_DAYS)
    add_task (self, LEV_TASK_DEADLINE, action, action->dossier, step, action->due,
              N_("The due date"));
}

static void
add_update (Tasks     *self,
            LevAction *action)
{
  LevDate due = lev_action_get_next_update (action);

  if (due != 0 && due <= self->today + DEADLINE_DAYS)
    add_task (self, LEV_TASK_UPDATE, action, action->dossier, 8, due, action_tasks[8]);
}

/* What the step of the action itself asks. When its due date has passed before it was handed out,
 * that is also late. */
static void
add_action_step (Tasks     *self,
                 LevAction *action,
                 guint      step)
{
  LevDate due = step == 7 && action->due < self->today ? action->due : 0;
  LevTask *task = add_task (self, LEV_TASK_STEP, action, action->dossier, step, due,
                            action_tasks[step]);

  task->since = get_action_since (action, step);
  if (step == 6)
    task->who = action->dossier->review->coordinator;
  if (step == 9)
    {
      task->who = action->dossier->owner;
      task->urgency = LEV_URGENCY_OTHERS;
    }
  find_target (task);
  if (step == 7 && task->field == NULL && lev_action_get_return (action) != NULL)
    task->field = g_intern_static_string ("due");
}

static void
add_action (Tasks     *self,
            LevAction *action)
{
  guint step = lev_action_get_step (action);

  if (step > 12)
    return;

  add_deadline (self, action, step);
  if (step == 8 || step == 9)
    add_update (self, action);
  if (step != 8 || lev_action_get_next_update (action) == 0)
    add_action_step (self, action, step);
}

static void
add_dossier (Tasks                *self,
             LevDossier           *dossier,
             const LevPreparation *preparation)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  guint step = lev_dossier_get_step_in (dossier, preparation);
  gboolean profile_waits = step != 7 ||
                           lev_dossier_get_version (dossier, LEV_VERSION_REASON_UPDATE) == NULL;

  if (dossier_tasks[step] != NULL && profile_waits)
    {
      LevTask *task = add_task (self, LEV_TASK_STEP, dossier, dossier, step, 0,
                                dossier_tasks[step]);

      task->since = get_dossier_since (dossier, step);
      if (step == 5)
        task->who = dossier->review->coordinator;
      find_target (task);
    }

  for (guint i = 0; step >= 6 && i < lev_record_list_get_n (actions); i++)
    add_action (self, lev_record_list_peek (actions, i));
}

/* Status updates in step 8 and what is finished in step 12 wait until everyone who should know was
 * mailed. */
static void
add_mails (Tasks         *self,
           LevReview     *review,
           LevMessageKind kind)
{
  g_autoptr (GPtrArray) mails = lev_outgoing_list (review, kind, self->user);
  LevTask *task;

  if (mails->len == 0)
    return;

  task = add_task (self, LEV_TASK_MAIL, review, NULL, kind == LEV_MESSAGE_KIND_STATUS ? 8 : 12, 0,
                   N_("Send the mails"));
  task->who = self->user;
  task->target = NULL;
  task->n_missing = mails->len;
  task->since = G_MAXUINT32;
  for (guint i = 0; i < mails->len; i++)
    task->since = MIN (task->since, lev_outgoing_get_since (g_ptr_array_index (mails, i)));
}

static void
add_review (Tasks     *self,
            LevReview *review)
{
  LevPreparation preparation;
  g_autoptr (GPtrArray) dossiers = NULL;
  guint step;

  if (review->closed != 0)
    return;

  preparation = lev_review_get_preparation (review);
  step = lev_review_get_step_in (review, &preparation);
  if (step <= LEV_N_STEPS && review_tasks[step] != NULL)
    {
      LevTask *task = add_task (self, LEV_TASK_STEP, review, NULL, step, 0, review_tasks[step]);

      task->who = review->coordinator;
      find_target (task);
    }

  dossiers = lev_review_list_chosen (review);
  for (guint i = 0; i < dossiers->len; i++)
    add_dossier (self, g_ptr_array_index (dossiers, i), &preparation);
  add_mails (self, review, LEV_MESSAGE_KIND_STATUS);
  add_mails (self, review, LEV_MESSAGE_KIND_FINISHED);
}

/* A round is announced as many days ahead as the year calendar says. */
static void
add_calendar_entry (Tasks            *self,
                    LevCalendarEntry *entry)
{
  if (lev_calendar_entry_find_running (entry) != NULL || entry->date == 0 ||
      entry->date > self->today + (guint) MAX (entry->lead_days, 0))
    return;

  add_task (self, LEV_TASK_CALENDAR, entry, NULL, 0, entry->date, N_("In the year calendar"))
    ->who = entry->coordinator;
}

/* First the last day of notice comes near, later the end itself. What has passed is no task. */
static void
add_contract (Tasks       *self,
              LevContract *contract)
{
  LevDate notice = contract->end != 0 && contract->notice_months > 0
                     ? lev_date_add_months (contract->end, -contract->notice_months)
                     : 0;
  gboolean before_notice = notice >= self->today;
  LevDate due = before_notice ? notice : contract->end;

  if (due < self->today || due > self->today + CONTRACT_DAYS || contract->supplier == NULL)
    return;

  add_task (self, before_notice ? LEV_TASK_NOTICE : LEV_TASK_CONTRACT, contract, NULL, 0, due,
            before_notice ? N_("Last day of notice of a contract") : N_("End of a contract"))
    ->who = contract->supplier->manager;
}

/* The criterion of an assessment is a field of its dossier. */
static void
add_evidence (Tasks       *self,
              LevEvidence *evidence)
{
  LevReview *review = lev_record_get_review (LEV_RECORD (evidence));
  LevDossier *dossier;
  LevTask *task;

  if (review == NULL || review->closed != 0 || evidence->valid_until < self->today ||
      evidence->valid_until > self->today + EVIDENCE_DAYS)
    return;

  dossier = evidence->assessment != NULL ? evidence->assessment->dossier
                                         : evidence->action->dossier;
  if (!dossier->chosen)
    return;

  task = add_task (self, LEV_TASK_EVIDENCE, evidence, dossier, evidence->assessment != NULL ? 3 : 8,
                   evidence->valid_until, N_("End of the validity of evidence"));
  task->target = evidence->assessment != NULL ? LEV_RECORD (dossier)
                                              : LEV_RECORD (evidence->action);
  if (evidence->assessment != NULL)
    task->field = g_intern_string (evidence->assessment->criterion);
}

/* What waits for others is ordered by how long it waits, everything else by what is due first. */
static LevDate
get_first_key (const LevTask *task)
{
  if (task->urgency == LEV_URGENCY_OTHERS && task->since != 0)
    return task->since;

  return task->due != 0 ? task->due : G_MAXUINT32;
}

int
lev_task_compare (gconstpointer first,
                  gconstpointer second)
{
  const LevTask *a = first;
  const LevTask *b = second;
  LevDate key_a = get_first_key (a);
  LevDate key_b = get_first_key (b);
  LevDate since_a = a->since != 0 ? a->since : G_MAXUINT32;
  LevDate since_b = b->since != 0 ? b->since : G_MAXUINT32;

  if (a->urgency != b->urgency)
    return (int) a->urgency - (int) b->urgency;
  if (key_a != key_b)
    return key_a < key_b ? -1 : 1;
  if (since_a != since_b)
    return since_a < since_b ? -1 : 1;

  return (int) a->step - (int) b->step;
}

/* What was put off comes later, whatever its date. */
static void
apply_deferrals (Tasks       *self,
                 LevRegister *records)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      LevTask *task = &g_array_index (self->tasks, LevTask, i);
      LevTaskKey key = lev_task_get_key (task);

      task->deferral = lev_task_find_deferral (records, &key, self->today);
      if (task->deferral != NULL && task->urgency != LEV_URGENCY_OTHERS)
        task->urgency = LEV_URGENCY_COMING;
    }
}

GArray *
lev_task_list (LevRegister *records,
               LevPerson   *user,
               LevDate      today)
{
  Tasks self = tasks_new (user, today);
  LevRecordList *reviews = lev_register_list (records, LEV_TYPE_REVIEW);
  LevRecordList *contracts = lev_register_list (records, LEV_TYPE_CONTRACT);
  LevRecordList *evidence = lev_register_list (records, LEV_TYPE_EVIDENCE);
  LevRecordList *entries = lev_register_list (records, LEV_TYPE_CALENDAR_ENTRY);

  for (guint i = 0; i < lev_record_list_get_n (reviews); i++)
    add_review (&self, lev_record_list_peek (reviews, i));
  for (guint i = 0; i < lev_record_list_get_n (contracts); i++)
    add_contract (&self, lev_record_list_peek (contracts, i));
  for (guint i = 0; i < lev_record_list_get_n (evidence); i++)
    add_evidence (&self, lev_record_list_peek (evidence, i));
  for (guint i = 0; i < lev_record_list_get_n (entries); i++)
    add_calendar_entry (&self, lev_record_list_peek (entries, i));
  if (lev_record_list_get_n (lev_register_list (records, LEV_TYPE_DEFERRAL)) > 0)
    apply_deferrals (&self, records);
  g_array_sort (self.tasks, lev_task_compare);

  return self.tasks;
}

/* An action is late in step 8 when its status update is, in 7 and 9 when it is itself. */
static LevDate
get_step_due (LevAction *action,
              guint      number,
              LevDate    today)
{
  if (number == 8)
    return lev_action_get_next_update (action);

  return number < 10 && action->due < today ? action->due : 0;
}

static void
add_step_action (Tasks     *self,
                 LevAction *action,
                 guint      number)
{
  guint step = lev_action_get_step (action);
  LevDate due = get_step_due (action, number, self->today);
  LevTask *task;

  if (step != number && (number != 8 || step != 9))
    return;

  task = add_task (self, LEV_TASK_STEP, action, action->dossier, number, due, action_tasks[number]);
  if (due == 0 && number == 9)
    task->urgency = LEV_URGENCY_OTHERS;
}

GArray *
lev_review_list_tasks (LevReview *review,
                       guint      number,
                       LevDate    today)
{
  Tasks self = tasks_new (NULL, today);
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  LevPreparation preparation = lev_review_get_preparation (review);

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);

      if (number == 7 && lev_dossier_get_step_in (dossier, &preparation) == 7 &&
          lev_dossier_get_version (dossier, LEV_VERSION_REASON_UPDATE) == NULL)
        add_task (&self, LEV_TASK_STEP, dossier, dossier, 7, 0, dossier_tasks[7]);
      for (guint j = 0; j < lev_record_list_get_n (actions); j++)
        add_step_action (&self, lev_record_list_peek (actions, j), number);
    }
  g_array_sort (self.tasks, lev_task_compare);

  return self.tasks;
}

void
lev_review_append_passed (LevReview *review,
                          guint      number,
                          GArray    *tasks)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);

      for (guint j = 0; j < lev_record_list_get_n (actions); j++)
        {
          LevAction *action = lev_record_list_peek (actions, j);
          LevTask task = { LEV_N_URGENCIES, LEV_RECORD (action), dossier, number };

          if (lev_action_is_agreed (action) &&
              lev_action_get_step (action) > MAX (number, number == 8 ? 9 : 0))
            g_array_append_val (tasks, task);
        }
    }
}

LevReview *
lev_task_get_review (const LevTask *task)
{
  return lev_record_get_review (task->dossier != NULL ? LEV_RECORD (task->dossier) : task->subject);
}

LevUrgency
lev_urgency_of (LevDate due,
                LevDate today)
{
  if (due == 0)
    return LEV_URGENCY_WEEK;
  if (due < today)
    return LEV_URGENCY_LATE;

  return due < today + DAYS_PER_WEEK ? LEV_URGENCY_WEEK : LEV_URGENCY_COMING;
}

const char *
lev_urgency_get_title (LevUrgency urgency)
{
  static const char *const titles[LEV_N_URGENCIES] = {
    N_("Late"), N_("This week"), N_("Waits for others"), N_("Coming up"),
  };

  g_return_val_if_fail (urgency < LEV_N_URGENCIES, NULL);

  return _(titles[urgency]);
}
