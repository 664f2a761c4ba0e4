#pragma once

#include "lev-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where the MT report of @review goes and writes it there; shows in @window how far it is and
 * how it went. */
void lev_report_export_run   (GtkWindow *window,
                              LevReview *review);

/* Writes it to @file, which is replaced when all went well. */
void lev_report_export_write (GtkWidget *parent,
                              LevReview *review,
                              GFile     *file);

G_END_DECLS
