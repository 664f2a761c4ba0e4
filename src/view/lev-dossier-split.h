#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The dossiers of a round beside one of them: a list, and the widget in property `content` that
 * shows the selected one. Where there is no room for both they are two pages, with a way back in
 * between; property `collapsed` says which it is. Signal `dossier-selected` tells of another
 * dossier. */

#define LEV_TYPE_DOSSIER_SPLIT (lev_dossier_split_get_type ())
G_DECLARE_FINAL_TYPE (LevDossierSplit, lev_dossier_split, LEV, DOSSIER_SPLIT, GtkWidget)

/**
 * LevDossierDescribe:
 * @is_done: (out): whether nothing has to be done for it here
 *
 * Returns: (transfer full): the line below the name of @dossier
 */
typedef char *(*LevDossierDescribe) (LevDossier *dossier, gboolean *is_done);

/* Lists the chosen dossiers of @review, each with what @describe says. */
void        lev_dossier_split_update       (LevDossierSplit   *self,
                                            LevReview         *review,
                                            LevDossierDescribe describe);

/* The dossier that is shown; %NULL for none. */
LevDossier *lev_dossier_split_get_selected (LevDossierSplit *self);

/* Shows @dossier, when it is in the list. */
void        lev_dossier_split_select       (LevDossierSplit *self,
                                            LevDossier      *dossier);

G_END_DECLS
