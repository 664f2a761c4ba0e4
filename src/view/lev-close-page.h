#pragma once

#include "lev-step-page.h"

G_BEGIN_DECLS

/* Step 14: the round in figures, what is learned from it, when the next one is, and its end. */

#define LEV_TYPE_CLOSE_PAGE (lev_close_page_get_type ())
G_DECLARE_FINAL_TYPE (LevClosePage, lev_close_page, LEV, CLOSE_PAGE, LevStepPage)

G_END_DECLS
