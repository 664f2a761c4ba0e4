#pragma once

#include "lev-window.h"

G_BEGIN_DECLS

/* The actions of the window that open a dialog, or write or read a file: what they need of the
 * window is the round that it shows. */
void lev_dialog_actions_add (LevWindow *window);

G_END_DECLS
