#pragma once

#include "lev-profile-version.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A version of a profile: as it was frozen, whatever became of the profile since, or what was
 * changed since. Nothing can be changed here. */

/* The profile of @version, from what was stored with it. */
AdwDialog *lev_version_dialog_new             (LevProfileVersion *version);

/* What differs between @version and the profile as it is now. */
AdwDialog *lev_version_dialog_new_differences (LevProfileVersion *version);

G_END_DECLS
