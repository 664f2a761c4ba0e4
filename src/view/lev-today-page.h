#pragma once

#include "lev-content-page.h"

G_BEGIN_DECLS

/* Today: what waits, by urgency and not by kind. One line is one act; it opens the step. */

#define LEV_TYPE_TODAY_PAGE (lev_today_page_get_type ())
G_DECLARE_FINAL_TYPE (LevTodayPage, lev_today_page, LEV, TODAY_PAGE, LevContentPage)

G_END_DECLS
