/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/*
 * A mail as a file (.eml) that a mail program opens as a draft. Addresses and texts come from
 * records: nothing in them can add a header or a recipient.
 */

typedef struct _LevMail LevMail;

/**
 * lev_mail_new:
 * @id: what the mail is about, for its Message-ID; letters, digits, `.` and `-`
 * @subject: one line; line breaks in it become spaces
 * @text: the body, in lines
 *
 * Returns: (transfer full): a mail without sender and recipients
 */
LevMail *lev_mail_new           (const char *id,
                                 const char *subject,
                                 const char *text);
void     lev_mail_free          (LevMail *self);

/* Who sends it; without an address of @person the mail program fills its own in. */
void     lev_mail_set_from      (LevMail   *self,
                                 LevPerson *person);

/**
 * lev_mail_add_recipient:
 *
 * Returns: %FALSE with %LEV_EXCHANGE_ERROR_ADDRESS when @person has no address, or one that is
 *   none; the message names the person and what to do
 */
gboolean lev_mail_add_recipient (LevMail   *self,
                                 LevPerson *person,
                                 GError   **error);

/* Adds a file named @name of MIME type @type (`application/pdf`). */
void     lev_mail_attach        (LevMail    *self,
                                 const char *name,
                                 const char *type,
                                 GBytes     *content);

/**
 * lev_mail_set_calendar:
 * @method: of @content: `REQUEST`, `CANCEL` or `PUBLISH`
 * @content: iCalendar text
 *
 * Makes the mail an invitation that calendars act on: @content stands beside the text, and once
 * more as a file for programs that do not.
 */
void     lev_mail_set_calendar  (LevMail    *self,
                                 const char *method,
                                 const char *content);

/* The whole mail, with CR LF; the same mail always gives the same bytes. */
GBytes  *lev_mail_to_bytes      (LevMail *self);

/**
 * lev_mail_check_address:
 *
 * Returns: whether @address can be mailed to as it stands: one `@` with something before and after
 *   it, and no space, line break or separator
 */
gboolean lev_mail_check_address (const char *address);

/* Newly allocated: @text on one line: control characters and line breaks become spaces. */
char    *lev_mail_to_line       (const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevMail, lev_mail_free)

G_END_DECLS
