/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-register.h"

G_BEGIN_DECLS

/* What the template of a team makes of the report, the slides and the documents: the palette of the
 * MT report with another accent, a name and a logo. The colours of the risk classes never change:
 * they mean something. */

typedef struct _LevHouseStyle LevHouseStyle;

/* The one of cairo: who draws nothing does without its header. */
typedef struct _cairo cairo_t;

/* The accent while none is chosen. */
#define LEV_HOUSE_STYLE_ACCENT (0x1f4e5f)

/* The style in @records, or the default one; whatever in it cannot be used is left out. */
LevHouseStyle *lev_house_style_new              (LevRegister *records);
void           lev_house_style_free             (LevHouseStyle *self);

/* The title of the report; %NULL for the usual one. */
const char    *lev_house_style_get_title        (const LevHouseStyle *self);

/* The name of the organisation; %NULL for none. */
const char    *lev_house_style_get_organisation (const LevHouseStyle *self);

/* What @colour of the palette is in this style; another colour stays as it is. */
guint32        lev_house_style_get_colour       (const LevHouseStyle *self,
                                                 guint32              colour);

/* The logo as a PNG, and its size in pixels; %NULL for none. */
GBytes        *lev_house_style_get_logo         (const LevHouseStyle *self,
                                                 int                 *width,
                                                 int                 *height);

/**
 * lev_house_style_draw_logo:
 * @right: where it ends
 * @middle: where the middle of its height is
 *
 * Draws the logo in a box of @width by @height.
 *
 * Returns: how wide it is drawn; 0 when there is none
 */
double         lev_house_style_draw_logo        (const LevHouseStyle *self,
                                                 cairo_t             *cr,
                                                 double               right,
                                                 double               middle,
                                                 double               width,
                                                 double               height);

/**
 * lev_house_style_parse_accent:
 * @text: `#1f4e5f`
 * @colour: (out)
 *
 * Returns: %FALSE with %LEV_EXCHANGE_ERROR_PICTURE when @text is no colour, or one on which white
 *   letters cannot be read (a contrast under 4.5, WCAG 2.2 section 1.4.3)
 */
gboolean       lev_house_style_parse_accent     (const char *text,
                                                 guint32    *colour,
                                                 GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevHouseStyle, lev_house_style_free)

G_END_DECLS
