#pragma once

#include "lev-dossier-row.h"
#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The dossiers of a round beside one of them: a list, of all of them or of those of the user, with
 * what is unfinished first, and the widget in property `content` that shows the selected one.
 * Where there is no room for both they are two pages, with a way back in between, and the list has
 * a group for what is to be done and one for what is done. Ctrl+Up and Ctrl+Down go to the
 * dossier before and after. Signal `dossier-selected` tells of another dossier. */

#define LEV_TYPE_DOSSIER_SPLIT (lev_dossier_split_get_type ())
G_DECLARE_FINAL_TYPE (LevDossierSplit, lev_dossier_split, LEV, DOSSIER_SPLIT, GtkWidget)

/**
 * LevDossierDescribe:
 * @state: (out): how far it is with what the page asks
 *
 * Returns: (transfer full): the same in a few words (“9 to do”), which stand after its CM
 */
typedef char *(*LevDossierDescribe) (LevDossier *dossier, LevDossierState *state);

/* Lists the chosen dossiers of @review, each with what @describe says. */
void        lev_dossier_split_update             (LevDossierSplit   *self,
                                                  LevReview         *review,
                                                  LevDossierDescribe describe);

/* The dossier that is shown; %NULL for none. */
LevDossier *lev_dossier_split_get_selected       (LevDossierSplit *self);

/* Shows the dossier that @record belongs to, as lev_dossier_split_select(). */
void        lev_dossier_split_reveal             (LevDossierSplit *self,
                                                  LevRecord       *record);

/* Shows @dossier, when it is in the round; in a narrow window its page comes in front. */
void        lev_dossier_split_select             (LevDossierSplit *self,
                                                  LevDossier      *dossier);

/* Whether the content is all that is seen; the signal “layout-changed” says when that changes. */
gboolean    lev_dossier_split_shows_only_content (LevDossierSplit *self);

G_END_DECLS
