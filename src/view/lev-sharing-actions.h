#pragma once

#include "lev-application.h"

G_BEGIN_DECLS

/* Adds app.share (asks for a team folder), app.stop-sharing, app.exchange and app.conflicts. */
void lev_sharing_actions_add (LevApplication *application);

G_END_DECLS
