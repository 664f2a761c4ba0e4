#pragma once

#include "lev-step-page.h"

G_BEGIN_DECLS

/* The body of a step that only has to be looked at: each supplier or action with where it is. */

#define LEV_TYPE_PROGRESS_PAGE (lev_progress_page_get_type ())
G_DECLARE_FINAL_TYPE (LevProgressPage, lev_progress_page, LEV, PROGRESS_PAGE, LevStepPage)

G_END_DECLS
