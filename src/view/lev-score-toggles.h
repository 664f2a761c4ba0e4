#pragma once

#include "lev-handbook-content.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A choice of 1 to 5 beside each other, as every score of the process is chosen. An AdwToggleGroup
 * with scores behind its toggles; with nothing chosen the score is LEV_SCORE_OPEN. */

/**
 * lev_score_toggles_fill:
 * @group: an empty group
 * @with_not_applicable: whether “n/a” can be chosen beside “unknown”
 */
void lev_score_toggles_fill (AdwToggleGroup *group,
                             gboolean        with_not_applicable);

/* Says in the tooltip of each toggle what it means on @scale. */
void lev_score_toggles_word (AdwToggleGroup     *group,
                             LevHandbookContent *content,
                             const char         *scale);

int  lev_score_toggles_get  (AdwToggleGroup *group);
void lev_score_toggles_set  (AdwToggleGroup *group,
                             int             score);

G_END_DECLS
