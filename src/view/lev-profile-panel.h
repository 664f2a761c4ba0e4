#pragma once

#include "lev-action-panel.h"

G_BEGIN_DECLS

/* Step 7 of a dossier: confirms the profile as it is after the meeting with the MT. */

#define LEV_TYPE_PROFILE_PANEL (lev_profile_panel_get_type ())
G_DECLARE_FINAL_TYPE (LevProfilePanel, lev_profile_panel, LEV, PROFILE_PANEL, LevActionPanel)

G_END_DECLS
