#pragma once

#include "lev-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What two or more suppliers of a round share: a country, a parent, an end date. */

#define LEV_TYPE_CONCENTRATION_LIST (lev_concentration_list_get_type ())
G_DECLARE_FINAL_TYPE (LevConcentrationList, lev_concentration_list, LEV, CONCENTRATION_LIST, AdwBin)

/* Shows the round as it is now. */
void lev_concentration_list_update (LevConcentrationList *self,
                                    LevReview            *review);

G_END_DECLS
