#pragma once

#include "lev-heat-map-data.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A heat map as a card: which of two moves it shows, the cells, and what everything in it means.
 * A pressed cell filters the list beside it: signal `filtered`. */

#define LEV_TYPE_HEAT_MAP (lev_heat_map_get_type ())
G_DECLARE_FINAL_TYPE (LevHeatMap, lev_heat_map, LEV, HEAT_MAP, AdwBin)

/* Shows @data (transfer full); the move and the pressed cell stay as they are. */
void     lev_heat_map_take_data    (LevHeatMap     *self,
                                    LevHeatMapData *data);

/* Makes the mark of @record (nullable) stand out. */
void     lev_heat_map_set_selected (LevHeatMap *self,
                                    gpointer    record);

/* Whether the mark of @record stands in the pressed cell; %TRUE without one. */
gboolean lev_heat_map_shows        (LevHeatMap *self,
                                    gpointer    record);

/* Lets go of the pressed cell. */
void     lev_heat_map_clear_filter (LevHeatMap *self);

G_END_DECLS
