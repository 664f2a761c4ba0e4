#pragma once

#include "lev-step-page.h"

G_BEGIN_DECLS

/* Step 2: all suppliers by criticality with the handbook's line through them, to be chosen or
 * not. */

#define LEV_TYPE_SELECTION_PAGE (lev_selection_page_get_type ())
G_DECLARE_FINAL_TYPE (LevSelectionPage, lev_selection_page, LEV, SELECTION_PAGE, LevStepPage)

G_END_DECLS
