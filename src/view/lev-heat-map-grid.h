#pragma once

#include "lev-heat-map-data.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The cells of a heat map, with the marks in them: 25 toggle buttons of which at most one is
 * pressed, over the same drawing that goes on paper. Arrows go from cell to cell, Enter and Space
 * press, Escape lets go; what a cell holds is its accessible name. Signal `filtered` tells of
 * another pressed cell. */

#define LEV_TYPE_HEAT_MAP_GRID (lev_heat_map_grid_get_type ())
G_DECLARE_FINAL_TYPE (LevHeatMapGrid, lev_heat_map_grid, LEV, HEAT_MAP_GRID, GtkWidget)

/* Shows @data (borrowed until the next call), the filled marks @from and the open ones @to. */
void     lev_heat_map_grid_show         (LevHeatMapGrid       *self,
                                         const LevHeatMapData *data,
                                         LevHeatState          from,
                                         LevHeatState          to);

/* Makes the mark of @record (nullable) stand out. */
void     lev_heat_map_grid_set_selected (LevHeatMapGrid *self,
                                         gpointer        record);

/* The pressed cell; %FALSE when there is none. */
gboolean lev_heat_map_grid_get_filter   (LevHeatMapGrid *self,
                                         LevHeatPlace   *place);

/* Lets go of the pressed cell. */
void     lev_heat_map_grid_clear_filter (LevHeatMapGrid *self);

G_END_DECLS
