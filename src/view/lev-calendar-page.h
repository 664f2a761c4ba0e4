#pragma once

#include "lev-content-page.h"

G_BEGIN_DECLS

/* The year calendar: when rounds are due, and who coordinates them. */

#define LEV_TYPE_CALENDAR_PAGE (lev_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (LevCalendarPage, lev_calendar_page, LEV, CALENDAR_PAGE, LevContentPage)

G_END_DECLS
