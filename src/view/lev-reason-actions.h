#pragma once

#include "lev-window.h"

G_BEGIN_DECLS

/* The actions of the window that ask for a reason: put-off, change-due and reopen-review. */
void lev_reason_actions_add (LevWindow *window);

G_END_DECLS
