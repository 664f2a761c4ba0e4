#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks who uses the application: someone of the register, the contract managers first, which holds at
 * once; or someone new, who is added to it as a contract manager. Emits `answered` when it is
 * known. */

#define LEV_TYPE_WHO_DIALOG (lev_who_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevWhoDialog, lev_who_dialog, LEV, WHO_DIALOG, AdwDialog)

AdwDialog *lev_who_dialog_new (void);

G_END_DECLS
