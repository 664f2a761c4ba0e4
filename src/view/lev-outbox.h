#pragma once

#include "lev-meeting.h"

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

G_END_DECLS
