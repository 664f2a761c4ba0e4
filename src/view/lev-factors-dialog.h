#pragma once

#include "lev-review.h"
#include "lev-supplier.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* How the criticality of a supplier in the selection comes about: its factors with their weights
 * and scores, and the score that follows from them. */

#define LEV_TYPE_FACTORS_DIALOG (lev_factors_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevFactorsDialog, lev_factors_dialog, LEV, FACTORS_DIALOG, AdwDialog)

/* @editable: whether the scores can be changed, which may change the rank at once. */
AdwDialog *lev_factors_dialog_new (LevReview   *review,
                                   LevSupplier *supplier,
                                   gboolean     editable);

G_END_DECLS
