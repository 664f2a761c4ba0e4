/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-profile-version.h"
#include "lev-register.h"

G_BEGIN_DECLS

/**
 * lev_profile_restore:
 * @version: a version of the profile of a dossier
 * @dossier: (out) (transfer none): the dossier as it was frozen
 * @error: return location for an error
 *
 * Makes a copy of the dossier in which the profile is what it was when @version was frozen, with
 * what was recorded up to then.
 *
 * Returns: (transfer full): the register of that copy, or %NULL with %LEV_EXCHANGE_ERROR_READ when
 *   the content of @version is no profile
 */
LevRegister *lev_profile_restore (LevProfileVersion *version,
                                  LevDossier       **dossier,
                                  GError           **error);

G_END_DECLS
