#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/* Planning the review meeting (step 4): the meeting, who is in it, and what can be proposed. */

/* The review meeting of @review, made in the running edit when there is none yet. */
LevMeeting    *lev_meeting_plan_ensure            (LevReview *review);

/* What is known of @person in @meeting; %NULL for nothing. @meeting may be %NULL. */
LevAttendance *lev_meeting_plan_find_attendance   (LevMeeting *meeting,
                                                   LevPerson  *person);

/* The same, made in the running edit when there is none yet. */
LevAttendance *lev_meeting_plan_ensure_attendance (LevMeeting *meeting,
                                                   LevPerson  *person);

/* Newly allocated: why @person must be invited, in the user's language (“CM of A and B, service
 * owner of C”); the empty string when there is no reason. */
char          *lev_meeting_plan_describe_reason   (LevReview *review,
                                                   LevPerson *person);

/* Everyone who must be invited, and after them who else was invited or present. Each once. */
GPtrArray     *lev_meeting_plan_list_people       (LevReview *review);

/* Newly allocated agenda for the review meeting, a line per item, from the chosen suppliers. */
char          *lev_meeting_plan_propose_agenda    (LevReview *review);

G_END_DECLS
