#pragma once

#include "lev-action-panel.h"

G_BEGIN_DECLS

/* Steps 10 and 12: reports the result of one or several actions to the MT, or tells those
 * involved that they are finished. */

#define LEV_TYPE_FEEDBACK_PANEL (lev_feedback_panel_get_type ())
G_DECLARE_FINAL_TYPE (LevFeedbackPanel, lev_feedback_panel, LEV, FEEDBACK_PANEL, LevActionPanel)

G_END_DECLS
