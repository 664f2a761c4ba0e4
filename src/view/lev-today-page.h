#pragma once

#include "lev-content-page.h"

G_BEGIN_DECLS

/* Today: the rounds that run, and what waits for the user, by urgency and not by kind. One line is
 * one act; it leads to where it is done. */

#define LEV_TYPE_TODAY_PAGE (lev_today_page_get_type ())
G_DECLARE_FINAL_TYPE (LevTodayPage, lev_today_page, LEV, TODAY_PAGE, LevContentPage)

G_END_DECLS
