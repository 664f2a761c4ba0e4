/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-page-flow-private.h"

#include <glib/gi18n.h>

/* The most room that the logo above a page takes. */
#define LOGO_WIDTH  (110)
#define LOGO_HEIGHT (28)

static void
draw_lines (const LevPageMark *mark,
            cairo_t           *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (mark->layout);
  PangoRectangle extents;
  int index = 0, start = 0, y0;

  do
    {
      if (index < mark->first)
        continue;
      if (index >= mark->first + mark->n_lines)
        break;
      pango_layout_iter_get_line_yrange (iter, &y0, NULL);
      if (index == mark->first)
        start = y0;
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      cairo_move_to (cr, mark->x + extents.x / (double) PANGO_SCALE,
                     mark->y +
                       (pango_layout_iter_get_baseline (iter) - start) / (double) PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (index++ >= 0 && pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
draw_map (const LevPageMark *mark,
          cairo_t           *cr)
{
  LevHeatStyle style;
  LevHeatGeometry geometry;
  const LevHeatPicture picture = { mark->data, &style, mark->state, mark->state, NULL };

  lev_heat_style_init_paper (&style, 8);
  lev_heat_geometry_init (&geometry, mark->width, mark->height, style.font_size);
  cairo_save (cr);
  cairo_translate (cr, mark->x, mark->y);
  lev_heat_map_draw (&picture, &geometry, LEV_HEAT_CELLS | LEV_HEAT_MARKS, cr);
  cairo_restore (cr);
}

static void
draw_box (const LevPageMark *mark,
          cairo_t           *cr)
{
  const double r = MIN (mark->radius, mark->height / 2);
  const double right = mark->x + mark->width, bottom = mark->y + mark->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, mark->y + r, r, -G_PI / 2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI / 2);
  cairo_arc (cr, mark->x + r, bottom - r, r, G_PI / 2, G_PI);
  cairo_arc (cr, mark->x + r, mark->y + r, r, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_mark (LevPageFlow       *self,
           const LevPageMark *mark,
           cairo_t           *cr)
{
  const LevColor color = lev_color_from_hex (lev_house_style_get_colour (self->style, mark->ink));

  lev_color_set (&color, cr);
  switch (mark->kind)
    {
    case LEV_MARK_LINES:
      draw_lines (mark, cr);
      break;
    case LEV_MARK_BOX:
      draw_box (mark, cr);
      break;
    case LEV_MARK_RULE:
      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
      cairo_fill (cr);
      break;
    case LEV_MARK_SIGN:
      lev_heat_map_draw_sign (mark->level, mark->x, mark->y, mark->height, cr);
      break;
    case LEV_MARK_MAP:
    default:
      draw_map (mark, cr);
      break;
    }
}

static void
draw_margin (LevPageFlow *self,
             const char  *text,
             double       y,
             double       size,
             double       width,
             LevCellAlign align,
             cairo_t     *cr)
{
  g_autoptr (PangoLayout)
    layout = lev_page_flow_create_layout (self, text, size, FALSE, width, align);

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  cairo_move_to (cr, LEV_PAGE_MARGIN, y);
  pango_cairo_show_layout (cr, layout);
}

void
lev_page_flow_draw (LevPageFlow *self,
                    guint        page,
                    cairo_t     *cr)
{
  const LevColor ink = lev_color_from_hex (LEV_INK_SECONDARY);
  const LevColor line = lev_color_from_hex (LEV_FILL_HAIRLINE);
  g_autofree char *number = NULL;
  GArray *marks;
  double logo;

  g_return_if_fail (page < self->pages->len);

  logo = lev_house_style_draw_logo (self->style, cr, LEV_PAGE_MARGIN + LEV_PAGE_INNER, 38,
                                    LOGO_WIDTH, LOGO_HEIGHT);
  lev_color_set (&ink, cr);
  draw_margin (self, self->left, 36, 8.5, LEV_PAGE_INNER - logo, LEV_CELL_START, cr);
  draw_margin (self, self->right, 36, 8.5, LEV_PAGE_INNER - (logo > 0 ? logo + 10 : 0),
               LEV_CELL_END, cr);
  number = g_strdup_printf (_("Page %u of %u"), page + 1, self->pages->len);
  draw_margin (self, self->footer, LEV_PAGE_HEIGHT - 36, 7.5, LEV_PAGE_INNER, LEV_CELL_START, cr);
  draw_margin (self, number, LEV_PAGE_HEIGHT - 36, 7.5, LEV_PAGE_INNER, LEV_CELL_END, cr);
  lev_color_set (&line, cr);
  cairo_rectangle (cr, LEV_PAGE_MARGIN, LEV_PAGE_HEIGHT - 42, LEV_PAGE_INNER, 0.6);
  cairo_fill (cr);

  marks = g_ptr_array_index (self->pages, page);
  for (guint i = 0; i < marks->len; i++)
    draw_mark (self, &g_array_index (marks, LevPageMark, i), cr);
}
