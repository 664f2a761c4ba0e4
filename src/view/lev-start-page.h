#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The sidebar of the application: its places, and the rounds. */

#define LEV_TYPE_START_PAGE (lev_start_page_get_type ())
G_DECLARE_FINAL_TYPE (LevStartPage, lev_start_page, LEV, START_PAGE, AdwNavigationPage)

/* Marks the place that is shown beside the sidebar, by the name that `win.place` takes.
 * @place: (nullable): %NULL for none of them */
void lev_start_page_select (LevStartPage *self,
                            const char   *place);

G_END_DECLS
