#pragma once

#include "lev-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where the MT report of @review goes and writes it there; says how it went in @window. */
void lev_report_export_run (GtkWindow *window,
                            LevReview *review);

G_END_DECLS
