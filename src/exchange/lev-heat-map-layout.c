/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-heat-map-layout.h"

#include <math.h>

/* In font sizes: the room for the figures of an axis and for its title, the gap between cells. */
#define AXIS_ROOM  (1.7)
#define TITLE_ROOM (1.6)
#define GAP        (0.28)

#define MARK_GAP  (1.5) /* between marks, and between a mark and its cell */
#define SIZE_STEP (0.5)

/* From how many times as many as fit on, and how much of the cell the figure then takes. */
#define CROWD      (3)
#define CROWD_SIZE (0.7)

void
lev_heat_geometry_init (LevHeatGeometry *self,
                        double           width,
                        double           height,
                        double           font_size)
{
  double room = (AXIS_ROOM + TITLE_ROOM) * font_size;

  self->font_size = font_size;
  self->width = width;
  self->height = height;
  self->gap = GAP * font_size;
  self->x = room;
  self->y = 0;
  self->step_x = MAX (0, (width - room + self->gap) / LEV_HEAT_N_SCORES);
  self->step_y = MAX (0, (height - room + self->gap) / LEV_HEAT_N_SCORES);
}

LevHeatRect
lev_heat_geometry_get_cell (const LevHeatGeometry *self,
                            LevHeatPlace           place)
{
  return (LevHeatRect) {
    .x = self->x + (place.impact - 1) * self->step_x,
    .y = self->y + (LEV_HEAT_N_SCORES - place.likelihood) * self->step_y,
    .width = MAX (0, self->step_x - self->gap),
    .height = MAX (0, self->step_y - self->gap),
  };
}

static guint
count_fitting (double length,
               double diameter)
{
  double fitting = floor ((length - MARK_GAP) / (diameter + MARK_GAP));

  return fitting > 0 ? (guint) fitting : 0;
}

guint
lev_heat_layout_pack (double  width,
                      double  height,
                      guint   n,
                      double  diameter,
                      double  smallest,
                      double *fitting,
                      guint  *columns)
{
  guint most = 0;

  *fitting = diameter;
  *columns = 0;
  for (double size = diameter; size >= smallest; size -= SIZE_STEP)
    {
      guint across = count_fitting (width, size);
      guint fits = across * count_fitting (height, size);

      if (fits <= most)
        continue;
      most = fits;
      *fitting = size;
      *columns = across;
      if (most >= n)
        break;
    }

  return MIN (most, n);
}

/* Gives the spots of one cell, which are the last of @spots, their places: rows in the middle. */
static void
place_spots (GArray           *spots,
             guint             first,
             const LevHeatRect cell,
             double            diameter,
             guint             columns)
{
  guint n = spots->len - first;
  guint n_rows = (n + columns - 1) / columns;
  double step = diameter + MARK_GAP;

  /* Rows of equal length: 5 marks stand as 3 and 2, not as 4 and 1. */
  columns = (n + n_rows - 1) / n_rows;
  for (guint i = 0; i < n; i++)
    {
      LevHeatSpot *spot = &g_array_index (spots, LevHeatSpot, first + i);
      guint row = i / columns;
      guint in_row = MIN (columns, n - row * columns);

      spot->x = cell.x + cell.width / 2 + (i % columns - (in_row - 1) / 2.0) * step;
      spot->y = cell.y + cell.height / 2 + (row - (n_rows - 1) / 2.0) * step;
      spot->diameter = diameter;
    }
}

static void
fill_cell (GArray                *spots,
           const LevHeatMapData  *data,
           const LevHeatGeometry *geometry,
           LevHeatState           from,
           LevHeatState           to,
           LevHeatPlace           place,
           const double           sizes[2])
{
  LevHeatRect cell = lev_heat_geometry_get_cell (geometry, place);
  guint first = spots->len, n, fits, columns;
  double fitting;

  for (guint i = 0; i < data->marks->len; i++)
    {
      LevHeatSpot spot = { .mark = g_ptr_array_index (data->marks, i), .place = place };

      spot.is_from = lev_heat_mark_is_at (spot.mark, from, place);
      spot.is_to = to != from && lev_heat_mark_is_at (spot.mark, to, place);
      if (spot.is_from || spot.is_to)
        g_array_append_val (spots, spot);
    }

  n = spots->len - first;
  if (n == 0)
    return;

  fits = lev_heat_layout_pack (cell.width, cell.height, n, sizes[0], sizes[1], &fitting, &columns);
  if (fits == 0)
    {
      /* Smaller than a mark: nothing is drawn, and what is read aloud still says it. */
      g_array_set_size (spots, first);
      return;
    }
  if (n > CROWD * fits)
    {
      /* So many that the few that fit say little: one figure, as large as the cell lets it be. */
      LevHeatSpot all = { .n_more = n, .is_all = TRUE, .place = place };

      all.is_to = TRUE;
      for (guint i = first; i < spots->len; i++)
        all.is_to = all.is_to && !g_array_index (spots, LevHeatSpot, i).is_from;
      g_array_set_size (spots, first);
      g_array_append_val (spots, all);
      fitting = MAX (fitting, CROWD_SIZE * MIN (cell.width, cell.height));
      columns = 1;
    }
  else if (fits < n)
    {
      LevHeatSpot more = { .n_more = n - fits + 1, .place = place };

      g_array_set_size (spots, first + fits - 1);
      g_array_append_val (spots, more);
    }
  place_spots (spots, first, cell, fitting, columns);
}

GArray *
lev_heat_layout_new (const LevHeatMapData  *data,
                     const LevHeatGeometry *geometry,
                     LevHeatState           from,
                     LevHeatState           to,
                     double                 diameter,
                     double                 smallest)
{
  GArray *spots = g_array_new (FALSE, FALSE, sizeof (LevHeatSpot));
  const double sizes[] = { diameter, smallest };

  for (int likelihood = LEV_HEAT_N_SCORES; likelihood >= 1; likelihood--)
    for (int impact = 1; impact <= LEV_HEAT_N_SCORES; impact++)
      fill_cell (spots, data, geometry, from, to, (LevHeatPlace) { likelihood, impact }, sizes);

  return spots;
}
