/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-dossier.h"
#include "lev-page-flow.h"

G_BEGIN_DECLS

/* The Leverancier Risicoprofiel on paper: A4, in the order of the template, every answer in full.
 * The same pages are printed and written as PDF. */

/* The document of @dossier as it stands now. */
LevPageFlow *lev_profile_pages_new    (LevDossier *dossier);

/* The document of @dossier as it stood on @date: what has passed by then is counted from there. */
LevPageFlow *lev_profile_pages_new_at (LevDossier *dossier,
                                       LevDate     date);

G_END_DECLS
