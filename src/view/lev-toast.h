#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * lev_toast_name_button:
 * @within: where a toast was just added
 *
 * Gives the button that closes a toast a name in the language of the program.
 */
void lev_toast_name_button (GtkWidget *within);

G_END_DECLS
