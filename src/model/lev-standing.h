#pragma once

#include "lev-state.h"

G_BEGIN_DECLS

/* How a round stands as a whole: what the rail and the phase bars show of it, found in one pass. */

typedef enum
{
  LEV_STANDING_OPEN, /* not begun */
  LEV_STANDING_BUSY, /* under way, while an earlier step has open work */
  LEV_STANDING_CURRENT,
  LEV_STANDING_DONE,
} LevStandingState;

typedef struct
{
  guint       step;                   /* as lev_review_get_step() */
  LevProgress steps[LEV_N_STEPS + 1]; /* by number; [0] is not used */
  LevProgress phases[LEV_N_PHASES];   /* the dossiers and actions of their steps together */
} LevStanding;

/* Step 2 counts the chosen suppliers, done when their CM, service owner and SLM are known; the
 * others count as lev_review_get_progress() does. */
void             lev_review_get_standing      (LevReview   *review,
                                               LevStanding *standing);

/* How far step @number is. */
LevStandingState lev_standing_get_step_state  (const LevStanding *self,
                                               guint              number);

/* How far @phase is: the one that holds the leading step is the current one, and a later one in
 * which something was done already is busy. */
LevStandingState lev_standing_get_phase_state (const LevStanding *self,
                                               LevPhase           phase);

G_END_DECLS
