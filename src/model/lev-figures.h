#pragma once

#include "lev-scoring.h"
#include "lev-state.h"

G_BEGIN_DECLS

/* What a round came to, in figures: for the summary with which it is closed (step 14). */
typedef struct
{
  guint n_suppliers;                     /* chosen */
  guint n_risks[LEV_LEVEL_CRITICAL + 1]; /* by class, now */
  guint n_agreed;                        /* actions that the MT decided to take */
  guint n_finished;                      /* of those: definitively finished */
  guint n_refused;                       /* actions that the MT decided not to take */
  guint n_returns;                       /* how often an action came back from step 9 or 11 */
  guint n_owner_returns;                 /* of those: from the service owner */
  guint n_mt_returns;                    /* and from the MT */
  guint n_updates;                       /* status updates, without what was corrected */
  guint n_done;                          /* actions that the service owner finds done */
  guint n_closed;                        /* actions that the MT finds finished */
  guint days_done;                       /* on average from hand-out to the service owner’s yes */
  guint days_closed;                     /* on average from the MT’s decision to its last yes */
} LevFigures;

/* The figures of @review as it stands now. */
LevFigures lev_review_get_figures (LevReview *review);

G_END_DECLS
