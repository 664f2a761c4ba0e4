#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A widget (property `main`) with a narrower one at its `side`, which comes above it where there
 * is no room for both. */

#define LEV_TYPE_SIDE_PANE (lev_side_pane_get_type ())
G_DECLARE_FINAL_TYPE (LevSidePane, lev_side_pane, LEV, SIDE_PANE, AdwBin)

G_END_DECLS
