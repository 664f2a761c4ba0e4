/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/*
 * The meeting with the MT in other people's calendars (step 4): as iCalendar (RFC 5545, with the
 * methods of RFC 5546), alone or in a mail.
 */

/**
 * LevInvitationMethod:
 * @LEV_INVITATION_REQUEST: asks everyone who is in the meeting to come; once more with what changed
 * @LEV_INVITATION_CANCEL: withdraws what was asked
 * @LEV_INVITATION_PUBLISH: for the own calendar: nobody is asked anything
 */
typedef enum
{
  LEV_INVITATION_REQUEST,
  LEV_INVITATION_CANCEL,
  LEV_INVITATION_PUBLISH,
} LevInvitationMethod;

/**
 * lev_invitation_to_calendar:
 * @meeting: a meeting with a date
 * @sequence: which version of it this is; the first one is 0
 *
 * Times are those of Europe/Amsterdam, with that time zone in the text. The coordinator of the
 * round is the organizer.
 *
 * Returns: (transfer full): the text, or %NULL with %LEV_EXCHANGE_ERROR_ADDRESS when an address
 *   that is needed is missing, or %LEV_EXCHANGE_ERROR_INVITATION when there is no date yet
 */
char   *lev_invitation_to_calendar (LevMeeting         *meeting,
                                    LevInvitationMethod method,
                                    int                 sequence,
                                    GError            **error);

/**
 * lev_invitation_to_mail:
 *
 * Returns: (transfer full): a whole mail (.eml) to everyone who is in the meeting, with the agenda
 *   as text and the invitation for their calendars; errors as lev_invitation_to_calendar()
 */
GBytes *lev_invitation_to_mail     (LevMeeting         *meeting,
                                    LevInvitationMethod method,
                                    int                 sequence,
                                    GError            **error);

/* Newly allocated: the subject and the text of that mail, for mail programs that are asked. */
char   *lev_invitation_dup_subject (LevMeeting         *meeting,
                                    LevInvitationMethod method,
                                    int                 sequence);
char   *lev_invitation_dup_text    (LevMeeting         *meeting,
                                    LevInvitationMethod method,
                                    int                 sequence);

G_END_DECLS
