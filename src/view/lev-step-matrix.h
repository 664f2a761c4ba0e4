#pragma once

#include "lev-matrix.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The overview of the total (process step 7): suppliers × steps, in the order of the phases. A
 * cell says how far a supplier is and what waits there, and leads to that supplier in that step.
 * It is one stop for the Tab key; arrows, Home and End move between the cells. Property `folded`
 * takes the steps of a phase that is finished for every supplier together. */

#define LEV_TYPE_STEP_MATRIX (lev_step_matrix_get_type ())
G_DECLARE_FINAL_TYPE (LevStepMatrix, lev_step_matrix, LEV, STEP_MATRIX, GtkWidget)

/* Shows @matrix, which is not kept: the rows of @user alone, or all for %NULL.
 * @user: (nullable) */
void lev_step_matrix_update (LevStepMatrix *self,
                             LevMatrix     *matrix,
                             LevPerson     *user);

G_END_DECLS
