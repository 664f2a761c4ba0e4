#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The risk profile of one supplier in a round: who and what on top, below it one of its sections,
 * chosen by toggles that say how much of each is filled in; by a list where it is narrow. */

#define LEV_TYPE_PROFILE_VIEW (lev_profile_view_get_type ())
G_DECLARE_FINAL_TYPE (LevProfileView, lev_profile_view, LEV, PROFILE_VIEW, GtkWidget)

/* Shows the profile of @dossier as it is now; %NULL for none. */
void        lev_profile_view_show              (LevProfileView *self,
                                                LevDossier     *dossier);

/* The name of the section @distance places after the one that is shown, or before it; %NULL when
 * there is none. The signal “section-shown” says when another one is. */
const char *lev_profile_view_get_section_title (LevProfileView *self,
                                                int             distance);

/* Shows the section @distance places further, and gives it the focus. */
void        lev_profile_view_go                (LevProfileView *self,
                                                int             distance);

/* Whether the supplier and the version stand above the sections; where the page says them itself
 * they do not. */
void        lev_profile_view_set_titled        (LevProfileView *self,
                                                gboolean        titled);

/* Newly allocated: which version is shown, “version 3 being edited”. */
char       *lev_profile_view_dup_version       (LevProfileView *self);

G_END_DECLS
