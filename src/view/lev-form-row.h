#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a list with fields in it. The row itself is nothing to stop at: Tab goes from field to
 * field, also from the last one to the first of the next row, which a list does not do itself. */

#define LEV_TYPE_FORM_ROW (lev_form_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (LevFormRow, lev_form_row, LEV, FORM_ROW, GtkListBoxRow)

struct _LevFormRowClass
{
  GtkListBoxRowClass parent_class;
};

G_END_DECLS
