/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * Reading a folder that others can write in. Paths are taken apart here and opened part by part
 * without following symbolic links, so that nothing outside of the folder is reached, whatever is
 * exchanged in it meanwhile; devices and pipes are not opened.
 */

/* Larger than any file that is archived. */
#define LEV_UNTRUSTED_MAX_FILE (G_GUINT64_CONSTANT (1) << 31)

/* The same for a document of which the content is compared. */
#define LEV_UNTRUSTED_MAX_DOCUMENT (128u << 20)

/**
 * LevUntrustedState:
 * @LEV_UNTRUSTED_FILE: an ordinary file
 * @LEV_UNTRUSTED_FOLDER: a folder
 * @LEV_UNTRUSTED_ABSENT: there is nothing of that name
 * @LEV_UNTRUSTED_OTHER: a symbolic link, a device, or something that cannot be opened
 */
typedef enum
{
  LEV_UNTRUSTED_FILE,
  LEV_UNTRUSTED_FOLDER,
  LEV_UNTRUSTED_ABSENT,
  LEV_UNTRUSTED_OTHER,
} LevUntrustedState;

/**
 * lev_untrusted_folder_open:
 * @parent: a folder
 * @path: a path below @parent for which lev_manifest_is_safe_name() holds, or the empty string
 *
 * Returns: a new file descriptor, or -1
 */
int         lev_untrusted_folder_open      (int         parent,
                                            const char *path);

/**
 * lev_untrusted_folder_open_file:
 * @folder: a folder
 * @path: a path below @folder for which lev_manifest_is_safe_name() holds
 * @state: (out): what is there
 *
 * Returns: a new file descriptor of an ordinary file, or -1
 */
int         lev_untrusted_folder_open_file (int                folder,
                                            const char        *path,
                                            LevUntrustedState *state);

/**
 * lev_untrusted_folder_list:
 * @folder: a folder
 *
 * Returns: (transfer full) (element-type utf8 LevUntrustedState): what is in @folder, by name; at
 *   most 100,000 entries
 */
GHashTable *lev_untrusted_folder_list      (int folder);

/**
 * lev_untrusted_checksum:
 * @fd: a file
 * @cancellable: (nullable): stops it
 * @n_bytes: (inout): is raised by what was read
 *
 * Returns: (transfer full): the SHA-256 in hexadecimal; %NULL when the file cannot be read, is
 *   larger than %LEV_UNTRUSTED_MAX_FILE, or the work was stopped
 */
char       *lev_untrusted_checksum         (int           fd,
                                            GCancellable *cancellable,
                                            guint64      *n_bytes);

/**
 * lev_untrusted_read:
 * @fd: a file
 * @max: how many bytes to read at most
 *
 * Returns: (transfer full): the start of the file, or %NULL
 */
GBytes     *lev_untrusted_read             (int   fd,
                                            gsize max);

G_END_DECLS
