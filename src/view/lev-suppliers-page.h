#pragma once

#include "lev-content-page.h"

G_BEGIN_DECLS

/* The register of suppliers: searched, sorted by any column.
 *
 *   suppliers → GtkFilterListModel (name, number) → GtkSortListModel → selection → column view */

#define LEV_TYPE_SUPPLIERS_PAGE (lev_suppliers_page_get_type ())
G_DECLARE_FINAL_TYPE (LevSuppliersPage, lev_suppliers_page, LEV, SUPPLIERS_PAGE, LevContentPage)

G_END_DECLS
