#pragma once

#include "lev-step.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One thing that a step still asks for, in a list: of which supplier, what, whose turn it is and
 * by when. Activating it goes to the very field (`win.go`). */

#define LEV_TYPE_MISSING_ROW (lev_missing_row_get_type ())
G_DECLARE_FINAL_TYPE (LevMissingRow, lev_missing_row, LEV, MISSING_ROW, GtkListBoxRow)

/* @review: the round that asks for it */
GtkWidget *lev_missing_row_new      (LevMissing *missing,
                                     LevReview  *review);

/* Whether everything stands on one line; property `wide`. */
void       lev_missing_row_set_wide (LevMissingRow *self,
                                     gboolean       wide);

G_END_DECLS
