#pragma once

#include "lev-supplier-columns.h"

G_BEGIN_DECLS

/* The rows of the list of suppliers, in a GtkScrolledWindow. */

#define LEV_TYPE_SUPPLIER_LIST (lev_supplier_list_get_type ())
G_DECLARE_FINAL_TYPE (LevSupplierList, lev_supplier_list, LEV, SUPPLIER_LIST, GtkWidget)

/* @columns: (transfer none): what the rows show; to be given before a model has suppliers */
void lev_supplier_list_set_columns   (LevSupplierList    *self,
                                      LevSupplierColumns *columns);

/* Scrolls to the first supplier. */
void lev_supplier_list_scroll_to_top (LevSupplierList *self);

G_END_DECLS
