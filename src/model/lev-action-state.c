#include "lev-action-state.h"

#include "lev-record-list.h"

#define DAYS_PER_WEEK (7)

static int
journal_number (gconstpointer record)
{
  if (LEV_IS_DECISION ((gpointer) record))
    return ((const LevDecision *) record)->number;
  if (LEV_IS_DUE_CHANGE ((gpointer) record))
    return ((const LevDueChange *) record)->number;

  return ((const LevStatusUpdate *) record)->number;
}

/* By number; records that were made without seeing each other by identifier, the same
 * everywhere. */
static int
compare_journal (gconstpointer a,
                 gconstpointer b)
{
  int difference = journal_number (a) - journal_number (b);

  return difference != 0 ? difference
                         : strcmp (LEV_RECORD ((gpointer) a)->id, LEV_RECORD ((gpointer) b)->id);
}

static void
append_children (GPtrArray *array,
                 gpointer   owner,
                 GType      type)
{
  LevRecordList *list = lev_record_get_children (LEV_RECORD (owner), type);

  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    g_ptr_array_add (array, lev_record_list_peek (list, i));
}

GPtrArray *
lev_action_list_journal (LevAction *action)
{
  GPtrArray *journal = g_ptr_array_new ();

  append_children (journal, action, LEV_TYPE_DECISION);
  append_children (journal, action, LEV_TYPE_STATUS_UPDATE);
  append_children (journal, action, LEV_TYPE_DUE_CHANGE);
  g_ptr_array_sort_values (journal, compare_journal);

  return journal;
}

int
lev_action_next_number (LevAction *action)
{
  g_autoptr (GPtrArray) journal = lev_action_list_journal (action);

  if (journal->len == 0)
    return 1;

  return journal_number (g_ptr_array_index (journal, journal->len - 1)) + 1;
}

/* What the journal of an action comes down to. */
typedef struct
{
  guint        step;
  guint        n_returns;
  gboolean     agreed;
  gboolean     handed_out; /* since the latest decision of the MT to take it */
  LevDecision *standing[LEV_N_STEPS + 1];
} ActionState;

static gboolean
is_reconsiderable (const ActionState *state)
{
  return (state->step == 7 && !state->handed_out) || (state->step == 13 && !state->agreed);
}

/* Entries that the process does not allow where they stand are passed over: they can come from
 * two people who did not see each other. */
static void
apply_decision (ActionState *state,
                LevDecision *decision)
{
  const LevMove *move = lev_step_find_move ((guint) decision->step, LEV_SCOPE_ACTION,
                                            (LevOutcome) decision->outcome);

  if (move == NULL || decision->step == 8)
    return;

  if (decision->step == 6 && is_reconsiderable (state))
    state->step = 6;

  if ((guint) decision->step != state->step)
    return;

  if (state->step == 6)
    {
      state->agreed = decision->outcome == LEV_OUTCOME_YES;
      state->handed_out = FALSE;
    }
  else if (move->next < state->step)
    state->n_returns++;
  else if (state->step == 7)
    state->handed_out = TRUE;

  state->standing[state->step] = decision;
  state->step = move->next;
}

static void
read_journal (LevAction   *action,
              ActionState *state)
{
  g_autoptr (GPtrArray) journal = lev_action_list_journal (action);

  *state = (ActionState) { .step = 6 };

  for (guint i = 0; i < journal->len; i++)
    {
      LevRecord *entry = g_ptr_array_index (journal, i);

      if (LEV_IS_DECISION (entry))
        apply_decision (state, LEV_DECISION (entry));
      else if (state->step == 8 && LEV_IS_STATUS_UPDATE (entry) &&
               LEV_STATUS_UPDATE (entry)->corrects == NULL)
        state->step = lev_step_find_move (8, LEV_SCOPE_ACTION, LEV_OUTCOME_YES)->next;
    }
}

