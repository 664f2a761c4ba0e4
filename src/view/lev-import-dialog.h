#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What a list of suppliers would change, before it is imported: what each column means, which can
 * be chosen, and then what is new and changed, and what is wrong with it. Only a list without
 * errors can be imported. */

#define LEV_TYPE_IMPORT_DIALOG (lev_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevImportDialog, lev_import_dialog, LEV, IMPORT_DIALOG, AdwDialog)

/* Asks for a file, and shows what it would change in a dialog over @parent. */
void lev_import_dialog_ask  (GtkWidget *parent);

/* Shows what the list @content would change. */
void lev_import_dialog_show (GtkWidget *parent,
                             GBytes    *content);

G_END_DECLS
