/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-slide-pen.h"

#include <glib/gi18n.h>

/* The corners of panels and chips. */
#define RADIUS (8)

/* The most room that the logo at the foot takes. */
#define LOGO_WIDTH  (160)
#define LOGO_HEIGHT (44)

/* How small the letters of one line may become before something is left out. */
#define SMALLEST      (0.75)
#define SMALLEST_SIZE (18)

const LevSlideType lev_slide_section = { 30, PANGO_WEIGHT_BOLD, LEV_SLIDE_ACCENT };
const LevSlideType lev_slide_strong = { 28, PANGO_WEIGHT_SEMIBOLD, LEV_SLIDE_INK };
const LevSlideType lev_slide_body = { 26, PANGO_WEIGHT_NORMAL, LEV_SLIDE_INK };
const LevSlideType lev_slide_secondary = { 24, PANGO_WEIGHT_NORMAL, LEV_SLIDE_FAINT };
const LevSlideType lev_slide_small = { 20, PANGO_WEIGHT_NORMAL, LEV_SLIDE_FAINT };

void
lev_slide_pen_init (LevSlidePen *self,
                    cairo_t     *cr,
                    double       width)
{
  lev_heat_style_init_paper (&self->style, 24);
  self->cr = cr;
  self->width = width;
  self->layout = pango_cairo_create_layout (cr);
  self->font = pango_font_description_from_string (self->style.family);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
}

void
lev_slide_pen_clear (LevSlidePen *self)
{
  pango_font_description_free (self->font);
  g_object_unref (self->layout);
}

void
lev_slide_pen_color (LevSlidePen *self,
                     guint32      color)
{
  LevColor source = lev_color_from_hex (lev_house_style_get_colour (self->house, color));

  lev_color_set (&source, self->cr);
}

