/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * lev_workbook_has_equal_cells:
 * @path: an Office Open XML workbook from anywhere
 * @original: the workbook that it should show, which is one of ours
 *
 * Compares what people see in the cells of two workbooks: texts and numbers, sheet by sheet.
 * Everything else may differ: properties, labels, formats, how texts are stored, and the order and
 * compression of the parts, which is what a storage changes when it rewrites a file.
 *
 * Returns: whether every cell is equal; %FALSE also when one of them cannot be read,
 *   or a part of @path is over 64 MiB
 */
gboolean lev_workbook_has_equal_cells (const char *path,
                                       const char *original);

G_END_DECLS
