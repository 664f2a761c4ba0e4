/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The file that lists the others of its folder with their checksums. */
#define LEV_MANIFEST_NAME "manifest.sha256"

/* The length of a SHA-256 in hexadecimal. */
#define LEV_SHA256_LENGTH 64

/* Larger than any manifest of ours; more is not read. */
#define LEV_MANIFEST_MAX_SIZE (1u << 20)

/**
 * lev_manifest_print:
 * @checksums: (element-type utf8 utf8): SHA-256 in lower case hexadecimal by file name
 *
 * Returns: (transfer full): the manifest, by name, as `sha256sum --check` reads it
 */
char       *lev_manifest_print        (GHashTable *checksums);

/**
 * lev_manifest_parse:
 * @text: what stands in a manifest
 * @length: its length in bytes
 * @refused: (nullable) (element-type utf8): gets each line that is not used: one that is no entry,
 *   names a file outside of the folder, or gives a name a second checksum
 *
 * Reads a manifest that anybody may have written.
 *
 * Returns: (transfer full) (element-type utf8 utf8): SHA-256 in lower case by file name; each name
 *   is one that lev_manifest_is_safe_name() accepts
 */
GHashTable *lev_manifest_parse        (const char *text,
                                       gsize       length,
                                       GPtrArray  *refused);

/**
 * lev_manifest_is_safe_name:
 * @name: a name from elsewhere
 *
 * Returns: whether @name is a relative path without `.`, `..`, empty parts, backslashes and control
 *   characters, of at most 400 characters
 */
gboolean    lev_manifest_is_safe_name (const char *name);

G_END_DECLS
