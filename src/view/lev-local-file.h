#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * lev_local_file_take:
 * @file: (nullable) (transfer full): what a dialog of files gave
 * @error: return location for an error; set already when @file is %NULL
 *
 * Everything is written and read by path, so that it is whole or not there. What the desktop shows
 * of a server has one only while it is mounted as a folder; else it cannot be used.
 *
 * Returns: (transfer full): @file, or %NULL with %G_IO_ERROR_NOT_SUPPORTED, which says what to do
 */
GFile *lev_local_file_take (GFile   *file,
                            GError **error);

G_END_DECLS
