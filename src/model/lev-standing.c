#include "lev-standing.h"

/* The selection is of the round, but people count its suppliers. */
static LevProgress
get_selection_progress (LevReview *review)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  LevProgress progress = { 0, dossiers->len };

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);

      progress.done += dossier->manager != NULL && dossier->owner != NULL &&
                       dossier->level_manager != NULL;
    }

  return progress;
}

static gboolean
is_counted (const LevStep *step)
{
  return step->number == 2 || step->guards[LEV_SCOPE_REVIEW] == NULL;
}

void
lev_review_get_standing (LevReview   *review,
                         LevStanding *standing)
{
  LevPreparation preparation = lev_review_get_preparation (review);

  *standing = (LevStanding) { .step = lev_review_get_step_in (review, &preparation) };

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      const LevStep *step = lev_step_get (number);
      LevProgress progress = number == 2
                               ? get_selection_progress (review)
                               : lev_review_get_progress_in (review, number, &preparation);

      standing->steps[number] = progress;
      if (is_counted (step))
        {
          standing->phases[step->phase].done += progress.done;
          standing->phases[step->phase].total += progress.total;
        }
    }
}

LevStandingState
lev_standing_get_step_state (const LevStanding *self,
                             guint              number)
{
  LevProgress progress;

  g_return_val_if_fail (number >= 1 && number <= LEV_N_STEPS, LEV_STANDING_OPEN);

  progress = self->steps[number];
  if (number == self->step)
    return LEV_STANDING_CURRENT;
  if (number < self->step || (progress.total > 0 && progress.done == progress.total))
    return LEV_STANDING_DONE;

  return progress.done > 0 ? LEV_STANDING_BUSY : LEV_STANDING_OPEN;
}

LevStandingState
lev_standing_get_phase_state (const LevStanding *self,
                              LevPhase           phase)
{
  gboolean begun = FALSE, done = TRUE;

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      LevStandingState state = lev_standing_get_step_state (self, number);

      if (lev_step_get (number)->phase != phase)
        continue;
      if (state == LEV_STANDING_CURRENT)
        return LEV_STANDING_CURRENT;
      begun = begun || state != LEV_STANDING_OPEN;
      done = done && state == LEV_STANDING_DONE;
    }

  if (done)
    return LEV_STANDING_DONE;

  return begun ? LEV_STANDING_BUSY : LEV_STANDING_OPEN;
}
