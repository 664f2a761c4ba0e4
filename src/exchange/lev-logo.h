/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The picture of an organisation on what is produced. It comes from anywhere, so that what is kept
 * is not the file but a small PNG that was drawn anew from it, and that is checked again each time:
 * a database may come from anywhere too. */

/* What a logo is kept at, in pixels. */
#define LEV_LOGO_MAX_WIDTH  (480)
#define LEV_LOGO_MAX_HEIGHT (160)

/**
 * lev_logo_import:
 * @file: a PNG or a JPEG file
 *
 * Returns: (transfer full): the picture as it is kept in a record: a PNG in base64; %NULL with
 *   %LEV_EXCHANGE_ERROR_PICTURE when @file is too large or no such picture, or an error of GIO
 */
char   *lev_logo_import (GFile   *file,
                         GError **error);

/**
 * lev_logo_decode:
 * @text: (nullable): what lev_logo_import() gave, or anything
 * @width: (out): in pixels
 * @height: (out): in pixels
 *
 * Returns: (transfer full) (nullable): a PNG of at most LEV_LOGO_MAX_WIDTH by LEV_LOGO_MAX_HEIGHT;
 *   %NULL for anything else
 */
GBytes *lev_logo_decode (const char *text,
                         int        *width,
                         int        *height);

G_END_DECLS
