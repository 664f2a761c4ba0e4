#pragma once

#include "lev-selection-item.h"

G_BEGIN_DECLS

/* What the selection says in words. All newly allocated. */

/* "91", or "61–81" when a part is unknown. */
char *lev_selection_describe_band    (LevCriticality criticality);

/* Which factors are unknown and what that does to the rank; %NULL when all are known. */
char *lev_selection_describe_unknown (LevSelectionItem *item);

/* "the 7 highest" or "from score 60". */
char *lev_selection_describe_rule    (int rule,
                                      int value);

G_END_DECLS
