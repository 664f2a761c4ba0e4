/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lev-archive.h"

G_BEGIN_DECLS

/**
 * LevFindingKind:
 * @LEV_FINDING_RIGHT: the file is as it was written
 * @LEV_FINDING_ALTERED: the storage rewrote the file, as SharePoint does with Office, PDF and HTML
 *   files; the .zip holds it as it was written, and every cell of a workbook still shows the same
 * @LEV_FINDING_MISSING: the file is not there
 * @LEV_FINDING_CHANGED: the file has another content than was written
 * @LEV_FINDING_EXTRA: the file is not of the archive
 * @LEV_FINDING_UNSAFE: what the manifest or the folder names is not looked at: a path outside of
 *   the folder, a symbolic link, a device
 *
 * What is found of a file in an archive.
 */
typedef enum
{
  LEV_FINDING_RIGHT,
  LEV_FINDING_ALTERED,
  LEV_FINDING_MISSING,
  LEV_FINDING_CHANGED,
  LEV_FINDING_EXTRA,
  LEV_FINDING_UNSAFE,
} LevFindingKind;

#define LEV_FINDING_N_KINDS (LEV_FINDING_UNSAFE + 1)

/**
 * LevFinding:
 * @kind: what is found
 * @folder: the folder of the dossier, relative to the one that is verified; empty for itself
 * @name: the name of the file in it
 * @note: (nullable): what more there is to say
 */
typedef struct
{
  LevFindingKind kind;
  char          *folder;
  char          *name;
  char          *note;
} LevFinding;

/**
 * LevArchiveCheck:
 * @findings: (element-type LevFinding): one per file, by folder and name
 * @n_found: how many findings there are of each kind
 * @n_folders: how many dossiers were found
 * @n_bytes: how much was read
 *
 * The outcome of verifying an archive.
 */
typedef struct
{
  GPtrArray *findings;
  guint      n_found[LEV_FINDING_N_KINDS];
  guint      n_folders;
  guint64    n_bytes;
} LevArchiveCheck;

/**
 * lev_archive_verify:
 * @folder: a folder with archived dossiers in it, or one of those
 * @progress: (nullable) (scope call): is told how far it is
 * @user_data: data for @progress
 * @cancellable: (nullable): stops it
 * @error: return location for an error
 *
 * Compares each dossier in @folder with its `manifest.sha256`, and that with the one in the .zip,
 * which decides when the loose files and the loose manifest disagree with it. Nothing is changed.
 * Symbolic links are not followed, nothing outside of @folder is read, and no file of more than
 * 2 GiB is: an archive may come from anywhere.
 *
 * Returns: (transfer full): what was found, or %NULL with %LEV_EXCHANGE_ERROR_READ when @folder
 *   cannot be read, %LEV_EXCHANGE_ERROR_ARCHIVE when there is no archive in it, or
 *   %G_IO_ERROR_CANCELLED
 */
LevArchiveCheck *lev_archive_verify         (const char        *folder,
                                             LevArchiveProgress progress,
                                             gpointer           user_data,
                                             GCancellable      *cancellable,
                                             GError           **error);

/**
 * lev_archive_check_is_right:
 * @self: a check
 *
 * Returns: whether everything that was archived is still there with its content: no file is
 *   missing, changed or unsafe
 */
gboolean         lev_archive_check_is_right (const LevArchiveCheck *self);

/**
 * lev_archive_check_to_json:
 * @self: a check
 *
 * Returns: (transfer full): the check as a JSON document for programs
 */
char            *lev_archive_check_to_json  (const LevArchiveCheck *self);

/* The name of @kind in JSON: `right`, `altered`, `missing`, `changed`, `extra`, `unsafe`. */
const char      *lev_finding_kind_get_nick  (LevFindingKind kind);

/* The same for people, in their language. */
const char      *lev_finding_kind_get_label (LevFindingKind kind);

void             lev_archive_check_free     (LevArchiveCheck *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevArchiveCheck, lev_archive_check_free)

G_END_DECLS
