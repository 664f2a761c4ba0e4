/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How much an archive from elsewhere may make us read: entries, and bytes once inflated. */
#define LEV_ZIP_MAX_ENTRIES 10000
#define LEV_ZIP_MAX_SIZE    (G_GUINT64_CONSTANT (1) << 31)

/**
 * LevZipWriter:
 *
 * A .zip file while it is written. Equal content and an equal moment give equal bytes.
 */
typedef struct _LevZipWriter LevZipWriter;

/**
 * lev_zip_writer_new:
 * @path: the file, which is replaced
 * @moment: the time that each entry carries, in seconds since 1970 (UTC)
 * @error: return location for an error
 *
 * Returns: (transfer full): the writer, or %NULL with %LEV_EXCHANGE_ERROR_WRITE
 */
LevZipWriter *lev_zip_writer_new     (const char *path,
                                      gint64      moment,
                                      GError    **error);

/**
 * lev_zip_writer_add:
 * @self: a writer
 * @name: the entry's name, with `/` between folders
 * @content: its bytes
 * @error: return location for an error
 *
 * Returns: %FALSE with %LEV_EXCHANGE_ERROR_WRITE
 */
gboolean      lev_zip_writer_add     (LevZipWriter *self,
                                      const char   *name,
                                      GBytes       *content,
                                      GError      **error);

/**
 * lev_zip_writer_close:
 * @self: a writer
 * @error: return location for an error
 *
 * Writes the directory of the .zip, without which it cannot be read.
 *
 * Returns: %FALSE with %LEV_EXCHANGE_ERROR_WRITE
 */
gboolean      lev_zip_writer_close   (LevZipWriter *self,
                                      GError      **error);

void          lev_zip_writer_free    (LevZipWriter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevZipWriter, lev_zip_writer_free)

/**
 * lev_zip_read_checksums:
 * @path: a .zip file
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Inflates every entry, compares it with its CRC and computes its SHA-256.
 *
 * Returns: (transfer full) (element-type utf8 utf8): the SHA-256 in hexadecimal by the name of the
 *   entry, or %NULL with %LEV_EXCHANGE_ERROR_DAMAGED when something is wrong with the file, a name
 *   occurs twice or it is larger than %LEV_ZIP_MAX_ENTRIES or %LEV_ZIP_MAX_SIZE, or
 *   %G_IO_ERROR_CANCELLED
 */
GHashTable   *lev_zip_read_checksums (const char   *path,
                                      GCancellable *cancellable,
                                      GError      **error);

/**
 * lev_zip_read_entry:
 * @path: a .zip file
 * @name: the name of an entry
 * @error: return location for an error
 *
 * Returns: (transfer full): the content of the entry, or %NULL with %LEV_EXCHANGE_ERROR_DAMAGED
 *   when there is none or it is damaged or over 128 MiB
 */
GBytes       *lev_zip_read_entry     (const char *path,
                                      const char *name,
                                      GError    **error);

G_END_DECLS
