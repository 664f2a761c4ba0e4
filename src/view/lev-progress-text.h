#pragma once

#include "lev-standing.h"

G_BEGIN_DECLS

/* How far a step is, in words and in short. */

/* Newly allocated: "10 van 14 acties"; for a step of the round "gereed" or "open". */
char       *lev_progress_describe          (const LevStep *step,
                                            LevProgress    progress);

/* Newly allocated: as above for step @number as it stands; in step 7 the profiles and the actions,
 * "6 van 7 profielen · 12 van 14 acties". */
char       *lev_progress_describe_standing (LevReview         *review,
                                            const LevStanding *standing,
                                            guint              number);

/* The same from 0 to 1, for a bar. */
double      lev_progress_get_fraction      (LevReview         *review,
                                            const LevStanding *standing,
                                            guint              number);

/* Newly allocated: "10/14"; the empty string for a step of the round. */
char       *lev_progress_format            (const LevStep *step,
                                            LevProgress    progress);

/* What passes through the step: "de ronde", "per leverancier", "per actie". */
const char *lev_progress_describe_scope    (const LevStep *step);

G_END_DECLS
