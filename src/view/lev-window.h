#pragma once

#include "lev-application.h"
#include "lev-review.h"

G_BEGIN_DECLS

/* The window: the sidebar with the application's places, over which that of a round slides, and
 * beside it the page that is chosen there. */

#define LEV_TYPE_WINDOW (lev_window_get_type ())
G_DECLARE_FINAL_TYPE (LevWindow, lev_window, LEV, WINDOW, AdwApplicationWindow)

LevWindow *lev_window_new           (LevApplication *application);

void       lev_window_add_toast     (LevWindow *self,
                                     AdwToast  *toast);

/* Shows why the database at @path could not be opened, and what can be done. */
void       lev_window_show_problem  (LevWindow    *self,
                                     const char   *path,
                                     const GError *error);

/* The round that the sidebar shows; %NULL when it shows the application's places. */
LevReview *lev_window_get_review    (LevWindow *self);

/* Keeps the size for the next start. */
void       lev_window_remember_size (LevWindow *self);

/* Says with @title what is done to the database, until it is open or a problem is shown. */
void       lev_window_show_busy     (LevWindow  *self,
                                     const char *title);

G_END_DECLS
