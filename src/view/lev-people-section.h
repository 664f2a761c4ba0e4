#pragma once

#include "lev-profile-section.h"

G_BEGIN_DECLS

/* The head of a profile: who is responsible and who took part in it, and what the register knows
 * of the supplier, its services and its contracts. */

#define LEV_TYPE_PEOPLE_SECTION (lev_people_section_get_type ())
G_DECLARE_FINAL_TYPE (LevPeopleSection, lev_people_section, LEV, PEOPLE_SECTION, LevProfileSection)

G_END_DECLS
