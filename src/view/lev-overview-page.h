#pragma once

#include "lev-content-page.h"
#include "lev-records.h"

G_BEGIN_DECLS

/* The overview of a round: the leading step with what it still asks, the other steps where
 * something waits, and the matrix of suppliers and steps. */

#define LEV_TYPE_OVERVIEW_PAGE (lev_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (LevOverviewPage, lev_overview_page, LEV, OVERVIEW_PAGE, LevContentPage)

LevOverviewPage *lev_overview_page_new           (LevReview *review);

/* Gives the focus to the first thing that the leading step still asks. */
void             lev_overview_page_focus_missing (LevOverviewPage *self);

/* Shows what the leading step involves. */
void             lev_overview_page_explain       (LevOverviewPage *self);

G_END_DECLS
