/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-decision.h"
#include "lev-review.h"

G_BEGIN_DECLS

/* What the minutes say, on paper and in a mail. Texts are in the user's language. */

/* Newly allocated: the names of who was present at the meeting, or of who was invited and was not;
 * %NULL for nobody. */
char       *lev_minutes_list_names  (LevReview *review,
                                     gboolean   present);

/* What was decided in step 6; @decision is %NULL while it is open. */
const char *lev_minutes_get_outcome (LevDecision *decision);

/* Newly allocated lines: why, who accepts what remains, who decided and when, and on which version
 * of the profile. */
char       *lev_minutes_describe    (LevDecision *decision);

G_END_DECLS
