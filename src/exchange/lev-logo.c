/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-logo.h"

#include "lev-exchange-error.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n.h>
#include <zlib.h>

/* The largest file that is read, and the largest picture that is drawn from it. */
#define MAX_FILE_SIZE (2 * 1024 * 1024)
#define MAX_PIXELS    (4000)

/* The largest picture that is kept: what a logo of this size takes at worst is less. */
#define MAX_PNG_SIZE (LEV_LOGO_MAX_WIDTH * LEV_LOGO_MAX_HEIGHT * 4 + 4096)

static const guint8 png_signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };

/* The name of the loader by the first bytes, whatever the file is called; %NULL for others. */
static const char *
find_type (const guint8 *data,
           gsize         size)
{
  if (size > sizeof png_signature && memcmp (data, png_signature, sizeof png_signature) == 0)
    return "png";
  if (size > 3 && data[0] == 0xff && data[1] == 0xd8 && data[2] == 0xff)
    return "jpeg";

  return NULL;
}

/* A number of PNG, which has the highest byte first. */
static guint32
read_number (const guint8 *data)
{
  return (guint32) data[0] << 24 | (guint32) data[1] << 16 | (guint32) data[2] << 8 | data[3];
}

/* Whether each chunk is right and the last one is there; of a picture that was cut off the loader
 * draws the upper part and says nothing. PNG (ISO 15948), 5.3. */
static gboolean
is_whole_png (const guint8 *data,
              gsize         size)
{
  for (gsize at = sizeof png_signature; size - at >= 12;)
    {
      gsize length = read_number (data + at);
      const guint8 *chunk = data + at + 4;

      if (length > size - at - 12 ||
          crc32 (0, chunk, (uInt) length + 4) != read_number (chunk + 4 + length))
        return FALSE;
      if (memcmp (chunk, "IEND", 4) == 0)
        return TRUE;
      at += length + 12;
    }

  return FALSE;
}

/* Whether the picture has an end: segments have a length, and in the coded part after `DA` a marker
 * is a FF that is followed by neither 00 nor D0 to D7. JPEG (ITU-T T.81), B.1.1. */
static gboolean
is_whole_jpeg (const guint8 *data,
               gsize         size)
{
  gboolean is_coded = FALSE;

  for (gsize at = 2; at + 1 < size;)
    {
      guint8 marker = data[at + 1];

      if (data[at] != 0xff || (is_coded && (marker == 0 || (marker >= 0xd0 && marker <= 0xd7))))
        {
          if (!is_coded)
            return FALSE;
          at++;
        }
      else if (marker == 0xd9)
        return TRUE;
      else if (marker == 0xff)
        at++;
      else if (at + 4 <= size)
        {
          is_coded = marker == 0xda;
          at += 2 + (data[at + 2] << 8 | data[at + 3]);
        }
      else
        return FALSE;
    }

  return FALSE;
}

/* Smaller when it is too large; a picture of an unreasonable size is not drawn at all. */
static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gboolean        *is_too_large)
{
  double scale = MIN (1, MIN ((double) LEV_LOGO_MAX_WIDTH / MAX (width, 1),
                              (double) LEV_LOGO_MAX_HEIGHT / MAX (height, 1)));

  *is_too_large = width > MAX_PIXELS || height > MAX_PIXELS;
  if (*is_too_large)
    gdk_pixbuf_loader_set_size (loader, 1, 1);
  else
    gdk_pixbuf_loader_set_size (loader, MAX ((int) (width * scale), 1),
                                MAX ((int) (height * scale), 1));
}

/* The picture in @content; %NULL for none. When it is too large, @reason says so. */
static GdkPixbuf *
draw (GBytes      *content,
      const char  *type,
      const char **reason)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, NULL);
  gboolean is_too_large = FALSE;
  GdkPixbuf *pixbuf;
  gboolean is_read;

  if (loader == NULL)
    return NULL;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &is_too_large);
  is_read = gdk_pixbuf_loader_write_bytes (loader, content, NULL);
  is_read = gdk_pixbuf_loader_close (loader, NULL) && is_read;
  pixbuf = is_read && !is_too_large ? gdk_pixbuf_loader_get_pixbuf (loader) : NULL;
  if (is_too_large)
    *reason = N_("The picture has too many pixels.");

  return pixbuf != NULL ? g_object_ref (pixbuf) : NULL;
}

/* The picture in the file @content; %NULL for none, with in @reason why. */
static GdkPixbuf *
read_picture (GBytes      *content,
              const char **reason)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (content, &size);
  const char *type = find_type (data, size);

  *reason = N_("It is no PNG and no JPEG picture.");
  if (size > MAX_FILE_SIZE)
    *reason = N_("The file is too large.");
  if (size > MAX_FILE_SIZE || type == NULL)
    return NULL;

  *reason = N_("The picture is damaged or not complete.");
  if (g_str_equal (type, "png") ? !is_whole_png (data, size) : !is_whole_jpeg (data, size))
    return NULL;

  return draw (content, type, reason);
}

static char *
encode (GdkPixbuf *pixbuf,
        GError   **error)
{
  g_autofree char *png = NULL;
  gsize size;

  if (!gdk_pixbuf_save_to_buffer (pixbuf, &png, &size, "png", error, NULL))
    return NULL;

  return g_base64_encode ((const guchar *) png, size);
}

char *
lev_logo_import (GFile   *file,
                 GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) array = NULL;
  g_autoptr (GBytes) content = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  const char *reason = NULL;
  gsize size;

  if (stream == NULL)
    return NULL;

  array = g_byte_array_sized_new (MAX_FILE_SIZE + 1);
  g_byte_array_set_size (array, MAX_FILE_SIZE + 1);
  if (!g_input_stream_read_all (G_INPUT_STREAM (stream), array->data, array->len, &size, NULL,
                                error))
    return NULL;

  g_byte_array_set_size (array, size);
  content = g_byte_array_free_to_bytes (g_steal_pointer (&array));
  pixbuf = read_picture (content, &reason);
  if (pixbuf != NULL)
    return encode (pixbuf, error);

  g_set_error (
    error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_PICTURE,
    _("‘%s’ cannot be used as a logo. %s Choose a PNG or a JPEG picture of at most 2 MB and "
      "%d pixels wide or high."),
    name, _(reason), MAX_PIXELS);
  return NULL;
}

GBytes *
lev_logo_decode (const char *text,
                 int        *width,
                 int        *height)
{
  g_autofree guchar *data = NULL;
  guint32 columns, rows;
  gsize size;

  if (text == NULL || strlen (text) > MAX_PNG_SIZE / 3 * 4 + 4)
    return NULL;

  /* The signature, and then the header: its length, its name, width and height. */
  data = g_base64_decode (text, &size);
  if (size < 33 || memcmp (data, png_signature, sizeof png_signature) != 0 ||
      memcmp (data + 12, "IHDR", 4) != 0)
    return NULL;

  columns = read_number (data + 16);
  rows = read_number (data + 20);
  if (columns == 0 || columns > LEV_LOGO_MAX_WIDTH || rows == 0 || rows > LEV_LOGO_MAX_HEIGHT)
    return NULL;

  *width = (int) columns;
  *height = (int) rows;

  return g_bytes_new_take (g_steal_pointer (&data), size);
}
