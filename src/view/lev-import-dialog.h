#pragma once

#include "lev-supplier-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a list of suppliers would change, before it is imported: what is new and changed, and what
 * is wrong with it. Only a list without errors can be imported. */

#define LEV_TYPE_IMPORT_DIALOG (lev_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevImportDialog, lev_import_dialog, LEV, IMPORT_DIALOG, AdwDialog)

/* The dialog for @import, which it takes over. */
AdwDialog *lev_import_dialog_new (LevSupplierImport *import);

/* Asks for a file, and shows what it would change in a dialog over @parent. */
void       lev_import_dialog_ask (GtkWidget *parent);

G_END_DECLS
