#pragma once

#include "lev-dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A profile on paper: as a PDF file, or through the printer; the pages are the same. */

/* Asks where to write the profile of @dossier, and writes it. */
void lev_profile_export_run   (GtkWindow  *window,
                               LevDossier *dossier);

/* Writes it at @file, and says so in a toast over @parent. */
void lev_profile_export_write (GtkWidget  *parent,
                               LevDossier *dossier,
                               GFile      *file);

/* Prints it, after the print dialog. */
void lev_profile_export_print (GtkWindow  *window,
                               LevDossier *dossier);

G_END_DECLS
