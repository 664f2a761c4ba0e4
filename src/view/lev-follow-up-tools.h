#pragma once

#include "lev-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What can be done with several actions of a step at once, above the list of them: update them, and
 * mail who is still to be informed. */

#define LEV_TYPE_FOLLOW_UP_TOOLS (lev_follow_up_tools_get_type ())
G_DECLARE_FINAL_TYPE (LevFollowUpTools, lev_follow_up_tools, LEV, FOLLOW_UP_TOOLS, AdwBin)

/* Shows what there is to do in step @number of @review. */
void lev_follow_up_tools_update (LevFollowUpTools *self,
                                 LevReview        *review,
                                 guint             number);

G_END_DECLS
