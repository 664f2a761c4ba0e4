#pragma once

#include "lev-records.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The sidebar of a round: its overview, what waits for the user in it, and the fourteen steps in
 * five phases. */

#define LEV_TYPE_RAIL_PAGE (lev_rail_page_get_type ())
G_DECLARE_FINAL_TYPE (LevRailPage, lev_rail_page, LEV, RAIL_PAGE, AdwNavigationPage)

LevRailPage *lev_rail_page_new         (LevReview *review);

LevReview   *lev_rail_page_get_review  (LevRailPage *self);

/* Marks what is shown beside the rail: a step, or 0 for the overview. */
void         lev_rail_page_select      (LevRailPage *self,
                                        guint        number);

/* Marks that the user's own work is shown beside the rail. */
void         lev_rail_page_select_work (LevRailPage *self);

G_END_DECLS
