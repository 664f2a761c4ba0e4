#pragma once

#include "lev-selection-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A supplier in the selection: chosen or not, its rank and criticality, who is responsible, and
 * below it the motivation when the choice deviates from the rule. Property `narrow` stacks what
 * otherwise stands in columns. */

#define LEV_TYPE_SELECTION_ROW (lev_selection_row_get_type ())
G_DECLARE_FINAL_TYPE (LevSelectionRow, lev_selection_row, LEV, SELECTION_ROW, GtkWidget)

GtkWidget *lev_selection_row_new          (void);

/* Shows @item, and follows it until another is set; %NULL for none. */
void       lev_selection_row_set_item     (LevSelectionRow  *self,
                                           LevSelectionItem *item);

/* Chooses the supplier or not, as its check does. */
void       lev_selection_row_toggle       (LevSelectionRow *self);

/* Opens the factors of the supplier's criticality. */
void       lev_selection_row_show_factors (LevSelectionRow *self);

G_END_DECLS
