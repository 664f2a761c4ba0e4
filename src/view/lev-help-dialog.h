#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Help: short pages on what a user does, and the fourteen steps of the review with what each
 * involves. @topic is the page to open, the name of its file in ui/help, or "contents" for the
 * list of all. */
AdwDialog *lev_help_dialog_new (const char *topic);

G_END_DECLS
