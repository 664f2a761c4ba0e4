#pragma once

#include "lev-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A dossier in the list of LevDossierSplit: its supplier, how far it is here as an icon and in
 * words, and its CM. */

#define LEV_TYPE_DOSSIER_ROW (lev_dossier_row_get_type ())
G_DECLARE_FINAL_TYPE (LevDossierRow, lev_dossier_row, LEV, DOSSIER_ROW, GtkListBoxRow)

/* How far a dossier is with what a page asks of it, in the order in which they are listed. */
typedef enum
{
  LEV_DOSSIER_STATE_BUSY,
  LEV_DOSSIER_STATE_WARNING, /* something is wrong, rather than not done yet */
  LEV_DOSSIER_STATE_PARTLY,
  LEV_DOSSIER_STATE_OPEN,
  LEV_DOSSIER_STATE_DONE,
  LEV_N_DOSSIER_STATES,
} LevDossierState;

GtkWidget      *lev_dossier_row_new         (LevDossier *dossier);

/* Shows that the dossier is @state, and @text, which says it in words. */
void            lev_dossier_row_update      (LevDossierRow  *self,
                                             LevDossierState state,
                                             const char     *text);

/* In a narrow list there is room for one thing below the name: what is to be done, or the CM. */
void            lev_dossier_row_set_narrow  (LevDossierRow *self,
                                             gboolean       narrow);

LevDossier     *lev_dossier_row_get_dossier (LevDossierRow *self);
LevDossierState lev_dossier_row_get_state   (LevDossierRow *self);

G_END_DECLS
