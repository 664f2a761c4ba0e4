/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * lev_pdf_has_equal_content:
 * @a: a PDF file
 * @b: another one
 *
 * Compares what two PDF files show, whoever wrote them and whatever is in their properties: every
 * stream except metadata and the tables of the file itself, inflated, and how many pages, notes,
 * forms, attachments and scripts there are. It errs on the side of a difference: who writes the
 * pictures or the text of a page anew has changed it.
 *
 * Returns: whether both show the same
 */
gboolean lev_pdf_has_equal_content (GBytes *a,
                                    GBytes *b);

G_END_DECLS
