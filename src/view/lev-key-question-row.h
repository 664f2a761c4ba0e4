#pragma once

#include "lev-form-row.h"
#include "lev-profile-section.h"

G_BEGIN_DECLS

/* One key question with its answer, what it was in the previous round, and a doubt about it when
 * the scores say otherwise. */

#define LEV_TYPE_KEY_QUESTION_ROW (lev_key_question_row_get_type ())
G_DECLARE_FINAL_TYPE (LevKeyQuestionRow, lev_key_question_row, LEV, KEY_QUESTION_ROW, LevFormRow)

/* The row for the question with @code. */
GtkWidget  *lev_key_question_row_new      (const char *code);

const char *lev_key_question_row_get_code (LevKeyQuestionRow *self);

/* Shows the question as it is answered in the dossier of @section. */
void        lev_key_question_row_show     (LevKeyQuestionRow *self,
                                           LevProfileSection *section);

G_END_DECLS
