#pragma once

#include "lev-step.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The head of every step page: badge, long title, who, how far it is, the explanation, and what
 * is still to be done, which is the guard's own list. */

#define LEV_TYPE_STEP_HEADER (lev_step_header_get_type ())
G_DECLARE_FINAL_TYPE (LevStepHeader, lev_step_header, LEV, STEP_HEADER, GtkWidget)

/* Shows step @number of @review as it is now. */
void lev_step_header_update (LevStepHeader *self,
                             LevReview     *review,
                             guint          number);

G_END_DECLS
