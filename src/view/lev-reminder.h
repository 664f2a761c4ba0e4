#pragma once

#include "lev-application.h"

G_BEGIN_DECLS

/* Reminds the user of what is late or due soon while the application runs: a notification at the
 * start and then once a day, when the preferences (`remind`, `remind-days`) want it. */

/* Newly allocated: what @records ask of @user (nullable) that is late or due within @days of
 * @today, in a line; %NULL when there is nothing. */
char *lev_reminder_describe (LevRegister *records,
                             LevPerson   *user,
                             LevDate      today,
                             int          days);

/* Follows @application for as long as it lives. */
void  lev_reminder_start    (LevApplication *application);

/* For @application before it is registered: it reminds once, without a window, and goes. One that
 * runs already reminds by itself. */
void  lev_reminder_only     (LevApplication *application);

G_END_DECLS
