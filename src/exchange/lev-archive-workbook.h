/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-dossier.h"

G_BEGIN_DECLS

/**
 * lev_archive_workbook_write:
 * @dossier: a dossier
 * @path: the file, which is replaced
 * @moment: what the file gives as its date, in seconds since 1970 (UTC)
 * @error: return location for an error
 *
 * Writes everything that is archived of @dossier as a workbook for people: the profile, its
 * criteria, risks and actions, the status updates and the decisions, each on a sheet that follows
 * the field table of its records.
 *
 * Returns: %FALSE with an error of lev_workbook_save()
 */
gboolean lev_archive_workbook_write (LevDossier *dossier,
                                     const char *path,
                                     gint64      moment,
                                     GError    **error);

G_END_DECLS
