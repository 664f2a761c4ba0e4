#include "lev-task.h"

#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-state.h"

#include <glib/gi18n.h>

#define DAYS_PER_WEEK (7)

/* What an action waits for in a step, and whether that is someone else. */
static const struct
{
  const char *what;
  gboolean    waits_for_others;
} action_tasks[LEV_N_STEPS + 1] = {
  [6] = { N_("Record the decision of the MT"), FALSE },
  [7] = { N_("Hand out the action"), FALSE },
  [8] = { N_("Record a status update"), FALSE },
  [9] = { N_("Waits for the verdict of the service owner"), TRUE },
  [10] = { N_("Report the result to the MT"), FALSE },
  [11] = { N_("Record the verdict of the MT"), FALSE },
  [12] = { N_("Inform the service owner and the SLM"), FALSE },
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
  GArray *tasks;
  LevDate today;
} Tasks;

static LevUrgency
get_urgency (LevDate due,
             LevDate today)
{
  if (due == 0)
    return LEV_URGENCY_WEEK;
  if (due < today)
    return LEV_URGENCY_LATE;

  return due < today + DAYS_PER_WEEK ? LEV_URGENCY_WEEK : LEV_URGENCY_COMING;
}

static void
add_task (Tasks      *self,
          gpointer    subject,
          LevDossier *dossier,
          guint       step,
          LevDate     due,
          const char *what,
          gboolean    waits_for_others)
{
  LevTask task = {
    .urgency = waits_for_others ? LEV_URGENCY_OTHERS : get_urgency (due, self->today),
    .subject = LEV_RECORD (subject),
    .dossier = dossier,
    .step = step,
    .due = due,
    .what = _(what),
  };

  g_array_append_val (self->tasks, task);
}

static void
add_action (Tasks     *self,
            LevAction *action)
{
  guint step = lev_action_get_step (action);
  LevDate update = lev_action_get_next_update (action);

  if (step > 12)
    return;

  if (step >= 7 && step <= 9 && action->due != 0 && action->due < self->today)
    add_task (self, action, action->dossier, step, action->due, N_("The due date has passed"),
              FALSE);
  if (step == 9 && update != 0 && update < self->today + DAYS_PER_WEEK)
    add_task (self, action, action->dossier, 8, update, action_tasks[8].what, FALSE);

  add_task (self, action, action->dossier, step, step == 8 ? update : 0, action_tasks[step].what,
            action_tasks[step].waits_for_others);
}

static void
add_dossier (Tasks      *self,
             LevDossier *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  guint step = lev_dossier_get_step (dossier);
  gboolean profile_waits = step != 7 ||
                           lev_dossier_get_version (dossier, LEV_VERSION_REASON_UPDATE) == NULL;

  if (dossier_tasks[step] != NULL && profile_waits)
    add_task (self, dossier, dossier, step, 0, dossier_tasks[step], FALSE);

  for (guint i = 0; step >= 6 && i < lev_record_list_get_n (actions); i++)
    add_action (self, lev_record_list_peek (actions, i));
}

static void
add_review (Tasks     *self,
            LevReview *review)
{
  g_autoptr (GPtrArray) dossiers = NULL;
  guint step;

  if (review->closed != 0)
    return;

  step = lev_review_get_step (review);
  if (step <= LEV_N_STEPS && review_tasks[step] != NULL)
    add_task (self, review, NULL, step, 0, review_tasks[step], FALSE);

  dossiers = lev_review_list_chosen (review);
  for (guint i = 0; i < dossiers->len; i++)
    add_dossier (self, g_ptr_array_index (dossiers, i));
}

/* Whether the round that @entry asks for runs already. */
static gboolean
is_running (LevCalendarEntry *entry)
{
  LevRecordList *reviews = lev_register_list (LEV_RECORD (entry)->records, LEV_TYPE_REVIEW);

  for (guint i = 0; i < lev_record_list_get_n (reviews); i++)
    {
      LevReview *review = lev_record_list_peek (reviews, i);

      if (review->calendar_entry == entry && review->closed == 0)
        return TRUE;
    }

  return FALSE;
}

/* A round is announced as many days ahead as the year calendar says. */
static void
add_calendar_entry (Tasks            *self,
                    LevCalendarEntry *entry)
{
  if (!is_running (entry) && entry->date != 0 &&
      entry->date <= self->today + (guint) MAX (entry->lead_days, 0))
    add_task (self, entry, NULL, 0, entry->date, N_("In the year calendar"), FALSE);
}

static int
compare_tasks (gconstpointer a,
               gconstpointer b)
{
  const LevTask *first = a;
  const LevTask *second = b;

  if (first->urgency != second->urgency)
    return (int) first->urgency - (int) second->urgency;
  if (first->due != second->due)
    return (first->due != 0 ? first->due : G_MAXINT32) <
               (second->due != 0 ? second->due : G_MAXINT32)
             ? -1
             : 1;

  return (int) first->step - (int) second->step;
}

GArray *
lev_task_list (LevRegister *records,
               LevDate      today)
{
  Tasks self = { g_array_new (FALSE, FALSE, sizeof (LevTask)), today };
  LevRecordList *reviews = lev_register_list (records, LEV_TYPE_REVIEW);
  LevRecordList *entries = lev_register_list (records, LEV_TYPE_CALENDAR_ENTRY);

  for (guint i = 0; i < lev_record_list_get_n (reviews); i++)
    add_review (&self, lev_record_list_peek (reviews, i));
  for (guint i = 0; i < lev_record_list_get_n (entries); i++)
    add_calendar_entry (&self, lev_record_list_peek (entries, i));
  g_array_sort (self.tasks, compare_tasks);

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

  if (step == number || (number == 8 && step == 9))
    add_task (self, action, action->dossier, number, due, action_tasks[number].what,
              due == 0 && action_tasks[number].waits_for_others);
}

GArray *
lev_review_list_tasks (LevReview *review,
                       guint      number,
                       LevDate    today)
{
  Tasks self = { g_array_new (FALSE, FALSE, sizeof (LevTask)), today };
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  LevPreparation preparation = lev_review_get_preparation (review);

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);

      if (number == 7 && lev_dossier_get_step_in (dossier, &preparation) == 7 &&
          lev_dossier_get_version (dossier, LEV_VERSION_REASON_UPDATE) == NULL)
        add_task (&self, dossier, dossier, 7, 0, dossier_tasks[7], FALSE);
      for (guint j = 0; j < lev_record_list_get_n (actions); j++)
        add_step_action (&self, lev_record_list_peek (actions, j), number);
    }
  g_array_sort (self.tasks, compare_tasks);

  return self.tasks;
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
