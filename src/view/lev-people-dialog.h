#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Everyone in the process, with their roles; each can be changed, and someone can be added. */

#define LEV_TYPE_PEOPLE_DIALOG (lev_people_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevPeopleDialog, lev_people_dialog, LEV, PEOPLE_DIALOG, AdwDialog)

AdwDialog *lev_people_dialog_new (void);

G_END_DECLS
