/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lev-review.h"

G_BEGIN_DECLS

/* The minutes of the MT meeting as a mail: the decisions in its text, all of it in the PDF that
 * comes with it. */

/* Newly allocated: the subject, which is also a name for the file. */
char   *lev_minutes_mail_dup_subject (LevReview *review);

/* Newly allocated: the text, in the user's language. */
char   *lev_minutes_mail_dup_text    (LevReview *review);

/**
 * lev_minutes_mail_to_bytes:
 *
 * The mail (.eml) from the coordinating CM to everyone who was invited to the meeting of @review or
 * was there (process step 6).
 *
 * Returns: (transfer full): the mail; %NULL with %LEV_EXCHANGE_ERROR_ADDRESS when one of them cannot
 *   be mailed to, or an error of LEV_EXCHANGE_ERROR
 */
GBytes *lev_minutes_mail_to_bytes    (LevReview *review,
                                      GError   **error);

G_END_DECLS
