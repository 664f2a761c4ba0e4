#pragma once

#include "lev-supplier-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of the list of suppliers: what each shows of a supplier, and how it sorts. */

#define LEV_TYPE_SUPPLIER_COLUMNS (lev_supplier_columns_get_type ())
G_DECLARE_FINAL_TYPE (LevSupplierColumns, lev_supplier_columns, LEV, SUPPLIER_COLUMNS, GObject)

typedef enum
{
  LEV_SUPPLIER_COLUMNS_FULL,
  LEV_SUPPLIER_COLUMNS_WIDE,   /* without the country */
  LEV_SUPPLIER_COLUMNS_MEDIUM, /* what matters most */
  LEV_SUPPLIER_COLUMNS_NARROW, /* the name above what would stand beside it, and the score */
} LevSupplierColumnsWidth;

/* Adds the columns to @view, sorted by name. */
LevSupplierColumns     *lev_supplier_columns_new       (GtkColumnView *view);

/* Follows @records: what the cells in sight show is brought up to date. */
void                    lev_supplier_columns_update    (LevSupplierColumns *self,
                                                        LevRegister        *records);

void                    lev_supplier_columns_set_width (LevSupplierColumns     *self,
                                                        LevSupplierColumnsWidth width);

/* What is shown of @supplier. */
const LevSupplierFacts *lev_supplier_columns_get_facts (LevSupplierColumns *self,
                                                        LevSupplier        *supplier);

G_END_DECLS
