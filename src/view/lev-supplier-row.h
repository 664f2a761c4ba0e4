#pragma once

#include "lev-supplier-columns.h"

G_BEGIN_DECLS

/* A row of the list of suppliers. */

#define LEV_TYPE_SUPPLIER_ROW (lev_supplier_row_get_type ())
G_DECLARE_FINAL_TYPE (LevSupplierRow, lev_supplier_row, LEV, SUPPLIER_ROW, GtkWidget)

/* @columns: (transfer none): what it shows, and where */
GtkWidget   *lev_supplier_row_new          (LevSupplierColumns *columns);

/* What it shows; %NULL for nothing. */
LevSupplier *lev_supplier_row_get_supplier (LevSupplierRow *self);
void         lev_supplier_row_set_supplier (LevSupplierRow *self,
                                            LevSupplier    *supplier);

/* Shows its supplier as it is now. */
void         lev_supplier_row_update       (LevSupplierRow *self);

/* Puts the cells at @spans, which live as long as the row. */
void         lev_supplier_row_set_spans    (LevSupplierRow        *self,
                                            const LevSupplierSpan *spans);

G_END_DECLS
