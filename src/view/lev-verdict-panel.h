#pragma once

#include "lev-action-panel.h"

G_BEGIN_DECLS

/* Steps 9 and 11: the verdict of the service owner or the MT on an action. */

#define LEV_TYPE_VERDICT_PANEL (lev_verdict_panel_get_type ())
G_DECLARE_FINAL_TYPE (LevVerdictPanel, lev_verdict_panel, LEV, VERDICT_PANEL, LevActionPanel)

G_END_DECLS
