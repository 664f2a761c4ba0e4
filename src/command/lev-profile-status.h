#pragma once

#include "lev-state.h"

G_BEGIN_DECLS

/* Prints the profile of @dossier for who fills it in from the shell: the key questions, the
 * criteria, the risks and the actions, with the codes by which steps name them. */
void lev_profile_status_print (LevDossier *dossier);

G_END_DECLS
