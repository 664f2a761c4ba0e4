/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-profile-pages.h"

G_BEGIN_DECLS

/* The second half of the document, each a section of its own. */

void    lev_profile_pages_add_risks       (LevPageFlow *flow,
                                           LevDossier  *dossier);
void    lev_profile_pages_add_actions     (LevPageFlow *flow,
                                           LevDossier  *dossier);
void    lev_profile_pages_add_decisions   (LevPageFlow *flow,
                                           LevDossier  *dossier);
void    lev_profile_pages_add_people      (LevPageFlow *flow,
                                           LevDossier  *dossier);

/* Appends the evidence of @owner, an assessment or an action, to @text: a line each, and whether it
 * is expired on @today. */
void    lev_profile_pages_append_evidence (GString   *text,
                                           LevRecord *owner,
                                           LevDate    today);

/* The colour of a chip for @level, and of the text on it. */
guint32 lev_profile_pages_get_fill        (LevLevel level);
guint32 lev_profile_pages_get_ink         (LevLevel level);

G_END_DECLS
