#pragma once

#include "lev-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where the slides of @review go and writes them there as a PDF; shows in @window how far it
 * is and how it went. */
void lev_slides_export_run   (GtkWindow *window,
                              LevReview *review);

/* Writes them to @file, which is replaced when all went well. */
void lev_slides_export_write (GtkWidget *parent,
                              LevReview *review,
                              GFile     *file);

G_END_DECLS
