#include "lev-responsible.h"

#include "lev-state.h"

/* The steps that the coordinating CM looks after. */
static gboolean
is_of_round (guint number)
{
  const guint steps[] = { 1, 4, 5, 6, 14 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] == number)
      return TRUE;

  return FALSE;
}

LevDossier *
lev_record_get_dossier (LevRecord *record)
{
  while (record != NULL && !LEV_IS_DOSSIER (record))
    record = lev_record_get_owner (record);

  return (LevDossier *) record;
}

LevPerson *
lev_step_get_responsible (guint      number,
                          LevReview *review,
                          LevRecord *subject)
{
  LevDossier *dossier = lev_record_get_dossier (subject);

  if (dossier == NULL || number == 2 || is_of_round (number))
    return review->coordinator;

  return number == 9 ? dossier->owner : dossier->manager;
}

LevDate
lev_step_get_due (guint      number,
                  LevRecord *subject)
{
  if (!LEV_IS_ACTION (subject))
    return 0;
  if (number == 8)
    return lev_action_get_next_update (LEV_ACTION (subject));

  return number == 7 || number == 9 ? LEV_ACTION (subject)->due : 0;
}
