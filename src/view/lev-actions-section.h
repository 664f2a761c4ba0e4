#pragma once

#include "lev-parts-section.h"

G_BEGIN_DECLS

/* The mitigation actions that a profile proposes. */

#define LEV_TYPE_ACTIONS_SECTION (lev_actions_section_get_type ())
G_DECLARE_FINAL_TYPE (LevActionsSection, lev_actions_section, LEV, ACTIONS_SECTION, LevPartsSection)

G_END_DECLS
