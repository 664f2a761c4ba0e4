#pragma once

#include "lev-content-page.h"

G_BEGIN_DECLS

/* The mitigation actions of all rounds: searched, by state, the first due first. */

#define LEV_TYPE_ACTIONS_PAGE (lev_actions_page_get_type ())
G_DECLARE_FINAL_TYPE (LevActionsPage, lev_actions_page, LEV, ACTIONS_PAGE, LevContentPage)

G_END_DECLS
