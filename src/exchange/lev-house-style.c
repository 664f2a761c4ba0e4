/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-house-style.h"

#include "lev-exchange-error.h"
#include "lev-logo.h"
#include "lev-template.h"

#include <cairo.h>
#include <glib/gi18n.h>
#include <math.h>

/* White letters on an accent must be readable. */
#define LEAST_CONTRAST (4.5)

struct _LevHouseStyle
{
  char            *title;
  char            *organisation;
  guint32          accent;
  GBytes          *logo;
  int              width;
  int              height;
  cairo_surface_t *picture;
};

/* The colours of the palette that come from the accent, and how much of it is in them; the rest is
 * white. */
static const struct
{
  guint32 colour;
  double  share;
} shades[] = {
  { LEV_HOUSE_STYLE_ACCENT, 1 },
  { 0x3f6b7a, 0.86 },
  { 0x9db8c1, 0.44 },
  { 0xe3edf0, 0.125 },
};

/* The part of red, green or blue in @colour at @shift, 0 to 1. */
static double
get_part (guint32 colour,
          guint   shift)
{
  return (colour >> shift & 0xff) / 255.0;
}

static double
get_luminance (guint32 colour)
{
  static const double weights[] = { 0.0722, 0.7152, 0.2126 };
  double sum = 0;

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      double part = get_part (colour, 8 * i);

      sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow ((part + 0.055) / 1.055, 2.4));
    }

  return sum;
}

gboolean
lev_house_style_parse_accent (const char *text,
                              guint32    *colour,
                              GError    **error)
{
  guint64 value = 0;

  if (text == NULL || strlen (text) != 7 || text[0] != '#' || !g_ascii_isxdigit (text[1]) ||
      !g_ascii_string_to_unsigned (text + 1, 16, 0, 0xffffff, &value, NULL))
    {
      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_PICTURE,
                   _("‘%s’ is not a colour such as #1f4e5f"), text != NULL ? text : "");
      return FALSE;
    }

  if (1.05 / (get_luminance ((guint32) value) + 0.05) < LEAST_CONTRAST)
    {
      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_PICTURE,
                   _("White letters on %s cannot be read well. Choose a darker colour."), text);
      return FALSE;
    }

  *colour = (guint32) value;

  return TRUE;
}

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  return g_input_stream_read_all (closure, data, length, NULL, NULL, NULL)
           ? CAIRO_STATUS_SUCCESS
           : CAIRO_STATUS_READ_ERROR;
}

/* A logo that cannot be drawn is none. */
static void
read_logo (LevHouseStyle *self,
           const char    *text)
{
  g_autoptr (GInputStream) stream = NULL;

  self->logo = lev_logo_decode (text, &self->width, &self->height);
  if (self->logo == NULL)
    return;

  stream = g_memory_input_stream_new_from_bytes (self->logo);
  self->picture = cairo_image_surface_create_from_png_stream (read_cb, stream);
  if (cairo_surface_status (self->picture) == CAIRO_STATUS_SUCCESS)
    return;

  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->logo, g_bytes_unref);
}

LevHouseStyle *
lev_house_style_new (LevRegister *records)
{
  LevHouseStyle *self = g_new0 (LevHouseStyle, 1);
  LevTemplate *template = lev_template_find (records);

  self->accent = LEV_HOUSE_STYLE_ACCENT;
  if (template == NULL)
    return self;

  lev_house_style_parse_accent (template->accent, &self->accent, NULL);
  self->title = !lev_text_is_blank (template->title) ? g_strdup (template->title) : NULL;
  self->organisation = !lev_text_is_blank (template->organisation)
                         ? g_strdup (template->organisation)
                         : NULL;
  read_logo (self, template->logo);

  return self;
}

void
lev_house_style_free (LevHouseStyle *self)
{
  g_clear_pointer (&self->picture, cairo_surface_destroy);
  g_clear_pointer (&self->logo, g_bytes_unref);
  g_free (self->title);
  g_free (self->organisation);
  g_free (self);
}

const char *
lev_house_style_get_title (const LevHouseStyle *self)
{
  return self->title;
}

const char *
lev_house_style_get_organisation (const LevHouseStyle *self)
{
  return self->organisation;
}

guint32
lev_house_style_get_colour (const LevHouseStyle *self,
                            guint32              colour)
{
  guint32 mixed = 0;

  if (self == NULL || self->accent == LEV_HOUSE_STYLE_ACCENT)
    return colour;

  for (guint i = 0; i < G_N_ELEMENTS (shades); i++)
    {
      if (shades[i].colour != colour)
        continue;
      for (guint shift = 0; shift <= 16; shift += 8)
        mixed |= (guint32) lrint (255 *
                                  (1 - shades[i].share * (1 - get_part (self->accent, shift))))
                 << shift;
      return mixed;
    }

  return colour;
}

GBytes *
lev_house_style_get_logo (const LevHouseStyle *self,
                          int                 *width,
                          int                 *height)
{
  *width = self->width;
  *height = self->height;

  return self->logo;
}

double
lev_house_style_draw_logo (const LevHouseStyle *self,
                           cairo_t             *cr,
                           double               right,
                           double               middle,
                           double               width,
                           double               height)
{
  double scale;

  if (self == NULL || self->picture == NULL)
    return 0;

  scale = MIN (width / self->width, height / self->height);
  cairo_save (cr);
  cairo_translate (cr, right - scale * self->width, middle - scale * self->height / 2);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->picture, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);

  return scale * self->width;
}
