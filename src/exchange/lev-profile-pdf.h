/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-dossier.h"

G_BEGIN_DECLS

/**
 * lev_profile_pdf_write:
 * @path: a PDF file, which is replaced
 *
 * Writes the document of @dossier. With the same content and the same clock the bytes are the same.
 *
 * Returns: %FALSE with an error of LEV_EXCHANGE_ERROR
 */
gboolean lev_profile_pdf_write (LevDossier *dossier,
                                const char *path,
                                GError    **error);

G_END_DECLS
