#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Asks who uses the application: the contract managers first. What is chosen holds at once. */

#define LEV_TYPE_USER_DIALOG (lev_user_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevUserDialog, lev_user_dialog, LEV, USER_DIALOG, AdwDialog)

AdwDialog *lev_user_dialog_new (void);

G_END_DECLS
