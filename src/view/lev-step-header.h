#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The header of a step: its badge, title, who is responsible and what passes through it, what it
 * involves, how far it is, and what it still asks, each with the way to the very field. In a
 * narrow window (property `narrow`) the last three stand below the title; where there is some more room
 * (property `medium`) how far it is stands in the line below the title. Property `inlined` says
 * what it involves in a line of its own. As the heading of another list (property `bare`) it tells
 * since when the step is under way, and leaves the rest to that list. */

#define LEV_TYPE_STEP_HEADER (lev_step_header_get_type ())
G_DECLARE_FINAL_TYPE (LevStepHeader, lev_step_header, LEV, STEP_HEADER, GtkWidget)

void     lev_step_header_update       (LevStepHeader *self,
                                       LevReview     *review,
                                       guint          number);

/* Whether the step asks nothing more. */
gboolean lev_step_header_is_done      (LevStepHeader *self);

/* Shows the list of what is still to be done, or what the step involves. */
void     lev_step_header_show_missing (LevStepHeader *self);
void     lev_step_header_explain      (LevStepHeader *self);

G_END_DECLS
