#pragma once

#include "lev-profile-section.h"

G_BEGIN_DECLS

/* The criteria of one theme of the handbook; property `theme` is the theme's code. */

#define LEV_TYPE_CRITERIA_SECTION (lev_criteria_section_get_type ())
G_DECLARE_FINAL_TYPE (LevCriteriaSection,
                      lev_criteria_section,
                      LEV,
                      CRITERIA_SECTION,
                      LevProfileSection)

G_END_DECLS
