#pragma once

#include "lev-step.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the header of a step says below its title in a narrow window: how far it is, and, to be
 * unfolded, what it involves and what is still to be done. */

#define LEV_TYPE_STEP_SUMMARY (lev_step_summary_get_type ())
G_DECLARE_FINAL_TYPE (LevStepSummary, lev_step_summary, LEV, STEP_SUMMARY, GtkWidget)

/**
 * lev_step_summary_show:
 * @missing: (element-type LevMissing): what step @number of @review still asks
 * @progress: how far it is, in words
 * @fraction: the same from 0 to 1
 */
void lev_step_summary_show    (LevStepSummary *self,
                               LevReview      *review,
                               guint           number,
                               GListModel     *missing,
                               const char     *progress,
                               double          fraction);

/* Unfold the explanation, or what is still to be done, and give it the focus. */
void lev_step_summary_explain (LevStepSummary *self);
void lev_step_summary_unfold  (LevStepSummary *self);

G_END_DECLS
