#pragma once

#include "lev-content-page.h"
#include "lev-step.h"

G_BEGIN_DECLS

/* The page of one step of a round: the header with what is missing, what the step is about, and
 * the steps before and after it by name. */

#define LEV_TYPE_STEP_PAGE (lev_step_page_get_type ())
G_DECLARE_FINAL_TYPE (LevStepPage, lev_step_page, LEV, STEP_PAGE, LevContentPage)

LevStepPage *lev_step_page_new (LevReview *review,
                                guint      number);

G_END_DECLS
