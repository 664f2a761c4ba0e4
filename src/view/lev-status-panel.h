#pragma once

#include "lev-action-panel.h"

G_BEGIN_DECLS

/* Step 8: writes a status update of an action. */

#define LEV_TYPE_STATUS_PANEL (lev_status_panel_get_type ())
G_DECLARE_FINAL_TYPE (LevStatusPanel, lev_status_panel, LEV, STATUS_PANEL, LevActionPanel)

G_END_DECLS
