#pragma once

#include "lev-store-error.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The files that belong to the records of a database: evidence. They are kept beside it in the
 * folder `<database>.files`, each under its SHA-256, so that the same file is there once and one
 * that was changed is found out. */

/* The largest file that is taken in. */
#define LEV_FILE_STORE_LARGEST (100 * 1024 * 1024)

/* Newly allocated: the folder of the files of the database at @database. */
char    *lev_file_store_dup_folder (const char *database);

/* Newly allocated: where the file with @sha256 of the database at @database is kept; %NULL when
 * @sha256 is no SHA-256. */
char    *lev_file_store_dup_path   (const char *database,
                                    const char *sha256);

/**
 * lev_file_store_add:
 * @source: any file, also one that is not local
 *
 * Copies @source in, synced to the disk. It takes time in proportion to the file.
 *
 * Returns: (transfer full): its SHA-256 in hexadecimal; %NULL with an error
 */
char    *lev_file_store_add        (const char   *database,
                                    GFile        *source,
                                    GCancellable *cancellable,
                                    GError      **error);

/**
 * lev_file_store_check_out:
 * @name: how the file is called
 * @folder: where the copy goes; a folder of its own in it
 *
 * Reads the file with @sha256 back, and makes a copy for other programs under its own name, so
 * that nothing happens to the one that is kept.
 *
 * Returns: (transfer full): the path of the copy; %NULL with LEV_STORE_ERROR_NOT_FOUND when the
 *   file is not on this machine, or _DAMAGED when it is not what was kept
 */
char    *lev_file_store_check_out  (const char *database,
                                    const char *sha256,
                                    const char *name,
                                    const char *folder,
                                    GError    **error);

/**
 * lev_file_store_read:
 *
 * Returns: (transfer full): the content that is kept under @sha256; %NULL with
 *   LEV_STORE_ERROR_NOT_FOUND when it is not on this machine, or _DAMAGED when it is not what was
 *   kept
 */
GBytes  *lev_file_store_read       (const char *database,
                                    const char *sha256,
                                    GError    **error);

/**
 * lev_file_store_keep:
 * @content: what @sha256 is the checksum of
 *
 * Keeps @content, synced to the disk. What is there already and right stays; what is damaged is
 * replaced.
 *
 * Returns: %FALSE with LEV_STORE_ERROR_FULL, _READ_ONLY or _FAILED
 */
gboolean lev_file_store_keep       (const char *database,
                                    const char *sha256,
                                    GBytes     *content,
                                    GError    **error);

G_END_DECLS
