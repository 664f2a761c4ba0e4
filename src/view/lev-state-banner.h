#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Says what lasts about the database, below the header bar of every page: that it can only be read
 * and why, or that not everything is saved, with a way to try again. */

#define LEV_TYPE_STATE_BANNER (lev_state_banner_get_type ())
G_DECLARE_FINAL_TYPE (LevStateBanner, lev_state_banner, LEV, STATE_BANNER, AdwBin)

/* Why edits are not saved, in a few words without a file name. */
const char *lev_state_describe_unsaved (const GError *error);

G_END_DECLS
