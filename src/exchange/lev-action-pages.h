/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-dossier.h"
#include "lev-page-flow.h"

G_BEGIN_DECLS

/* The mitigation actions of @dossier on paper, for the archive (process step 13b): of each what was
 * agreed, every decision and every status update, and which evidence there is. */
LevPageFlow *lev_action_pages_new (LevDossier *dossier);

G_END_DECLS
