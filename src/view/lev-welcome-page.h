#pragma once

#include "lev-content-page.h"

G_BEGIN_DECLS

/* What is shown while no database is open: at the first start what can be done, and when one
 * could not be opened why, and what then. */

#define LEV_TYPE_WELCOME_PAGE (lev_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (LevWelcomePage, lev_welcome_page, LEV, WELCOME_PAGE, LevContentPage)

/* @error: (nullable): why the database could not be opened */
LevWelcomePage *lev_welcome_page_new (const GError *error);

G_END_DECLS
