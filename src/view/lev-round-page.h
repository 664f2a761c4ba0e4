#pragma once

#include "lev-step-page.h"

G_BEGIN_DECLS

/* Step 1: what the round is called, when it is held, who coordinates it, what it follows on, and
 * the key questions that it asks. */

#define LEV_TYPE_ROUND_PAGE (lev_round_page_get_type ())
G_DECLARE_FINAL_TYPE (LevRoundPage, lev_round_page, LEV, ROUND_PAGE, LevStepPage)

G_END_DECLS
