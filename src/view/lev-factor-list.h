#pragma once

#include "lev-handbook.h"
#include "lev-supplier.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The factors of the criticality of a supplier (template, section 2), each with its score, and
 * the score that follows from them. */

#define LEV_TYPE_FACTOR_LIST (lev_factor_list_get_type ())
G_DECLARE_FINAL_TYPE (LevFactorList, lev_factor_list, LEV, FACTOR_LIST, AdwPreferencesGroup)

/* Shows the scores of @supplier by @handbook, which is that of a round; by the newest one when it is
 * %NULL. */
void lev_factor_list_show (LevFactorList *self,
                           LevSupplier   *supplier,
                           LevHandbook   *handbook);

G_END_DECLS
