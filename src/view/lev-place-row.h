#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* A place in a sidebar: its icon, its name, and how much there is of it. */

#define LEV_TYPE_PLACE_ROW (lev_place_row_get_type ())
G_DECLARE_FINAL_TYPE (LevPlaceRow, lev_place_row, LEV, PLACE_ROW, GtkListBoxRow)

/* Shows @count in grey: how many there are; nothing when @shown is %FALSE. */
void lev_place_row_set_count (LevPlaceRow *self,
                              guint        count,
                              gboolean     shown);

/* Shows @count as a badge: how many wait for the user; nothing for 0. */
void lev_place_row_set_badge (LevPlaceRow *self,
                              guint        count);

G_END_DECLS
