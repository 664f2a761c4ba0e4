/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/*
 * New files are written whole: under a temporary name in the folder where they belong, synced,
 * read back, and only then renamed. Who looks at the folder, a sync client included, sees the old
 * state or the new one and never half a file, also after a power cut.
 */

/**
 * LevNewFileMode:
 * @LEV_NEW_FILE_REPLACE: a file of that name is replaced, in one step
 * @LEV_NEW_FILE_KEEP: a file of that name is kept, and publishing fails
 *
 * What publishing does when the name is taken.
 */
typedef enum
{
  LEV_NEW_FILE_REPLACE,
  LEV_NEW_FILE_KEEP,
} LevNewFileMode;

/**
 * LevNewFileCheck:
 * @temporary: the file as it stands on disk, closed and synced
 * @user_data: what was passed to lev_new_file_publish()
 * @error: return location for an error
 *
 * Reads a file back before it gets its name.
 *
 * Returns: %TRUE when its content is what was meant to be written
 */
typedef gboolean (*LevNewFileCheck) (const char *temporary, gpointer user_data, GError **error);

/**
 * lev_new_file_dup_temporary:
 * @path: the name that a file or folder is to have
 *
 * Makes up an unused name beside @path. It ends in `.tmp`, which OneDrive does not sync.
 *
 * Returns: (transfer full): the temporary name
 */
char    *lev_new_file_dup_temporary       (const char *path);

/**
 * lev_new_file_dup_fixed_temporary:
 * @path: the name that a file is to have, in a folder in which nobody else writes
 *
 * The same for each attempt to write @path, so that the next one writes over what one before it left
 * behind, also when it does not see that: on a server a file can arrive of which the answer is lost.
 *
 * Returns: (transfer full): a temporary name beside @path
 */
char    *lev_new_file_dup_fixed_temporary (const char *path);

/**
 * lev_new_file_is_temporary:
 * @name: the name of a file, without its folder
 *
 * Returns: whether it is one that lev_new_file_dup_temporary() or its like makes up
 */
gboolean lev_new_file_is_temporary        (const char *name);

/**
 * lev_new_file_publish:
 * @temporary: a complete, closed file, named by lev_new_file_dup_temporary()
 * @path: the name it is to have, in the same folder
 * @mode: what to do when @path exists
 * @check: (nullable) (scope call): reads the synced file back
 * @user_data: data for @check
 * @error: return location for an error
 *
 * Syncs @temporary, has it checked, renames it and syncs the folder. On failure @temporary is
 * removed and @path is as it was.
 *
 * Returns: %FALSE with %LEV_EXCHANGE_ERROR_EXISTS when @mode forbids to replace @path,
 *   %LEV_EXCHANGE_ERROR_WRITE when the disk refuses, or the error of @check
 */
gboolean lev_new_file_publish             (const char     *temporary,
                                           const char     *path,
                                           LevNewFileMode  mode,
                                           LevNewFileCheck check,
                                           gpointer        user_data,
                                           GError        **error);

/**
 * lev_new_file_publish_folder:
 * @temporary: a folder of which each file is synced
 * @path: the name it is to have, in the same parent
 * @error: return location for an error
 *
 * Syncs the folders in and above @temporary and renames it. A folder that is already at @path is
 * never replaced. On failure @temporary stays, for the caller to remove.
 *
 * Returns: %FALSE with %LEV_EXCHANGE_ERROR_EXISTS or %LEV_EXCHANGE_ERROR_WRITE
 */
gboolean lev_new_file_publish_folder      (const char *temporary,
                                           const char *path,
                                           GError    **error);

/**
 * lev_new_file_write:
 * @path: the name of the file
 * @content: all of its bytes
 * @mode: what to do when @path exists
 * @error: return location for an error
 *
 * Writes a whole file from memory and compares what is on the disk with @content before it gets
 * its name.
 *
 * Returns: %FALSE with %LEV_EXCHANGE_ERROR_EXISTS, %LEV_EXCHANGE_ERROR_WRITE or
 *   %LEV_EXCHANGE_ERROR_DAMAGED
 */
gboolean lev_new_file_write               (const char    *path,
                                           GBytes        *content,
                                           LevNewFileMode mode,
                                           GError       **error);

/**
 * lev_new_file_write_over:
 * @temporary: a name beside @path; what is there is removed
 *
 * As lev_new_file_write(), by way of @temporary.
 */
gboolean lev_new_file_write_over          (const char    *temporary,
                                           const char    *path,
                                           GBytes        *content,
                                           LevNewFileMode mode,
                                           GError       **error);

/**
 * lev_new_file_sync:
 * @path: a file or folder
 * @error: return location for an error
 *
 * Waits until @path is on the disk. File systems that cannot sync a folder are taken as they are.
 *
 * Returns: %FALSE with %LEV_EXCHANGE_ERROR_WRITE
 */
gboolean lev_new_file_sync                (const char *path,
                                           GError    **error);

G_END_DECLS
