#pragma once

#include "lev-content-page.h"
#include "lev-records.h"

G_BEGIN_DECLS

/* The overview of a round: the leading step with what it still asks, and the matrix of suppliers
 * and steps. */

#define LEV_TYPE_OVERVIEW_PAGE (lev_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (LevOverviewPage, lev_overview_page, LEV, OVERVIEW_PAGE, LevContentPage)

LevOverviewPage *lev_overview_page_new (LevReview *review);

G_END_DECLS
