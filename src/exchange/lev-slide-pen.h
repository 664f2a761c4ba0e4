/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-heat-map-drawing.h"
#include "lev-house-style.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* What all slides are drawn with: the palette and the type of the MT's documents, on a canvas that
 * is always 1080 high and as wide as the screen or the page asks. */

#define LEV_SLIDE_HEIGHT   (1080)
#define LEV_SLIDE_NARROW   (1440) /* 4:3 */
#define LEV_SLIDE_WIDE     (1920) /* 16:9 */
#define LEV_SLIDE_MARGIN   (80)
#define LEV_SLIDE_TOP      (192)  /* below the title */
#define LEV_SLIDE_BOTTOM   (1000) /* above the footer */
#define LEV_SLIDE_INK      (0x1f2a37)
#define LEV_SLIDE_FAINT    (0x5b6673)
#define LEV_SLIDE_ACCENT   (0x1f4e5f)
#define LEV_SLIDE_MIDDLE   (0x9db8c1)
#define LEV_SLIDE_LIGHT    (0xe3edf0)
#define LEV_SLIDE_PANEL    (0xf4f6f8)
#define LEV_SLIDE_HAIRLINE (0xd5dbe1)
#define LEV_SLIDE_CRITICAL (0x9b2c2c)
#define LEV_SLIDE_HIGH     (0x9a5b12) /* as text */
#define LEV_SLIDE_WHITE    (0xffffff)

typedef struct
{
  double         size;
  PangoWeight    weight;
  guint32        color;
  PangoAlignment alignment;
} LevSlideType;

extern const LevSlideType lev_slide_section;
extern const LevSlideType lev_slide_strong;
extern const LevSlideType lev_slide_body;
extern const LevSlideType lev_slide_secondary;
extern const LevSlideType lev_slide_small;

typedef struct
{
  const LevHouseStyle  *house; /* of the team */
  cairo_t              *cr;
  PangoLayout          *layout;
  PangoFontDescription *font;
  LevHeatStyle          style;
  double                width; /* of the canvas */
} LevSlidePen;

void   lev_slide_pen_init   (LevSlidePen *self,
                             cairo_t     *cr,
                             double       width);
void   lev_slide_pen_clear  (LevSlidePen *self);

/* Makes @color (0xRRGGBB) the source. */
void   lev_slide_pen_color  (LevSlidePen *self,
                             guint32      color);

/* Draws @text from (@x, @y) in lines of @width, at most @lines of them; what does not fit ends in
 * an ellipsis. Returns: how high it is */
double lev_slide_pen_text   (LevSlidePen        *self,
                             const LevSlideType *type,
                             const char         *text,
                             double              x,
                             double              y,
                             double              width,
                             int                 lines);

/* The same around the height @middle. */
void   lev_slide_pen_block  (LevSlidePen        *self,
                             const LevSlideType *type,
                             const char         *text,
                             double              x,
                             double              middle,
                             double              width,
                             int                 lines);

/* The same in one line around the height @middle; with letters down to three quarters of their
 * size before anything is left out. Returns: how wide it is */
double lev_slide_pen_line   (LevSlidePen        *self,
                             const LevSlideType *type,
                             const char         *text,
                             double              x,
                             double              middle,
                             double              width);

/* A filled rectangle with round corners, with an outline unless @border is 0. */
void   lev_slide_pen_panel  (LevSlidePen *self,
                             LevHeatRect  rect,
                             guint32      fill,
                             guint32      border);

/* A hairline. */
void   lev_slide_pen_rule   (LevSlidePen *self,
                             double       x,
                             double       y,
                             double       width);

/* The class @level with its sign and @text on its colour. */
void   lev_slide_pen_chip   (LevSlidePen *self,
                             LevLevel     level,
                             const char  *text,
                             LevHeatRect  rect);

/* The title, which says what the slide comes to, and the line below it. */
void   lev_slide_pen_title  (LevSlidePen *self,
                             const char  *title,
                             const char  *subtitle);

/* The line at the foot of a slide. */
void   lev_slide_pen_footer (LevSlidePen *self,
                             const char  *text,
                             guint        number,
                             guint        n_slides);

G_END_DECLS
