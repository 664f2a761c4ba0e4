#pragma once

#include "lev-form-row.h"
#include "lev-profile-section.h"

G_BEGIN_DECLS

/* One criterion of a risk profile: its score, what that means, what it was in the previous round,
 * the explanation and the evidence. A score of the previous round waits to be confirmed. Enter
 * confirms and emits `finished`, for who goes on with the next row. */

#define LEV_TYPE_CRITERION_ROW (lev_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (LevCriterionRow, lev_criterion_row, LEV, CRITERION_ROW, LevFormRow)

/* The row for the criterion with @code. */
GtkWidget  *lev_criterion_row_new      (const char *code);

const char *lev_criterion_row_get_code (LevCriterionRow *self);

/* Shows the criterion as it is in the dossier of @section, in the way that @section says. */
void        lev_criterion_row_show     (LevCriterionRow   *self,
                                        LevProfileSection *section);

/* Gives the focus to the scores. */
gboolean    lev_criterion_row_enter    (LevCriterionRow *self);

/* Whether a score has to be chosen or confirmed. */
gboolean    lev_criterion_row_is_open  (LevCriterionRow *self);

/* Whether a score of the previous round waits to be confirmed. */
gboolean    lev_criterion_row_waits    (LevCriterionRow *self);

G_END_DECLS
