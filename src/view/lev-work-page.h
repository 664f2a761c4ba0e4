#pragma once

#include "lev-content-page.h"
#include "lev-review.h"

G_BEGIN_DECLS

/* My work: what waits for the user in one round, by urgency. */

#define LEV_TYPE_WORK_PAGE (lev_work_page_get_type ())
G_DECLARE_FINAL_TYPE (LevWorkPage, lev_work_page, LEV, WORK_PAGE, LevContentPage)

AdwNavigationPage *lev_work_page_new (LevReview *review);

G_END_DECLS
