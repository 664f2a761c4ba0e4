#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A dossier in the review meeting: the version that is frozen for the MT, and whether it was
 * presented. */

#define LEV_TYPE_PRESENT_ROW (lev_present_row_get_type ())
G_DECLARE_FINAL_TYPE (LevPresentRow, lev_present_row, LEV, PRESENT_ROW, AdwActionRow)

/* @number: that of the dossier's mark on the heat map of the round */
GtkWidget *lev_present_row_new    (LevDossier *dossier,
                                   guint       number);

/* Shows what is recorded now; without @editable nothing can be changed. */
void       lev_present_row_update (LevPresentRow *self,
                                   gboolean       editable);

G_END_DECLS
