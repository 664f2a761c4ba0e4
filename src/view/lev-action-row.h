#pragma once

#include "lev-action.h"
#include "lev-fold-row.h"

G_BEGIN_DECLS

/* One proposed action of a profile; unfolded it can be changed. What the MT has decided about
 * stays. */

#define LEV_TYPE_ACTION_ROW (lev_action_row_get_type ())
G_DECLARE_FINAL_TYPE (LevActionRow, lev_action_row, LEV, ACTION_ROW, LevFoldRow)

GtkWidget *lev_action_row_new  (LevAction *action);

/* Shows the action as it is now. */
void       lev_action_row_show (LevActionRow *self,
                                gboolean      editable);

G_END_DECLS
