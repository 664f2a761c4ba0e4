#include "lev-figures.h"

#include "lev-record-list.h"

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

  return figures;
}
