#pragma once

#include "lev-step-page.h"

G_BEGIN_DECLS

/* Step 4: the meeting with the MT is planned, and everyone who must be there is invited. */

#define LEV_TYPE_PLAN_PAGE (lev_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (LevPlanPage, lev_plan_page, LEV, PLAN_PAGE, LevStepPage)

G_END_DECLS
