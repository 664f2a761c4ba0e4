/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lev-dossier.h"

G_BEGIN_DECLS

/* The first file of the .zip, by which it is known as one of ours; see nl.levman.Review.xml. */
#define LEV_ARCHIVE_DOSSIER_NAME "levman-dossier.json"

/* How the name of the authoritative .zip ends: one like any other, that is still told apart. */
#define LEV_ARCHIVE_SUFFIX ".levman.zip"

/**
 * LevArchive:
 *
 * What is kept of a dossier (process step 13): its profile as it was discussed with the MT and as
 * it is now, its actions with their decisions and status updates, as PDF, workbook and JSON, and
 * the files of the evidence. It is gathered from the records at once, and holds on to none of them,
 * so that it can be written in another thread.
 */
typedef struct _LevArchive LevArchive;

/**
 * LevArchiveProgress:
 * @fraction: how much is done, from 0 to 1
 * @message: what is being done
 * @user_data: what was passed along
 *
 * Tells how far the writing is, in the thread that writes.
 */
typedef void (*LevArchiveProgress) (double fraction, const char *message, gpointer user_data);

/**
 * LevArchiveResult:
 * @path: the authoritative .zip, relative to the archive's folder, with `/`
 * @sha256: its SHA-256 in hexadecimal
 * @n_files: how many files were written, the .zip and the manifest included
 *
 * What was written, and for lev_process_record_archive() to record.
 */
typedef struct
{
  char *path;
  char *sha256;
  guint n_files;
} LevArchiveResult;

/**
 * lev_archive_new:
 * @dossier: a dossier; whether it may be archived is not asked here
 * @files: (nullable): the folder in which the files of the evidence are, each under its SHA-256
 * @error: return location for an error
 *
 * Gathers what is to be kept of @dossier as it stands now. The files of the evidence are read when
 * they are written; what is not in @files is listed in a file of its own.
 *
 * Returns: (transfer full): the archive, or %NULL when a document cannot be made, or with
 *   %LEV_EXCHANGE_ERROR_DAMAGED when a version of the profile is not what was frozen
 */
LevArchive       *lev_archive_new         (LevDossier *dossier,
                                           const char *files,
                                           GError    **error);

/* The evidence whose file is not there, by name, with commas; %NULL when all is there. */
const char       *lev_archive_get_lost    (LevArchive *self);

void              lev_archive_free        (LevArchive *self);

/**
 * lev_archive_write:
 * @self: an archive
 * @folder: the folder of all archives, made when it is not there
 * @progress: (nullable) (scope call): is told how far it is
 * @user_data: data for @progress
 * @cancellable: (nullable): stops it; then nothing is left behind
 * @error: return location for an error
 *
 * Writes a folder `year/round/supplier` with every file, `manifest.sha256` and the .zip, which
 * holds the same files and a manifest of its own. Everything is written under a temporary name,
 * synced and read back before the folder gets its name. An archive that is already there is never
 * touched: the new one is the next version, and its name says so. When the connection to @folder was
 * lost, what is left under the temporary name is taken up by the next attempt; and when nothing but
 * the last answer was lost, a dossier that is not recorded as archived stands there already, and is
 * returned as it stands.
 *
 * Returns: (transfer full): what was written, or %NULL with %LEV_EXCHANGE_ERROR_WRITE,
 *   %LEV_EXCHANGE_ERROR_DAMAGED, %LEV_EXCHANGE_ERROR_ARCHIVE when the path would be too long for
 *   SharePoint, or %G_IO_ERROR_CANCELLED
 */
LevArchiveResult *lev_archive_write       (LevArchive        *self,
                                           const char        *folder,
                                           LevArchiveProgress progress,
                                           gpointer           user_data,
                                           GCancellable      *cancellable,
                                           GError           **error);

void              lev_archive_result_free (LevArchiveResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevArchive, lev_archive_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevArchiveResult, lev_archive_result_free)

G_END_DECLS
