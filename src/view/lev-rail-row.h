#pragma once

#include "lev-standing.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A step in the rail: its badge says how far it is, the wire above and below joins it to its
 * neighbours in the phase. It leads to the step. */

#define LEV_TYPE_RAIL_ROW (lev_rail_row_get_type ())
G_DECLARE_FINAL_TYPE (LevRailRow, lev_rail_row, LEV, RAIL_ROW, GtkListBoxRow)

GtkWidget *lev_rail_row_new        (guint number);

/* The step's number. */
guint      lev_rail_row_get_number (LevRailRow *self);

/* Shows how far the round is with the step. */
void       lev_rail_row_update     (LevRailRow        *self,
                                    const LevStanding *standing);

G_END_DECLS
