/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lev-review.h"

G_BEGIN_DECLS

/**
 * lev_minutes_write:
 * @path: a PDF file, which is replaced
 *
 * Writes the minutes of the meeting with the MT (process step 6): who was present, what was noted,
 * and per supplier the decisions with their reasons, on which version of the profile they rest, who
 * accepts the residual risk and until when.
 *
 * Returns: %FALSE with an error of LEV_EXCHANGE_ERROR
 */
gboolean lev_minutes_write  (LevReview  *review,
                             const char *path,
                             GError    **error);

/* The same as lev_minutes_write(), in memory: newly allocated, or %NULL with an error. */
GBytes  *lev_minutes_to_pdf (LevReview *review,
                             GError   **error);

G_END_DECLS
