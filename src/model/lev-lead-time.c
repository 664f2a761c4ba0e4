#include "lev-lead-time.h"

#include "lev-records.h"

/* A yes stands as long as the action has not gone back behind it. */
static LevDate
get_standing_yes (LevAction *action,
                  guint      step)
{
  LevDecision *verdict = lev_action_get_decision (action, step);

  return verdict != NULL && verdict->outcome == LEV_OUTCOME_YES &&
             lev_action_get_step (action) > step
           ? verdict->date
           : 0;
}

LevLeadTime
lev_action_get_lead_time (LevAction *action)
{
  g_autoptr (GPtrArray) journal = lev_action_list_journal (action);
  LevLeadTime lead = { 0 };

  if (lev_action_is_agreed (action))
    lead.agreed = get_standing_yes (action, 6);
  lead.done = get_standing_yes (action, 9);
  lead.finished = get_standing_yes (action, 11);
  for (guint i = 0; i < journal->len; i++)
    {
      LevDecision *decision = g_ptr_array_index (journal, i);

      if (!LEV_IS_DECISION (decision))
        continue;
      if (decision->step == 7 && lead.handed_out == 0)
        lead.handed_out = decision->date;
      lead.n_owner_returns += decision->step == 9 && decision->outcome == LEV_OUTCOME_NO;
      lead.n_mt_returns += decision->step == 11 && decision->outcome == LEV_OUTCOME_NO;
    }

  return lead;
}

int
lev_lead_time_get_days (LevDate from,
                        LevDate until)
{
  return from != 0 && until >= from ? (int) (until - from) : -1;
}
