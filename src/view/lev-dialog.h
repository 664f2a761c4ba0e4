#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * lev_dialog_present:
 * @dialog: a new dialog
 * @parent: (nullable): a widget in the window over which it comes
 *
 * Presents @dialog with the focus in its focus-widget. adw_dialog_present() alone gives it to the
 * first button where the dialog comes as a sheet, in a narrow window (libadwaita 1.7.6).
 */
void     lev_dialog_present      (AdwDialog *dialog,
                                  GtkWidget *parent);

/* Whether @error of a dialog of files only says that the user closed it. */
gboolean lev_dialog_is_dismissed (const GError *error);

G_END_DECLS