/* @lines as Pango counts them: negative for so many lines, positive for a height. */
static void
set_up (LevSlidePen        *self,
        const LevSlideType *type,
        const char         *text,
        double              size,
        double              width,
        int                 lines)
{
  pango_font_description_set_absolute_size (self->font, size * PANGO_SCALE);
  pango_font_description_set_weight (self->font, type->weight);
  pango_layout_set_font_description (self->layout, self->font);
  pango_layout_set_alignment (self->layout, type->alignment);
  pango_layout_set_width (self->layout, width > 0 ? (int) (width * PANGO_SCALE) : -1);
  pango_layout_set_height (self->layout, -lines);
  pango_layout_set_ellipsize (self->layout, width > 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  pango_layout_set_text (self->layout, text != NULL ? text : "", -1);
}

double
lev_slide_pen_text (LevSlidePen        *self,
                    const LevSlideType *type,
                    const char         *text,
                    double              x,
                    double              y,
                    double              width,
                    int                 lines)
{
  int height;

  set_up (self, type, text, type->size, width, lines);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  lev_slide_pen_color (self, type->color);
  cairo_move_to (self->cr, x, y);
  pango_cairo_show_layout (self->cr, self->layout);

  return height;
}

void
lev_slide_pen_block (LevSlidePen        *self,
                     const LevSlideType *type,
                     const char         *text,
                     double              x,
                     double              middle,
                     double              width,
                     int                 lines)
{
  int height;

  set_up (self, type, text, type->size, width, lines);
  pango_layout_get_pixel_size (self->layout, NULL, &height);
  lev_slide_pen_text (self, type, text, x, middle - height / 2.0, width, lines);
}

double
lev_slide_pen_line (LevSlidePen        *self,
                    const LevSlideType *type,
                    const char         *text,
                    double              x,
                    double              middle,
                    double              width)
{
  g_autofree char *line = g_strdelimit (g_strdup (text != NULL ? text : ""), "\r\n\t", ' ');
  double size = type->size;
  int natural, height;

  set_up (self, type, line, size, -1, 1);
  pango_layout_get_pixel_size (self->layout, &natural, NULL);
  if (natural > width)
    size = MAX (size * MAX (SMALLEST, 0.98 * width / natural), MIN (size, SMALLEST_SIZE));
  set_up (self, type, line, size, width, 1);
  pango_layout_get_pixel_size (self->layout, &natural, &height);
  lev_slide_pen_color (self, type->color);
  cairo_move_to (self->cr, x, middle - height / 2.0);
  pango_cairo_show_layout (self->cr, self->layout);

  return MIN (natural, width);
}

void
lev_slide_pen_panel (LevSlidePen *self,
                     LevHeatRect  rect,
                     guint32      fill,
                     guint32      border)
{
  double right = rect.x + rect.width, bottom = rect.y + rect.height;
  cairo_t *cr = self->cr;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - RADIUS, rect.y + RADIUS, RADIUS, -G_PI / 2, 0);
  cairo_arc (cr, right - RADIUS, bottom - RADIUS, RADIUS, 0, G_PI / 2);
  cairo_arc (cr, rect.x + RADIUS, bottom - RADIUS, RADIUS, G_PI / 2, G_PI);
  cairo_arc (cr, rect.x + RADIUS, rect.y + RADIUS, RADIUS, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
  lev_slide_pen_color (self, fill);
  if (border == 0)
    {
      cairo_fill (cr);
      return;
    }

  cairo_fill_preserve (cr);
  lev_slide_pen_color (self, border);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
}

void
lev_slide_pen_rule (LevSlidePen *self,
                    double       x,
                    double       y,
                    double       width)
{
  lev_slide_pen_color (self, LEV_SLIDE_HAIRLINE);
  cairo_set_line_width (self->cr, 1.5);
  cairo_move_to (self->cr, x, y);
  cairo_line_to (self->cr, x + width, y);
  cairo_stroke (self->cr);
}

void
lev_slide_pen_chip (LevSlidePen *self,
                    LevLevel     level,
                    const char  *text,
                    LevHeatRect  rect)
{
  LevSlideType type = { MIN (0.52 * rect.height, 30), PANGO_WEIGHT_SEMIBOLD };
  double sign = 0.62 * type.size, gap = 0.7 * type.size, room = rect.width - 16;
  double middle = rect.y + rect.height / 2, left;
  g_autofree char *unknown = NULL;
  int width;

  type.color = level == LEV_LEVEL_CRITICAL ? LEV_SLIDE_WHITE : LEV_SLIDE_INK;
  cairo_save (self->cr);
  lev_color_set (&self->style.fill[level], self->cr);
  cairo_new_path (self->cr);
  cairo_rectangle (self->cr, rect.x + 3, rect.y + 3, rect.width - 6, rect.height - 6);
  cairo_set_line_join (self->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (self->cr, 6);
  cairo_fill_preserve (self->cr);
  cairo_stroke (self->cr);

  if (level == LEV_LEVEL_UNKNOWN)
    {
      unknown = g_str_equal (text, "?") ? g_strdup (text) : g_strconcat ("? ", text, NULL);
      sign = gap = 0;
    }
  set_up (self, &type, unknown != NULL ? unknown : text, type.size, -1, 1);
  pango_layout_get_pixel_size (self->layout, &width, NULL);
  width = (int) MIN (width, room - sign - gap);
  left = rect.x + (rect.width - width - sign - gap) / 2;
  lev_color_set (&self->style.text[level], self->cr);
  lev_heat_map_draw_sign (level, left + sign / 2, middle, sign, self->cr);
  lev_slide_pen_line (self, &type, unknown != NULL ? unknown : text, left + sign + gap, middle,
                      width + 1);
  cairo_restore (self->cr);
}

void
lev_slide_pen_title (LevSlidePen *self,
                     const char  *title,
                     const char  *subtitle)
{
  static const LevSlideType big = { 52, PANGO_WEIGHT_BOLD, LEV_SLIDE_ACCENT };
  static const LevSlideType below = { 27, PANGO_WEIGHT_NORMAL, LEV_SLIDE_FAINT };
  double width = self->width - 2 * LEV_SLIDE_MARGIN;

  lev_slide_pen_line (self, &big, title, LEV_SLIDE_MARGIN, 84, width);
  lev_slide_pen_line (self, &below, subtitle, LEV_SLIDE_MARGIN, 140, width);
}

void
lev_slide_pen_footer (LevSlidePen *self,
                      const char  *text,
                      guint        number,
                      guint        n_slides)
{
  LevSlideType right = lev_slide_small;
  double width = self->width - 2 * LEV_SLIDE_MARGIN;
  g_autofree char *count = NULL;
  double logo;

  /* Translators: the number of a slide and how many there are. */
  count = g_strdup_printf (_("%u of %u"), number, n_slides);
  right.alignment = PANGO_ALIGN_RIGHT;
  lev_slide_pen_rule (self, LEV_SLIDE_MARGIN, 1018, width);
  logo = lev_house_style_draw_logo (self->house, self->cr, self->width - LEV_SLIDE_MARGIN - 150,
                                    1044, LOGO_WIDTH, LOGO_HEIGHT);
  lev_slide_pen_line (self, &lev_slide_small, text, LEV_SLIDE_MARGIN, 1044, width - 170 - logo);
  lev_slide_pen_line (self, &right, count, self->width - LEV_SLIDE_MARGIN - 150, 1044, 150);
}
