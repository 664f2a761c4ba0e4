/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-outgoing.h"

G_BEGIN_DECLS

/* The mails of follow-up: to one person everything since the last mail to them, the status updates
 * of step 8 or what is definitively finished of step 12. */

/* Newly allocated: the subject of the mail for @outgoing. */
char   *lev_follow_up_mail_dup_subject (const LevOutgoing *outgoing);

/**
 * lev_follow_up_mail_dup_text:
 * @sender: (nullable): who signs it
 *
 * Returns: (transfer full): the text of the mail: per supplier and action what is new, its due date
 *   and when the next update follows
 */
char   *lev_follow_up_mail_dup_text    (const LevOutgoing *outgoing,
                                        LevPerson         *sender);

/**
 * lev_follow_up_mail_to_bytes:
 * @message: as it was recorded
 *
 * Returns: (transfer full): the mail as an .eml file; %NULL with %LEV_EXCHANGE_ERROR_ADDRESS when
 *   the recipient has no address that can be used
 */
GBytes *lev_follow_up_mail_to_bytes    (LevMessage *message,
                                        GError    **error);

/* Newly allocated: a name for the file of @message, with its extension: whom it is for, when it was
 * made, and what it is about. */
char   *lev_follow_up_mail_dup_name    (LevMessage *message);

G_END_DECLS
