/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-heat-map-drawing.h"

#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

/* Above this many arrows only that of the selected mark is drawn: the rest is a tangle. */
#define MOST_ARROWS (12)

#define RADIUS     (0.35) /* of a cell's corners, in font sizes */
#define ARROW_HEAD (6.0)

typedef struct
{
  const LevHeatPicture  *picture;
  const LevHeatGeometry *geometry;
  cairo_t               *cr;
  PangoLayout           *layout;
  PangoFontDescription  *font;
} Pen;

LevColor
lev_color_from_hex (guint32 hex)
{
  return (LevColor) { (hex >> 16 & 0xff) / 255.0, (hex >> 8 & 0xff) / 255.0, (hex & 0xff) / 255.0,
                      1 };
}

void
lev_color_set (const LevColor *color,
               cairo_t        *cr)
{
  cairo_set_source_rgba (cr, color->red, color->green, color->blue, color->alpha);
}

void
lev_heat_style_init_paper (LevHeatStyle *self,
                           double        font_size)
{
  static const guint32 fills[] = { 0xe8e8ee, 0xe6eff2, 0xf3dfa8, 0xe39a4f, 0x9b2c2c };

  *self = (LevHeatStyle) {
    .family = "Adwaita Sans, Inter, sans-serif",
    .font_size = font_size,
    .ink = lev_color_from_hex (0x1f2a37),
    .mark = lev_color_from_hex (0x1f2a37),
    .faint = lev_color_from_hex (0x5b6673),
    .paper = lev_color_from_hex (0xffffff),
    .selected = lev_color_from_hex (0x1f4e5f),
    .selected_text = lev_color_from_hex (0xffffff),
    .has_signs = TRUE,
    .diameter = 1.9 * font_size,
    .smallest = 1.4 * font_size,
  };
  for (LevLevel level = LEV_LEVEL_UNKNOWN; level <= LEV_LEVEL_CRITICAL; level++)
    {
      self->fill[level] = lev_color_from_hex (fills[level]);
      self->text[level] = level == LEV_LEVEL_CRITICAL ? self->paper : self->ink;
    }
}

static void
pen_init (Pen                   *self,
          const LevHeatPicture  *picture,
          const LevHeatGeometry *geometry,
          cairo_t               *cr)
{
  self->picture = picture;
  self->geometry = geometry;
  self->cr = cr;
  self->layout = pango_cairo_create_layout (cr);
  self->font = pango_font_description_from_string (picture->style->family);
}

static void
pen_clear (Pen *self)
{
  pango_font_description_free (self->font);
  g_object_unref (self->layout);
}

