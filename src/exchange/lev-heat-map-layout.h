/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-heat-map-data.h"

G_BEGIN_DECLS

/* Where everything of a heat map comes, in units of whatever it is drawn on. Nothing here draws,
 * so that the places can be proven. */

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} LevHeatRect;

/* The cells; around them the figures of the axes, and their titles when there is room for them. */
typedef struct
{
  double x;      /* of the first cell, impact 1 */
  double y;      /* of the last cell, likelihood 5 */
  double step_x; /* from one cell to the next, with the gap */
  double step_y;
  double gap;
  double font_size;
  double width; /* of everything */
  double height;
} LevHeatGeometry;

/* A mark on its place, or the sign that more of them stand there. */
typedef struct
{
  const LevHeatMark *mark;   /* NULL for “+n” */
  guint              n_more; /* n of it */
  gboolean           is_all; /* these are all that stand there: “n” */
  gboolean           is_from;
  gboolean           is_to;
  LevHeatPlace       place;
  double             x; /* of its middle */
  double             y;
  double             diameter;
} LevHeatSpot;

/* Divides @width × @height, with text of @font_size, over axes and cells. */
void        lev_heat_geometry_init     (LevHeatGeometry *self,
                                        double           width,
                                        double           height,
                                        double           font_size);


LevHeatRect lev_heat_geometry_get_cell (const LevHeatGeometry *self,
                                        LevHeatPlace           place);

/**
 * lev_heat_layout_pack:
 * @n: how many circles
 * @diameter: as large as they may be
 * @smallest: and as small
 * @fitting: (out): the diameter at which most fit
 * @columns: (out): how many stand beside each other
 *
 * Returns: how many of @n circles fit in a cell of @width × @height without touching
 */
guint       lev_heat_layout_pack       (double  width,
                                        double  height,
                                        guint   n,
                                        double  diameter,
                                        double  smallest,
                                        double *fitting,
                                        guint  *columns);

/**
 * lev_heat_layout_new:
 * @from: the state of the filled marks
 * @to: the state of the open marks; the same as @from when there are none
 *
 * Places the marks. No two overlap; where not all fit in a cell, the last place says how many
 * more there are. A mark that stays where it is has one spot that is both.
 *
 * Returns: (transfer full): LevHeatSpot
 */
GArray     *lev_heat_layout_new        (const LevHeatMapData  *data,
                                        const LevHeatGeometry *geometry,
                                        LevHeatState           from,
                                        LevHeatState           to,
                                        double                 diameter,
                                        double                 smallest);

G_END_DECLS
