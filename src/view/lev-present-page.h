#pragma once

#include "lev-step-page.h"

G_BEGIN_DECLS

/* Step 5: the profiles are frozen for the MT and presented, and who was there is recorded. */

#define LEV_TYPE_PRESENT_PAGE (lev_present_page_get_type ())
G_DECLARE_FINAL_TYPE (LevPresentPage, lev_present_page, LEV, PRESENT_PAGE, LevStepPage)

G_END_DECLS