/* Sets @text up; says how wide and high its digits and letters are, without the room around. */
static void
measure (Pen            *pen,
         const char     *text,
         double          size,
         gboolean        is_bold,
         PangoRectangle *ink)
{
  pango_font_description_set_absolute_size (pen->font, size * PANGO_SCALE);
  pango_font_description_set_weight (pen->font, is_bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (pen->layout, pen->font);
  pango_layout_set_text (pen->layout, text, -1);
  pango_layout_get_pixel_extents (pen->layout, ink, NULL);
}

/* Draws @text around (@x, @y), smaller when it is wider than @room. */
static void
draw_text (Pen            *pen,
           const char     *text,
           double          x,
           double          y,
           double          size,
           double          room,
           gboolean        is_bold,
           const LevColor *color)
{
  PangoRectangle ink;

  measure (pen, text, size, is_bold, &ink);
  if (ink.width > room)
    measure (pen, text, size * room / ink.width, is_bold, &ink);

  lev_color_set (color, pen->cr);
  cairo_move_to (pen->cr, x - ink.x - ink.width / 2.0, y - ink.y - ink.height / 2.0);
  pango_cairo_show_layout (pen->cr, pen->layout);
}

static void
round_rectangle (cairo_t    *cr,
                 LevHeatRect rect,
                 double      radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, rect.x + rect.width - radius, rect.y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, rect.x + rect.width - radius, rect.y + rect.height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, rect.x + radius, rect.y + rect.height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

void
lev_heat_map_draw_sign (LevLevel level,
                        double   x,
                        double   y,
                        double   size,
                        cairo_t *cr)
{
  double half = size / 2;

  cairo_new_path (cr);
  switch (level)
    {
    case LEV_LEVEL_CRITICAL:
      cairo_rectangle (cr, x - half, y - half, size, size);
      cairo_fill (cr);
      break;
    case LEV_LEVEL_HIGH:
      cairo_move_to (cr, x, y - 1.2 * half);
      cairo_line_to (cr, x + 1.2 * half, y);
      cairo_line_to (cr, x, y + 1.2 * half);
      cairo_line_to (cr, x - 1.2 * half, y);
      cairo_close_path (cr);
      cairo_fill (cr);
      break;
    case LEV_LEVEL_MEDIUM:
      cairo_arc (cr, x, y, half, 0, 2 * G_PI);
      cairo_fill (cr);
      break;
    case LEV_LEVEL_LOW:
      cairo_arc (cr, x, y, 0.85 * half, 0, 2 * G_PI);
      cairo_set_line_width (cr, size / 6);
      cairo_stroke (cr);
      break;
    case LEV_LEVEL_UNKNOWN:
    default:
      break;
    }
}

/* The product or the sign in the corner of a cell. */
static void
draw_corner (Pen         *pen,
             LevHeatRect  cell,
             LevHeatPlace place)
{
  const LevHeatStyle *style = pen->picture->style;
  LevLevel level = pen->picture->data->levels[place.likelihood][place.impact];
  double size = 0.8 * style->font_size;
  g_autofree char *product = NULL;
  PangoRectangle ink;

  lev_color_set (&style->text[level], pen->cr);
  if (style->has_signs)
    {
      lev_heat_map_draw_sign (level, cell.x + size, cell.y + size, 0.6 * style->font_size, pen->cr);
      return;
    }

  product = g_strdup_printf ("%d", place.likelihood * place.impact);
  measure (pen, product, size, FALSE, &ink);
  cairo_move_to (pen->cr, cell.x + 0.35 * size - ink.x, cell.y + 0.35 * size - ink.y);
  pango_cairo_show_layout (pen->cr, pen->layout);
}

/* Whether a mark lies on the corner of its cell. */
static gboolean
is_covered (GArray      *spots,
            LevHeatRect  cell,
            LevHeatPlace place,
            double       size)
{
  for (guint i = 0; i < spots->len; i++)
    {
      LevHeatSpot *spot = &g_array_index (spots, LevHeatSpot, i);

      if (spot->place.likelihood == place.likelihood && spot->place.impact == place.impact &&
          hypot (spot->x - cell.x - size, spot->y - cell.y - size) < spot->diameter / 2 + size / 2)
        return TRUE;
    }

  return FALSE;
}

static void
draw_cell (Pen         *pen,
           GArray      *spots,
           LevHeatPlace place)
{
  const LevHeatStyle *style = pen->picture->style;
  LevLevel level = pen->picture->data->levels[place.likelihood][place.impact];
  LevHeatRect cell = lev_heat_geometry_get_cell (pen->geometry, place);

  round_rectangle (pen->cr, cell, MIN (RADIUS * style->font_size, cell.height / 2));
  lev_color_set (&style->fill[level], pen->cr);
  if (style->border > 0)
    {
      cairo_fill_preserve (pen->cr);
      lev_color_set (&style->ink, pen->cr);
      cairo_set_line_width (pen->cr, style->border);
      cairo_stroke (pen->cr);
    }
  else
    cairo_fill (pen->cr);

  if (!is_covered (spots, cell, place, 0.8 * style->font_size))
    draw_corner (pen, cell, place);
}

static void
draw_axes (Pen *pen)
{
  const LevHeatStyle *style = pen->picture->style;
  const LevHeatGeometry *geometry = pen->geometry;
  double size = style->font_size;
  double below = geometry->y + LEV_HEAT_N_SCORES * geometry->step_y - geometry->gap;
  double right = geometry->x + LEV_HEAT_N_SCORES * geometry->step_x - geometry->gap;

  for (int score = 1; score <= LEV_HEAT_N_SCORES; score++)
    {
      LevHeatRect row = lev_heat_geometry_get_cell (geometry, (LevHeatPlace) { score, 1 });
      LevHeatRect column = lev_heat_geometry_get_cell (geometry, (LevHeatPlace) { 1, score });
      g_autofree char *text = g_strdup_printf ("%d", score);

      draw_text (pen, text, geometry->x - 0.85 * size, row.y + row.height / 2, size, row.height,
                 TRUE, &style->ink);
      draw_text (pen, text, column.x + column.width / 2, below + 0.95 * size, size, column.width,
                 TRUE, &style->ink);
    }

  draw_text (pen, _("Impact"), (geometry->x + right) / 2, geometry->height - 0.65 * size,
             0.95 * size, right, FALSE, &style->faint);
  cairo_save (pen->cr);
  cairo_translate (pen->cr, 0.65 * size, (geometry->y + below) / 2);
  cairo_rotate (pen->cr, -G_PI / 2);
  draw_text (pen, _("Likelihood"), 0, 0, 0.95 * size, below, FALSE, &style->faint);
  cairo_restore (pen->cr);
}

static const LevHeatSpot *
find_target (GArray            *spots,
             const LevHeatSpot *spot)
{
  for (guint i = 0; i < spots->len; i++)
    {
      const LevHeatSpot *other = &g_array_index (spots, LevHeatSpot, i);

      if (other != spot && other->mark == spot->mark && other->is_to)
        return other;
    }

  return NULL;
}

/* A line from the edge of one mark to the edge of the other, with a head. */
static void
draw_arrow (Pen               *pen,
            const LevHeatSpot *from,
            const LevHeatSpot *to,
            gboolean           is_selected)
{
  double length = hypot (to->x - from->x, to->y - from->y);
  double dx = (to->x - from->x) / length, dy = (to->y - from->y) / length;
  double head = ARROW_HEAD * pen->picture->style->font_size / 12;
  double x = to->x - dx * (to->diameter / 2 + 1.5), y = to->y - dy * (to->diameter / 2 + 1.5);
  cairo_t *cr = pen->cr;

  if (length <= (from->diameter + to->diameter) / 2 + head)
    return;

  cairo_push_group (cr);
  lev_color_set (&pen->picture->style->ink, cr);
  cairo_set_line_width (cr, is_selected ? 2 : 1.3);
  cairo_move_to (cr, from->x + dx * from->diameter / 2, from->y + dy * from->diameter / 2);
  cairo_line_to (cr, x - dx * head, y - dy * head);
  cairo_stroke (cr);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x - dx * head - dy * head / 1.8, y - dy * head + dx * head / 1.8);
  cairo_line_to (cr, x - dx * head + dy * head / 1.8, y - dy * head - dx * head / 1.8);
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_pop_group_to_source (cr);
  cairo_paint_with_alpha (cr, is_selected ? 1 : 0.65);
}

static void
draw_arrows (Pen    *pen,
             GArray *spots)
{
  guint n_arrows = 0;

  for (guint i = 0; i < spots->len; i++)
    {
      const LevHeatSpot *spot = &g_array_index (spots, LevHeatSpot, i);

      n_arrows += spot->is_from && !spot->is_to && spot->mark != NULL &&
                  find_target (spots, spot) != NULL;
    }

  for (guint i = 0; i < spots->len; i++)
    {
      const LevHeatSpot *spot = &g_array_index (spots, LevHeatSpot, i);
      const LevHeatSpot *target = NULL;
      gboolean is_selected;

      if (spot->mark == NULL || !spot->is_from || spot->is_to)
        continue;
      is_selected = pen->picture->selected != NULL && spot->mark->record == pen->picture->selected;
      target = find_target (spots, spot);
      if (target != NULL && (is_selected || n_arrows <= MOST_ARROWS))
        draw_arrow (pen, spot, target, is_selected);
    }
}

static void
draw_circle (Pen               *pen,
             const LevHeatSpot *spot,
             const LevColor    *color,
             const LevColor    *text,
             const char        *label)
{
  static const double dashes[] = { 3, 2 };
  cairo_t *cr = pen->cr;
  gboolean is_open = spot->is_to && !spot->is_from;
  double radius = spot->diameter / 2, inner;

  cairo_new_path (cr);
  cairo_arc (cr, spot->x, spot->y, spot->is_to ? radius - 0.75 : radius, 0, 2 * G_PI);
  if (is_open)
    {
      lev_color_set (&pen->picture->style->paper, cr);
      cairo_fill_preserve (cr);
    }
  lev_color_set (color, cr);
  if (spot->is_to)
    {
      cairo_set_line_width (cr, 1.5);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
    }
  if (spot->is_from || (spot->mark == NULL && !spot->is_to))
    {
      cairo_arc (cr, spot->x, spot->y, spot->is_to ? radius - 3 : radius, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  inner = spot->is_to && spot->is_from ? spot->diameter - 5 : spot->diameter;
  draw_text (pen, label, spot->x, spot->y, 0.5 * inner + 1, 0.72 * inner, TRUE,
             is_open ? color : text);
}

static void
draw_spot (Pen               *pen,
           const LevHeatSpot *spot)
{
  const LevHeatPicture *picture = pen->picture;
  const LevHeatStyle *style = picture->style;
  LevLevel level = picture->data->levels[spot->place.likelihood][spot->place.impact];
  gboolean is_selected = spot->mark != NULL && picture->selected != NULL &&
                         spot->mark->record == picture->selected;
  g_autofree char *more = NULL;
  const char *label;

  if (spot->mark == NULL)
    more = g_strdup_printf (spot->is_all ? "%u" : "+%u", spot->n_more);
  label = more != NULL ? more : spot->mark->label;

  if (!style->has_circles)
    draw_text (pen, label, spot->x, spot->y,
               spot->is_all ? 0.5 * spot->diameter : style->font_size + 1, spot->diameter, TRUE,
               &style->text[level]);
  else if (is_selected)
    draw_circle (pen, spot, spot->is_from ? &style->selected : &style->mark, &style->selected_text,
                 label);
  else
    draw_circle (pen, spot, spot->is_from || more != NULL ? &style->mark : &style->faint,
                 &style->paper, label);
}

void
lev_heat_map_draw (const LevHeatPicture  *picture,
                   const LevHeatGeometry *geometry,
                   LevHeatParts           parts,
                   cairo_t               *cr)
{
  g_autoptr (GArray) spots = NULL;
  Pen pen;

  spots = lev_heat_layout_new (picture->data, geometry, picture->from, picture->to,
                               picture->style->diameter, picture->style->smallest);
  pen_init (&pen, picture, geometry, cr);

  if (parts & LEV_HEAT_CELLS)
    {
      for (int likelihood = LEV_HEAT_N_SCORES; likelihood >= 1; likelihood--)
        for (int impact = 1; impact <= LEV_HEAT_N_SCORES; impact++)
          draw_cell (&pen, spots, (LevHeatPlace) { likelihood, impact });
      draw_axes (&pen);
    }
  if (parts & LEV_HEAT_MARKS)
    {
      draw_arrows (&pen, spots);
      for (guint i = 0; i < spots->len; i++)
        draw_spot (&pen, &g_array_index (spots, LevHeatSpot, i));
    }

  pen_clear (&pen);
}
