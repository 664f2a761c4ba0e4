/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-dossier.h"
#include "lev-register.h"

G_BEGIN_DECLS

#define LEV_DOSSIER_FORMAT "levman-dossier"

/**
 * lev_dossier_to_json:
 * @dossier: a dossier
 *
 * Everything that is needed to show @dossier without the database that it comes from, record by
 * record: its parts, its round with the meetings, its supplier with services and contracts, the
 * handbook that it was filled in with, its predecessor in the previous round, and the people named
 * in them. What is deleted is left out. Equal records give equal bytes.
 *
 * Returns: (transfer full): a JSON document
 */
char        *lev_dossier_to_json   (LevDossier *dossier);

/**
 * lev_dossier_from_json:
 * @text: what lev_dossier_to_json() made once, and someone may have changed since
 * @dossier: (out) (transfer none): the dossier
 * @error: return location for an error
 *
 * Returns: (transfer full): a register with those records, or %NULL with %LEV_EXCHANGE_ERROR_READ
 *   when @text is not whole: nothing in it refers to what is not there
 */
LevRegister *lev_dossier_from_json (const char  *text,
                                    LevDossier **dossier,
                                    GError     **error);

G_END_DECLS
