#pragma once

#include "lev-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks where the form of the risk profile of @dossier goes, and writes it there. */
void lev_form_export_run (GtkWindow  *window,
                          LevDossier *dossier);

G_END_DECLS
