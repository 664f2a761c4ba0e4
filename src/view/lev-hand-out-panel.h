#pragma once

#include "lev-action-panel.h"

G_BEGIN_DECLS

/* Step 7 of an action: who carries it out, until when, and how its updates go. */

#define LEV_TYPE_HAND_OUT_PANEL (lev_hand_out_panel_get_type ())
G_DECLARE_FINAL_TYPE (LevHandOutPanel, lev_hand_out_panel, LEV, HAND_OUT_PANEL, LevActionPanel)

G_END_DECLS
