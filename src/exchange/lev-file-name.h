/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The longest name, in bytes of UTF-8. It leaves room for three of them and a folder of the user
 * within the 400 characters that SharePoint allows for a path. */
#define LEV_FILE_NAME_MAX 80

/* The longest path below the folder of the user, in characters. */
#define LEV_FILE_PATH_MAX 400

/**
 * lev_file_name_new:
 * @text: (nullable): what the file or folder is about, such as a supplier's name
 *
 * Makes a name that SharePoint, OneDrive, Windows and this machine accept and in which people
 * recognise @text: what is forbidden becomes something that looks like it, and what is too long is
 * cut. The rules are those that Microsoft publishes for SharePoint in Microsoft 365 and for older
 * servers, together. An extension is to be added by the caller.
 *
 * Returns: (transfer full): a name of at most %LEV_FILE_NAME_MAX bytes, never empty
 */
char *lev_file_name_new     (const char *text);

/**
 * lev_file_name_dup_key:
 * @name: a name
 *
 * Returns: (transfer full): a text that is equal for names which a file system that ignores case
 *   or the form of accents takes as one
 */
char *lev_file_name_dup_key (const char *name);

G_END_DECLS
