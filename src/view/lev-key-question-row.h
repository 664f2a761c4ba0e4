#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One key question with its answer. */

#define LEV_TYPE_KEY_QUESTION_ROW (lev_key_question_row_get_type ())
G_DECLARE_FINAL_TYPE (LevKeyQuestionRow, lev_key_question_row, LEV, KEY_QUESTION_ROW, GtkListBoxRow)

/* The row for the question with @code. */
GtkWidget *lev_key_question_row_new  (const char *code);

/* Shows the question as it is answered in @dossier. */
void       lev_key_question_row_show (LevKeyQuestionRow *self,
                                      LevDossier        *dossier,
                                      gboolean           editable);

G_END_DECLS
