#pragma once

#include "lev-meeting.h"
#include "lev-outgoing.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What leaves for other people: it is written as a file in the user's cache folder and handed to
 * the program that is used for it, where the user sees it before it is sent. */

/* Opens the invitation for @meeting as a mail to everyone who is in it, and remembers that it was
 * sent; an edit that can be undone. */
void lev_outbox_send_invitation     (GtkWidget  *parent,
                                     LevMeeting *meeting);

/* The same, that it is withdrawn. */
void lev_outbox_withdraw_invitation (GtkWidget  *parent,
                                     LevMeeting *meeting);

/* Opens @meeting for the user's own calendar. */
void lev_outbox_open_in_calendar    (GtkWidget  *parent,
                                     LevMeeting *meeting);

/* Opens the year calendar of the coming two years for the user's own calendar. */
void lev_outbox_open_year_calendar  (GtkWidget *parent);

/* Opens the minutes of the meeting about @review as a mail to everyone who was invited or there. */
void lev_outbox_send_minutes        (GtkWidget *parent,
                                     LevReview *review);

/* Opens the mail for @outgoing in the mail program, and records that it was sent; an edit that can be
 * undone. */
void lev_outbox_send_follow_up      (GtkWidget         *parent,
                                     const LevOutgoing *outgoing);

/* The same as a file, for mail programs that take that. */
void lev_outbox_open_follow_up      (GtkWidget         *parent,
                                     const LevOutgoing *outgoing);

/* Writes the mails for @all (element-type LevOutgoing) as files in @folder, and records that they
 * were sent; with an error nothing is recorded. */
void lev_outbox_save_follow_up      (GtkWidget *parent,
                                     GPtrArray *all,
                                     GFile     *folder);

G_END_DECLS
