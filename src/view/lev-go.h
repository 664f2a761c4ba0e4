#pragma once

#include "lev-record.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Leads from @widget to where @record is looked after: the page of its supplier, the step of its
 * round, or a dialog. */
void lev_go_to_record (GtkWidget *widget,
                       LevRecord *record);

G_END_DECLS
