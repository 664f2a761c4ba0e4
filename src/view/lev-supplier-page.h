#pragma once

#include "lev-content-page.h"
#include "lev-supplier.h"

G_BEGIN_DECLS

/* One supplier: what is known of it, how critical it is, its services and contracts, and the
 * rounds that it was in. */

#define LEV_TYPE_SUPPLIER_PAGE (lev_supplier_page_get_type ())
G_DECLARE_FINAL_TYPE (LevSupplierPage, lev_supplier_page, LEV, SUPPLIER_PAGE, LevContentPage)

AdwNavigationPage *lev_supplier_page_new (LevSupplier *supplier);

G_END_DECLS
