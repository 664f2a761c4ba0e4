#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A picture in the help: as wide as the text, and as high as it then is, whereas a GtkPicture in a
 * page that scrolls gives its height up. Its property `resource` says which. */

#define LEV_TYPE_HELP_PICTURE (lev_help_picture_get_type ())
G_DECLARE_FINAL_TYPE (LevHelpPicture, lev_help_picture, LEV, HELP_PICTURE, GtkWidget)

G_END_DECLS
