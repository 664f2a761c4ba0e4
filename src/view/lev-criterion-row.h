#pragma once

#include "lev-handbook-content.h"
#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One criterion of a risk profile: its score, what that means, what it was in the previous round,
 * and the explanation. A score of the previous round waits to be confirmed. */

#define LEV_TYPE_CRITERION_ROW (lev_criterion_row_get_type ())
G_DECLARE_FINAL_TYPE (LevCriterionRow, lev_criterion_row, LEV, CRITERION_ROW, GtkListBoxRow)

/* The row for the criterion with @code. */
GtkWidget *lev_criterion_row_new  (const char *code);

/* Shows the criterion as it is in @dossier. */
void       lev_criterion_row_show (LevCriterionRow *self,
                                   LevDossier      *dossier,
                                   gboolean         editable);

G_END_DECLS
