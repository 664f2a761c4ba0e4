#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/* Planning the review meeting (step 4): the meeting, who is in it, and what can be proposed. */

/* The review meeting of @review, made in the running edit when there is none yet. */
LevMeeting        *lev_meeting_plan_ensure               (LevReview *review);

/* What is known of @person in @meeting; %NULL for nothing. @meeting may be %NULL. */
LevAttendance     *lev_meeting_plan_find_attendance      (LevMeeting *meeting,
                                                          LevPerson  *person);

/* The same, made in the running edit when there is none yet. */
LevAttendance     *lev_meeting_plan_ensure_attendance    (LevMeeting *meeting,
                                                          LevPerson  *person);

/* Newly allocated: why @person must be invited, in the user's language (“CM of A and B, service
 * owner of C”); the empty string when there is no reason. */
char              *lev_meeting_plan_describe_reason      (LevReview *review,
                                                          LevPerson *person);

/* Everyone who must be invited, and after them who else was invited or present. Each once. */
GPtrArray         *lev_meeting_plan_list_people          (LevReview *review);

/* Newly allocated agenda for the review meeting, a line per item, from the chosen suppliers. */
char              *lev_meeting_plan_propose_agenda       (LevReview *review);

/* Newly allocated: the agenda of @meeting with a line per item, also when it was written on one line
 * with “;” between them; %NULL without one. */
char              *lev_meeting_plan_dup_agenda           (LevMeeting *meeting);

/* How the invitation of a meeting stands to what was sent last. */
typedef enum
{
  LEV_INVITATION_STATE_OPEN, /* not sent yet, or withdrawn */
  LEV_INVITATION_STATE_SENT,
  LEV_INVITATION_STATE_CHANGED, /* date, place, agenda or guests are others since */
} LevInvitationState;

LevInvitationState lev_meeting_plan_get_invitation_state (LevMeeting *meeting);

/* The SEQUENCE that the next invitation must have (RFC 5546, section 2.1.4). */
int                lev_meeting_plan_get_sequence         (LevMeeting *meeting);

/* Remembers, in the running edit, that the invitation was sent as the meeting is now: everyone who
 * must be there is then invited. */
void               lev_meeting_plan_note_sent            (LevMeeting *meeting);

/* The same, that the invitation was withdrawn. */
void               lev_meeting_plan_note_withdrawn       (LevMeeting *meeting);

G_END_DECLS
