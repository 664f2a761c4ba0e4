#pragma once

#include "lev-selection-item.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The handbook's line through the selection: the rule, where it comes from, and a button with
 * which the round sets another. */

#define LEV_TYPE_SELECTION_LINE (lev_selection_line_get_type ())
G_DECLARE_FINAL_TYPE (LevSelectionLine, lev_selection_line, LEV, SELECTION_LINE, GtkWidget)

GtkWidget *lev_selection_line_new      (void);

/* Shows the line of the round of @item, and follows it; %NULL for none. */
void       lev_selection_line_set_item (LevSelectionLine *self,
                                        LevSelectionItem *item);

G_END_DECLS
