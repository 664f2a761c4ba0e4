#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The overview of the total (process step 7): suppliers × steps. A cell says how many of how many
 * have passed, and opens the step. */

#define LEV_TYPE_STEP_MATRIX (lev_step_matrix_get_type ())
G_DECLARE_FINAL_TYPE (LevStepMatrix, lev_step_matrix, LEV, STEP_MATRIX, GtkWidget)

void lev_step_matrix_update (LevStepMatrix *self,
                             LevReview     *review);

G_END_DECLS
