#pragma once

#include "lev-records.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What comes back in workbooks: asks for the file, reads it in a limited process, and shows what it
 * says before it is taken over. */

/* The decisions of the MT that were filled in in the MT report of @review. */
void lev_take_over_decisions (GtkWindow *window,
                              LevReview *review);

/* The form of the risk profile of @dossier that someone filled in. */
void lev_take_over_form      (GtkWindow  *window,
                              LevDossier *dossier);

G_END_DECLS
