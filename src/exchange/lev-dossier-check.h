/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-archive-verify.h"

G_BEGIN_DECLS

/* Adds a finding to @self; the strings are copied. */
void lev_archive_check_add (LevArchiveCheck *self,
                            LevFindingKind   kind,
                            const char      *folder,
                            const char      *name,
                            const char      *note);

/**
 * lev_dossier_check_run:
 * @check: gets the findings
 * @root: the folder that is verified, open
 * @path: the path of the dossier below it
 * @cancellable: (nullable): stops it
 *
 * Compares one archived dossier with its manifests.
 */
void lev_dossier_check_run (LevArchiveCheck *check,
                            int              root,
                            const char      *path,
                            GCancellable    *cancellable);

G_END_DECLS
