#pragma once

#include "lev-step-page.h"

G_BEGIN_DECLS

/* Step 6: per dossier the frozen version, and the decision of the MT on each proposed action. */

#define LEV_TYPE_DECIDE_PAGE (lev_decide_page_get_type ())
G_DECLARE_FINAL_TYPE (LevDecidePage, lev_decide_page, LEV, DECIDE_PAGE, LevStepPage)

G_END_DECLS
