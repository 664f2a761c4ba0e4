/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lev-review.h"

G_BEGIN_DECLS

/* What is reported back to the MT (process step 10): which actions were agreed, which of them are
 * done and which are not, and what the MT did not take. Contract management chooses the form: each
 * CM apart, bundled for a round, or once a year over all rounds. */

/**
 * LevFeedback:
 * @review: the round, or one of the year
 * @manager: (nullable): only of the suppliers of this CM
 * @is_yearly: over all rounds of the year in which @review ends
 *
 * What the document is about.
 */
typedef struct
{
  LevReview *review;
  LevPerson *manager;
  gboolean   is_yearly;
} LevFeedback;

/* The year to which @review belongs: that in which its period ends; 0 without a period. */
int      lev_feedback_get_year  (LevReview *review);

/* The first round of @year in @records; %NULL for none. */
gpointer lev_feedback_find      (LevRegister *records,
                                 int          year);

/* Newly allocated: the title, which is also a name for the file. */
char    *lev_feedback_dup_title (const LevFeedback *feedback);

/**
 * lev_feedback_write:
 * @path: a PDF file, which is replaced
 *
 * Writes the document. With the same content and the same clock the bytes are the same.
 *
 * Returns: %FALSE with an error of LEV_EXCHANGE_ERROR
 */
gboolean lev_feedback_write     (const LevFeedback *feedback,
                                 const char        *path,
                                 GError           **error);

G_END_DECLS
