#pragma once

#include "lev-content-page.h"

G_BEGIN_DECLS

/* The register of suppliers: searched, sorted by any column.
 *
 *   suppliers → GtkSortListModel → GtkFilterListModel → LevSupplierList, below the headings */

#define LEV_TYPE_SUPPLIERS_PAGE (lev_suppliers_page_get_type ())
G_DECLARE_FINAL_TYPE (LevSuppliersPage, lev_suppliers_page, LEV, SUPPLIERS_PAGE, LevContentPage)

G_END_DECLS
