#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the user prefers: who it is, language, folders, reminders; the place of the database and
 * its backups; the handbook. */

#define LEV_TYPE_PREFERENCES_DIALOG (lev_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevPreferencesDialog,
                      lev_preferences_dialog,
                      LEV,
                      PREFERENCES_DIALOG,
                      AdwPreferencesDialog)

AdwDialog *lev_preferences_dialog_new              (void);

/* The same, with the page of the handbook in sight. */
AdwDialog *lev_preferences_dialog_new_for_handbook (void);

G_END_DECLS
