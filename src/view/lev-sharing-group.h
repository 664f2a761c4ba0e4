#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The part of the preferences about the team folder: how sharing stands, and what can be done. */

#define LEV_TYPE_SHARING_GROUP (lev_sharing_group_get_type ())
G_DECLARE_FINAL_TYPE (LevSharingGroup, lev_sharing_group, LEV, SHARING_GROUP, AdwPreferencesGroup)

G_END_DECLS
