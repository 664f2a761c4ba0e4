#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* An action before the MT: what it is, the class of its risk now and as expected, and the decision.
 * Nothing is recorded before “Record the decision”, because decisions are only added; afterwards
 * the row is text, and as long as nothing was done with it a new decision can replace it. Keys: J
 * and N choose, Ctrl+Enter records. */

#define LEV_TYPE_DECISION_ROW (lev_decision_row_get_type ())
G_DECLARE_FINAL_TYPE (LevDecisionRow, lev_decision_row, LEV, DECISION_ROW, GtkListBoxRow)

GtkWidget *lev_decision_row_new        (LevAction *action);

LevAction *lev_decision_row_get_action (LevDecisionRow *self);

/* Leaves the title and the facts of the action out, for where they stand already. */
void       lev_decision_row_set_bare   (LevDecisionRow *self);

/* Shows what is recorded now; what is filled in stays. Without @editable nothing can be changed. */
void       lev_decision_row_update     (LevDecisionRow *self,
                                        gboolean        editable);

G_END_DECLS
