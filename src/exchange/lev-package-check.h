/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * lev_package_check:
 * @path: an Office Open XML package, which is a .zip
 * @error: return location for an error
 *
 * Reads a whole package back: each entry must inflate to its CRC, and each XML part must be UTF-8
 * without control characters, in which as many elements are closed as were opened. It does not
 * know what the parts mean; it finds what a full disk or a writing error leaves behind.
 *
 * Returns: %FALSE with %LEV_EXCHANGE_ERROR_DAMAGED when something is wrong
 */
gboolean lev_package_check (const char *path,
                            GError    **error);

G_END_DECLS
