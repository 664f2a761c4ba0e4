#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The risk profile of one supplier in a round: who and what on top, below it one of its sections,
 * chosen by toggles that say how much of each is filled in; by a list where it is narrow. */

#define LEV_TYPE_PROFILE_VIEW (lev_profile_view_get_type ())
G_DECLARE_FINAL_TYPE (LevProfileView, lev_profile_view, LEV, PROFILE_VIEW, GtkWidget)

/* Shows the profile of @dossier as it is now; %NULL for none. */
void lev_profile_view_show (LevProfileView *self,
                            LevDossier     *dossier);

G_END_DECLS
