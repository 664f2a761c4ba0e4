#pragma once

#include "lev-supplier-import.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A line of the preview of an import: a supplier, a person, an error or a remark. */

#define LEV_TYPE_IMPORT_ITEM (lev_import_item_get_type ())
G_DECLARE_FINAL_TYPE (LevImportItem, lev_import_item, LEV, IMPORT_ITEM, GObject)

/* In the order in which they are shown. */
typedef enum
{
  LEV_IMPORT_ITEM_ERROR,
  LEV_IMPORT_ITEM_REMARK,
  LEV_IMPORT_ITEM_NEW,
  LEV_IMPORT_ITEM_CHANGED,
  LEV_IMPORT_ITEM_UNCHANGED,
  LEV_IMPORT_ITEM_PERSON,
  LEV_N_IMPORT_ITEMS,
} LevImportItemKind;

/**
 * lev_import_item_list:
 * @import: must live longer than the items
 *
 * Returns: (transfer full) (element-type LevImportItem): everything that @import would do, and what
 *   is wrong with it, by kind
 */
GPtrArray        *lev_import_item_list     (LevSupplierImport *import);

LevImportItemKind lev_import_item_get_kind (LevImportItem *self);

G_END_DECLS
