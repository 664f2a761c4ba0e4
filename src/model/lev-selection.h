#pragma once

#include "lev-missing.h"
#include "lev-scoring.h"

G_BEGIN_DECLS

/* The selection of step 2: all suppliers by criticality, and the handbook's line through them. */

typedef struct
{
  LevSupplier   *supplier;
  LevDossier    *dossier; /* in the round; %NULL when nothing was said about the supplier */
  LevCriticality criticality;
  gboolean       selected; /* by the rule */
} LevRanked;

/**
 * lev_selection_rank:
 * @review: a round
 *
 * Returns: (transfer full) (element-type LevRanked): every supplier, the highest criticality
 *   first, by the top of the band (template, section 2); equal ones by name. Not to be changed:
 *   it is kept for who asks next, until a record changes
 */
GArray  *lev_selection_rank             (LevReview *review);

/* Whether the choice for @ranked deviates from the rule, in either direction. */
gboolean lev_selection_is_deviation     (const LevRanked *ranked);

/* Adds each deviation without a motivation. */
void     lev_selection_check_deviations (LevReview  *review,
                                         GListStore *missing);

G_END_DECLS
