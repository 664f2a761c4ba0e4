#pragma once

#include "lev-handbook-draft.h"
#include "lev-store.h"

G_BEGIN_DECLS

/* What is changed in the handbook and is no version yet. It is kept with the database as it is made,
 * and is there when the preferences are opened again, also after the program was killed. */

/**
 * lev_handbook_keeping_get:
 * @handbook: the newest version
 *
 * Returns: (transfer full): the draft of before when something is changed in it, otherwise a new one
 *   of @handbook
 */
LevHandbookDraft *lev_handbook_keeping_get   (LevStore    *store,
                                              LevHandbook *handbook);

/* Writes what was changed a moment ago, before the end. */
void              lev_handbook_keeping_flush (void);

G_END_DECLS
