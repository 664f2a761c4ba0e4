#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Who filled in a profile together: the three who are responsible and the other stakeholders, each
 * with a switch, and a row for someone else. */

#define LEV_TYPE_PARTICIPANT_LIST (lev_participant_list_get_type ())
G_DECLARE_FINAL_TYPE (LevParticipantList, lev_participant_list, LEV, PARTICIPANT_LIST, GtkWidget)

/* Shows who took part in the profile of @dossier. */
void  lev_participant_list_show      (LevParticipantList *self,
                                      LevDossier         *dossier,
                                      gboolean            editable);

/* Shows them as long as the list lives, also when the records change. */
void  lev_participant_list_follow    (LevParticipantList *self,
                                      LevDossier         *dossier);

/* How many people took part in the profile of @dossier. */
guint lev_dossier_count_participants (LevDossier *dossier);

G_END_DECLS
