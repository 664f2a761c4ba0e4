/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-heat-map-layout.h"

#include <cairo.h>

G_BEGIN_DECLS

/* The heat map, drawn the same for the screen, for paper and for slides: what differs is in the
 * style. */

typedef struct
{
  double red;
  double green;
  double blue;
  double alpha;
} LevColor;

typedef struct
{
  const char *family;    /* of the text */
  double      font_size; /* of the figures of the axes; everything else follows from it */
  LevColor    ink;
  LevColor    mark;
  LevColor    faint;    /* of products and axis titles */
  LevColor    paper;    /* what the map lies on */
  LevColor    selected; /* the mark that is selected, and the text on it */
  LevColor    selected_text;
  LevColor    fill[LEV_LEVEL_CRITICAL + 1]; /* of the cells, by class */
  LevColor    text[LEV_LEVEL_CRITICAL + 1]; /* on them */
  double      border;                       /* around each cell; 0 for none */
  gboolean    has_circles;                  /* marks are filled circles; otherwise their labels alone */
  gboolean    has_signs;                    /* the sign of the class in each cell instead of the product */
  double      diameter;                     /* of a mark, as large and as small as it may be */
  double      smallest;
} LevHeatStyle;

typedef struct
{
  const LevHeatMapData *data;
  const LevHeatStyle   *style;
  LevHeatState          from;     /* filled marks */
  LevHeatState          to;       /* open marks with arrows to them; the same as @from for none */
  gpointer              selected; /* the record whose mark stands out; NULL for none */
} LevHeatPicture;

typedef enum
{
  LEV_HEAT_CELLS = 1 << 0, /* cells, products and axes */
  LEV_HEAT_MARKS = 1 << 1, /* marks and arrows */
} LevHeatParts;

/* The style of paper and slides, in whose palette the report is made too. */
void     lev_heat_style_init_paper (LevHeatStyle *self,
                                    double        font_size);

/* The colour 0xRRGGBB. */
LevColor lev_color_from_hex        (guint32 hex);

/* Makes @color the source of @cr. */
void     lev_color_set             (const LevColor *color,
                                    cairo_t        *cr);

/* Draws @parts of the map with its upper left corner in the origin. */
void     lev_heat_map_draw         (const LevHeatPicture  *picture,
                                    const LevHeatGeometry *geometry,
                                    LevHeatParts           parts,
                                    cairo_t               *cr);

/* Draws the sign of @level, which is on paper beside every colour, with @size around (@x, @y). */
void     lev_heat_map_draw_sign    (LevLevel level,
                                    double   x,
                                    double   y,
                                    double   size,
                                    cairo_t *cr);

G_END_DECLS
