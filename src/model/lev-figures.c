#include "lev-figures.h"

#include "lev-lead-time.h"
#include "lev-record-list.h"

/* Days are summed up here, and divided at the end. */
static void
count_lead_time (LevFigures *figures,
                 LevAction  *action)
{
  LevLeadTime lead = lev_action_get_lead_time (action);
  int days_done = lev_lead_time_get_days (lead.handed_out, lead.done);
  int days_closed = lev_lead_time_get_days (lead.agreed, lead.finished);

  figures->n_owner_returns += lead.n_owner_returns;
  figures->n_mt_returns += lead.n_mt_returns;
  if (days_done >= 0)
    {
      figures->n_done++;
      figures->days_done += (guint) days_done;
    }
  if (days_closed >= 0)
    {
      figures->n_closed++;
      figures->days_closed += (guint) days_closed;
    }
}

static guint
count_updates (LevAction *action)
{
  LevRecordList *updates = lev_record_get_children (LEV_RECORD (action), LEV_TYPE_STATUS_UPDATE);
  guint n = 0;

  for (guint i = 0; i < lev_record_list_get_n (updates); i++)
    n += LEV_STATUS_UPDATE (lev_record_list_peek (updates, i))->corrects == NULL;

  return n;
}

static guint
divide (guint sum,
        guint n)
{
  return n > 0 ? (sum + n / 2) / n : 0;
}

static void
count_action (LevFigures *figures,
              LevAction  *action)
{
  guint step = lev_action_get_step (action);
  gboolean agreed = lev_action_is_agreed (action);

  figures->n_agreed += agreed;
  figures->n_finished += agreed && step > 12;
  figures->n_refused += !agreed && step > 12;
  figures->n_returns += lev_action_get_n_returns (action);
  figures->n_updates += count_updates (action);
  count_lead_time (figures, action);
}

static void
count_dossier (LevFigures *figures,
               LevDossier *dossier)
{
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);

  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    figures->n_risks[lev_risk_get_level (lev_record_list_peek (risks, i))]++;
  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    count_action (figures, lev_record_list_peek (actions, i));
}

LevFigures
lev_review_get_figures (LevReview *review)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  LevFigures figures = { .n_suppliers = dossiers->len };

  for (guint i = 0; i < dossiers->len; i++)
    count_dossier (&figures, g_ptr_array_index (dossiers, i));

  figures.days_done = divide (figures.days_done, figures.n_done);
  figures.days_closed = divide (figures.days_closed, figures.n_closed);

  return figures;
}
