#pragma once

#include "lev-supplier-facts.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The columns of the list of suppliers: what each shows of a supplier, how it sorts, and how wide it
 * is. A GtkColumnView without rows shows their headings. */

#define LEV_TYPE_SUPPLIER_COLUMNS (lev_supplier_columns_get_type ())
G_DECLARE_FINAL_TYPE (LevSupplierColumns, lev_supplier_columns, LEV, SUPPLIER_COLUMNS, GObject)

typedef enum
{
  LEV_SUPPLIER_COLUMNS_FULL,
  LEV_SUPPLIER_COLUMNS_WIDE,   /* without the country */
  LEV_SUPPLIER_COLUMNS_MEDIUM, /* what matters most */
  LEV_SUPPLIER_COLUMNS_NARROW, /* the name above what would stand beside it, and the score */
} LevSupplierColumnsWidth;

/* Those that are more than a text. */
#define LEV_SUPPLIER_COLUMN_NAME        (0)
#define LEV_SUPPLIER_COLUMN_CRITICALITY (5)
#define LEV_N_SUPPLIER_COLUMNS          (8)

/* Where a column stands, in pixels from the start of the row; a width of 0 when it is hidden. */
typedef struct
{
  int x;
  int width;
} LevSupplierSpan;

/**
 * LevSupplierColumns::changed:
 *
 * What the columns show or where they stand is other than it was.
 */

/* Adds the columns to @view, sorted by name. */
LevSupplierColumns     *lev_supplier_columns_new          (GtkColumnView *view);

/* Follows @records: what is shown of them is brought up to date. */
void                    lev_supplier_columns_update       (LevSupplierColumns *self,
                                                           LevRegister        *records);

void                    lev_supplier_columns_set_width    (LevSupplierColumns     *self,
                                                           LevSupplierColumnsWidth width);

/* What is shown of @supplier. */
const LevSupplierFacts *lev_supplier_columns_get_facts    (LevSupplierColumns *self,
                                                           LevSupplier        *supplier);

/* What column @position says of @supplier; newly allocated, %NULL for nothing. */
char                   *lev_supplier_columns_dup_text     (LevSupplierColumns *self,
                                                           guint               position,
                                                           LevSupplier        *supplier);

/* What stands below the name of @supplier; newly allocated, "" for nothing. */
char                   *lev_supplier_columns_dup_subtitle (LevSupplierColumns *self,
                                                           LevSupplier        *supplier);

/* Whether anything stands below any name. */
gboolean                lev_supplier_columns_has_subtitle (LevSupplierColumns *self);

/* Fills @spans, of all columns, from where the headings stand; returns the width of all. */
int                     lev_supplier_columns_get_spans    (LevSupplierColumns *self,
                                                           LevSupplierSpan    *spans);

G_END_DECLS
