#pragma once

#include "lev-step-page.h"

G_BEGIN_DECLS

/* Step 3: the suppliers of the round beside the risk profile of one of them. */

#define LEV_TYPE_PROFILE_PAGE (lev_profile_page_get_type ())
G_DECLARE_FINAL_TYPE (LevProfilePage, lev_profile_page, LEV, PROFILE_PAGE, LevStepPage)

G_END_DECLS
