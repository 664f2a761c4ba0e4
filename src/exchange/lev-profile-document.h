/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-dossier.h"

G_BEGIN_DECLS

/* What a reader of the documents below checks first. The number is raised when a member changes
 * its meaning or goes away. */
#define LEV_PROFILE_FORMAT   "levman-profile"
#define LEV_ACTIONS_FORMAT   "levman-actions"
#define LEV_DECISIONS_FORMAT "levman-decisions"
#define LEV_UPDATES_FORMAT   "levman-status-updates"
#define LEV_FORMAT_VERSION   1

/**
 * lev_profile_to_json:
 * @dossier: a dossier
 *
 * The whole Leverancier Risicoprofiel as it stands: supplier with services, contracts and
 * criticality, key questions, criteria with evidence, risks, proposed actions and who took part
 * (template, sections 1 to 6). Equal profiles give equal bytes, so that the SHA-256 of the text
 * identifies the version on which the MT decides (template, section 7). Nothing in it depends on
 * the moment, the locale, or on decisions and status updates, which come later.
 *
 * Returns: (transfer full): a JSON document
 */
char *lev_profile_to_json        (LevDossier *dossier);

/**
 * lev_actions_to_json:
 * @dossier: a dossier
 *
 * Returns: (transfer full): a JSON document with the actions of @dossier, each with its evidence,
 *   decisions and status updates (process step 13b)
 */
char *lev_actions_to_json        (LevDossier *dossier);

/**
 * lev_decisions_to_json:
 * @dossier: a dossier
 *
 * Returns: (transfer full): a JSON document with all decisions on @dossier and then on its actions,
 *   and the profile versions that they rest on
 */
char *lev_decisions_to_json      (LevDossier *dossier);

/**
 * lev_status_updates_to_json:
 * @dossier: a dossier
 *
 * Returns: (transfer full): a JSON document with all status updates on the actions of @dossier
 */
char *lev_status_updates_to_json (LevDossier *dossier);

G_END_DECLS
