#pragma once

#include "lev-parts-section.h"

G_BEGIN_DECLS

/* The risks of a profile. */

#define LEV_TYPE_RISKS_SECTION (lev_risks_section_get_type ())
G_DECLARE_FINAL_TYPE (LevRisksSection, lev_risks_section, LEV, RISKS_SECTION, LevPartsSection)

G_END_DECLS
