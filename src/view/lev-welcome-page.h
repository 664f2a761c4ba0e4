#pragma once

#include "lev-content-page.h"

G_BEGIN_DECLS

/* What is shown while no database is open, and so at the first start: what can be done, and where
 * the database will be. */

#define LEV_TYPE_WELCOME_PAGE (lev_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (LevWelcomePage, lev_welcome_page, LEV, WELCOME_PAGE, LevContentPage)

LevWelcomePage *lev_welcome_page_new (void);

G_END_DECLS
