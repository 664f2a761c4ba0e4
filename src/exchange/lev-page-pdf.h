/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lev-page-flow.h"

G_BEGIN_DECLS

/**
 * lev_page_pdf_to_bytes:
 * @title: of the document, as its properties show it
 *
 * Draws the pages of @flow as a PDF. With the same content and the same clock the bytes are the
 * same.
 *
 * Returns: (transfer full): the document; %NULL with an error of LEV_EXCHANGE_ERROR
 */
GBytes  *lev_page_pdf_to_bytes (LevPageFlow *flow,
                                const char  *title,
                                GError     **error);

/**
 * lev_page_pdf_write:
 * @path: a PDF file, which is replaced
 *
 * Writes what lev_page_pdf_to_bytes() gives.
 *
 * Returns: %FALSE with an error of LEV_EXCHANGE_ERROR
 */
gboolean lev_page_pdf_write    (LevPageFlow *flow,
                                const char  *title,
                                const char  *path,
                                GError     **error);

G_END_DECLS
