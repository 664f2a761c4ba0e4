#pragma once

#include "lev-scoring.h"

G_BEGIN_DECLS

/* A profile against that of the previous round, per criterion, risk and action (design section 3:
 * what is new, changed, equal or gone). */

typedef enum
{
  LEV_MOVEMENT_NEW,
  LEV_MOVEMENT_WORSE,
  LEV_MOVEMENT_BETTER,
  LEV_MOVEMENT_CHANGED, /* neither worse nor better: other words, or a score became (un)known */
  LEV_MOVEMENT_EQUAL,
  LEV_MOVEMENT_GONE,
  LEV_N_MOVEMENTS,
} LevMovement;

/* One criterion, risk or action, then and now; what was not there is %NULL. All is borrowed, and holds
 * until something changes. */
typedef struct
{
  const LevHandbookItem *criterion; /* NULL for a risk or an action */
  LevAssessment         *assessment_before;
  LevAssessment         *assessment;
  LevRisk               *risk_before;
  LevRisk               *risk;
  LevAction             *action_before;
  LevAction             *action;
  LevMovement            movement;
} LevDifference;

typedef struct
{
  LevDossier *dossier;
  LevDossier *previous;    /* NULL when there is nothing to compare with */
  GArray     *differences; /* LevDifference: the criteria of the handbook, the risks, the actions */
  guint       counts[LEV_N_MOVEMENTS];
} LevComparison;

LevComparison *lev_comparison_new          (LevDossier *dossier);
void           lev_comparison_free         (LevComparison *self);

/* Whether it is an action, which has no score. */
gboolean       lev_difference_is_action    (const LevDifference *self);

/* The score of the criterion then (@before) or now; LEV_SCORE_OPEN when there was none. */
int            lev_difference_get_score    (const LevDifference *self,
                                            gboolean             before);

/**
 * lev_movement_compare_scores:
 * @before: 1 to 5 or LEV_SCORE_…, as @now
 *
 * A score that goes up is worse (template, section 4).
 */
LevMovement    lev_movement_compare_scores (int before,
                                            int now);

/* The word for @movement, translated. */
const char    *lev_movement_get_label      (LevMovement movement);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevComparison, lev_comparison_free)

G_END_DECLS
