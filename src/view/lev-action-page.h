#pragma once

#include "lev-step-page.h"

G_BEGIN_DECLS

/* Steps 7 to 12: the actions that wait in the step by urgency, and beside them the chosen one
 * with what the step asks of it (a LevActionPanel) and what was decided and heard so far. In a
 * narrow page the chosen action takes the place of the list. */

#define LEV_TYPE_ACTION_PAGE (lev_action_page_get_type ())
G_DECLARE_FINAL_TYPE (LevActionPage, lev_action_page, LEV, ACTION_PAGE, LevStepPage)

G_END_DECLS
