#pragma once

#include "lev-application.h"

G_BEGIN_DECLS

/* Adds the actions about the application itself: app.about, app.preferences,
 * app.shortcuts, app.quit. */
void lev_application_actions_add (LevApplication *application);

G_END_DECLS
