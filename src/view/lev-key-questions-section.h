#pragma once

#include "lev-profile-section.h"

G_BEGIN_DECLS

/* The key questions of the handbook, each with its answer, an explanation, and what was answered
 * in the previous round. */

#define LEV_TYPE_KEY_QUESTIONS_SECTION (lev_key_questions_section_get_type ())
G_DECLARE_FINAL_TYPE (LevKeyQuestionsSection,
                      lev_key_questions_section,
                      LEV,
                      KEY_QUESTIONS_SECTION,
                      LevProfileSection)

G_END_DECLS