guint
lev_action_get_step (LevAction *action)
{
  ActionState state;

  read_journal (action, &state);

  return state.step;
}

gboolean
lev_action_is_agreed (LevAction *action)
{
  ActionState state;

  read_journal (action, &state);

  return state.agreed;
}

gboolean
lev_action_is_reconsiderable (LevAction *action)
{
  ActionState state;

  read_journal (action, &state);

  return is_reconsiderable (&state);
}

guint
lev_action_get_n_returns (LevAction *action)
{
  ActionState state;

  read_journal (action, &state);

  return state.n_returns;
}

LevDecision *
lev_action_get_decision (LevAction *action,
                         guint      step)
{
  LevDecision *latest = NULL;
  ActionState state;

  read_journal (action, &state);
  if (step != 0)
    return state.standing[step];

  for (guint i = 1; i <= LEV_N_STEPS; i++)
    if (state.standing[i] != NULL &&
        (latest == NULL || compare_journal (state.standing[i], latest) > 0))
      latest = state.standing[i];

  return latest;
}

LevDecision *
lev_action_get_return (LevAction *action)
{
  static const guint verdicts[] = { 9, 11 };
  LevDecision *latest = NULL;
  ActionState state;

  read_journal (action, &state);
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      LevDecision *verdict = state.standing[verdicts[i]];

      if (verdict != NULL && verdict->outcome == LEV_OUTCOME_NO &&
          (latest == NULL || compare_journal (verdict, latest) > 0))
        latest = verdict;
    }

  return latest;
}

/* What stands in the place of @update after all corrections; the latest when there are more. A
 * correction comes after what it corrects, so one look through the journal is enough. */
static LevStatusUpdate *
get_standing (GPtrArray       *journal,
              LevStatusUpdate *update)
{
  LevStatusUpdate *standing = update;

  for (guint i = 0; i < journal->len; i++)
    {
      gpointer entry = g_ptr_array_index (journal, i);

      if (LEV_IS_STATUS_UPDATE (entry) && LEV_STATUS_UPDATE (entry)->corrects != NULL &&
          (LEV_STATUS_UPDATE (entry)->corrects == standing ||
           LEV_STATUS_UPDATE (entry)->corrects == update))
        standing = entry;
    }

  return standing;
}

LevStatusUpdate *
lev_action_get_update (LevAction *action)
{
  g_autoptr (GPtrArray) journal = lev_action_list_journal (action);

  for (guint i = journal->len; i > 0; i--)
    {
      gpointer entry = g_ptr_array_index (journal, i - 1);

      if (LEV_IS_STATUS_UPDATE (entry) && LEV_STATUS_UPDATE (entry)->corrects == NULL)
        return get_standing (journal, entry);
    }

  return NULL;
}

LevStatusUpdate *
lev_status_update_get_standing (LevStatusUpdate *update)
{
  g_autoptr (GPtrArray) journal = lev_action_list_journal (update->action);

  return get_standing (journal, update);
}

LevDate
lev_action_get_update_after (LevAction *action,
                             LevDate    last)
{
  switch (action->frequency)
    {
    case LEV_FREQUENCY_WEEKLY:
      return last + DAYS_PER_WEEK;
    case LEV_FREQUENCY_BIWEEKLY:
      return last + 2 * DAYS_PER_WEEK;
    case LEV_FREQUENCY_MONTHLY:
      return lev_date_add_months (last, 1);
    case LEV_FREQUENCY_QUARTERLY:
      return lev_date_add_months (last, 3);
    default:
      return 0;
    }
}

LevDate
lev_action_get_next_update (LevAction *action)
{
  LevStatusUpdate *update = lev_action_get_update (action);
  LevDecision *handed_out = lev_action_get_decision (action, 7);
  guint step = lev_action_get_step (action);

  if (handed_out == NULL || step < 8 || step > 9)
    return 0;

  return lev_action_get_update_after (action,
                                      MAX (handed_out->date, update != NULL ? update->date : 0));
}
