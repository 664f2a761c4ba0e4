#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The page of the preferences with how the report, the slides and the documents look: for everyone
 * who uses the same records. Each choice is an edit. */

#define LEV_TYPE_TEMPLATE_PAGE (lev_template_page_get_type ())
G_DECLARE_FINAL_TYPE (LevTemplatePage, lev_template_page, LEV, TEMPLATE_PAGE, AdwPreferencesPage)

G_END_DECLS
