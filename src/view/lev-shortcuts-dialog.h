#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The overview of the keys of the application, see lev-shortcuts.h. */

#define LEV_TYPE_SHORTCUTS_DIALOG (lev_shortcuts_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevShortcutsDialog, lev_shortcuts_dialog, LEV, SHORTCUTS_DIALOG, AdwDialog)

AdwDialog *lev_shortcuts_dialog_new (void);

G_END_DECLS
