/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-archive.h"

G_BEGIN_DECLS

/* A file that is archived. What is large is read only while it is written. */
typedef struct
{
  char    *name;    /* relative, with `/` */
  GBytes  *content; /* NULL for what is read from @source */
  char    *source;
  char    *sha256;   /* of what is read from @source */
  gboolean is_drawn; /* from the other files; it names the day on which that was done */
} LevArchiveFile;

/* Newly allocated: the content of @file; %NULL with %LEV_EXCHANGE_ERROR_DAMAGED when it is gone or
 * is not what was kept. */
GBytes     *lev_archive_file_read     (const LevArchiveFile *file,
                                       GError              **error);

struct _LevArchive
{
  char      *year;
  char      *round;
  char      *supplier;
  char      *zip_name;    /* without extension */
  gint64     moment;      /* seconds since 1970, UTC; the date of everything in the .zip */
  char      *lost;        /* the evidence without a file, by name; NULL for none */
  char      *key;         /* tells this dossier of this machine from others */
  gboolean   is_recorded; /* that it is in an archive already */
  GPtrArray *files;       /* LevArchiveFile */
};

/* Newly allocated: where the folder is written before it has its name, in that of its round: always
 * at the same place for the same dossier and machine, so that the next attempt finds what an
 * interrupted one left. */
char       *lev_archive_dup_temporary (LevArchive *archive,
                                       const char *round);

/**
 * lev_archive_tidy:
 * @folder: a finished folder of a supplier
 *
 * Takes away the temporary files that writing left in @folder: on a server one can have arrived of
 * which the answer was lost, and that was not seen again before the folder had its name. Only what
 * lev_new_file_is_temporary() knows and the manifest does not name is one; without a manifest
 * nothing is.
 */
void        lev_archive_tidy          (const char *folder);

/* The same for each folder of a supplier in @round, the folder of a round. */
void        lev_archive_tidy_round    (const char *round);

/* (transfer full) (nullable): what the manifest of @folder names. */
GHashTable *lev_archive_read_manifest (const char *folder);

/**
 * lev_archive_find_standing:
 * @archive: an archive
 * @round: the folder of its round
 * @cancellable: (nullable): stops it; then nothing is found
 * @checksums: (out) (transfer full): of the files that stand there, by name
 *
 * Looks for a folder of the supplier in @round that is whole and holds the same records and
 * evidence: what an attempt left that lost its connection after the last step. Documents that are
 * drawn from the records may be of another day.
 *
 * Returns: (transfer full) (nullable): its name
 */
char       *lev_archive_find_standing (LevArchive   *archive,
                                       const char   *round,
                                       GCancellable *cancellable,
                                       GHashTable  **checksums);

G_END_DECLS
