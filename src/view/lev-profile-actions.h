#pragma once

#include "lev-dossier.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What can be done with a profile as a whole, as actions of the window that take the identifier of
 * the dossier; `win.compare` takes that of a round as well. */

/* Adds the actions to @window. */
void        lev_profile_actions_add      (GtkWindow *window);

/* A menu of them for @dossier. */
GMenuModel *lev_profile_actions_dup_menu (LevDossier *dossier);

G_END_DECLS
