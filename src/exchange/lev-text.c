/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-text.h"

#include <string.h>

#include <glib/gi18n.h>

#include "lev-exchange-error.h"

#define REPLACEMENT 0xfffd
#define MAX_SIZE    (1u << 30)

/* Windows-1252 is Latin-1 except for this block; 0 marks the five bytes that it leaves undefined. */
static const gunichar windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
  0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

typedef struct
{
  LevText *result;
  GString *text;
  GArray  *replaced_offsets;
} Decoder;

static void
append_unreadable (Decoder *self)
{
  if (self->replaced_offsets->len < LEV_TEXT_MAX_REPLACED)
    g_array_append_val (self->replaced_offsets, self->text->len);
  self->result->n_replaced++;
  g_string_append_unichar (self->text, REPLACEMENT);
}

static void
decode_windows_1252 (Decoder      *self,
                     const guint8 *bytes,
                     gsize         size)
{
  for (gsize i = 0; i < size; i++)
    {
      if (bytes[i] < 0x80)
        g_string_append_c (self->text, bytes[i]);
      else if (bytes[i] >= 0xa0)
        g_string_append_unichar (self->text, bytes[i]);
      else if (windows_1252[bytes[i] - 0x80] != 0)
        g_string_append_unichar (self->text, windows_1252[bytes[i] - 0x80]);
      else
        append_unreadable (self);
    }
}

static void
decode_utf_8 (Decoder      *self,
              const guint8 *bytes,
              gsize         size)
{
  const char *at = (const char *) bytes;
  const char *end = at + size;

  while (at < end)
    {
      const char *valid_end;

      /* A NUL also ends what is valid; it is kept, for the check on NUL to find. */
      g_utf8_validate_len (at, end - at, &valid_end);
      g_string_append_len (self->text, at, valid_end - at);
      at = valid_end;
      if (at == end)
        break;
      if (*at == '\0')
        g_string_append_c (self->text, '\0');
      else
        append_unreadable (self);
      at++;
    }
}

static gunichar
get_utf_16_unit (const guint8 *bytes,
                 gboolean      big_endian)
{
  return big_endian ? bytes[0] << 8 | bytes[1] : bytes[1] << 8 | bytes[0];
}

static void
decode_utf_16 (Decoder      *self,
               const guint8 *bytes,
               gsize         size,
               gboolean      big_endian)
{
  gsize i;

  for (i = 0; i + 1 < size; i += 2)
    {
      gunichar unit = get_utf_16_unit (bytes + i, big_endian);
      gunichar low = i + 3 < size ? get_utf_16_unit (bytes + i + 2, big_endian) : 0;

      if (unit >= 0xd800 && unit < 0xdc00 && low >= 0xdc00 && low < 0xe000)
        {
          g_string_append_unichar (self->text, 0x10000 + ((unit - 0xd800) << 10) + (low - 0xdc00));
          i += 2;
        }
      else if (unit >= 0xd800 && unit < 0xe000)
        append_unreadable (self);
      else
        g_string_append_unichar (self->text, unit);
    }

  if (i < size)
    append_unreadable (self);
}

static void
decode (Decoder      *self,
        const guint8 *bytes,
        gsize         size)
{
  if (size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      decode_utf_8 (self, bytes + 3, size - 3);
    }
  else if (size >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0))
    {
      self->result->encoding = LEV_TEXT_UTF_16;
      decode_utf_16 (self, bytes + 2, size - 2, bytes[0] == 0xfe);
    }
  else if (size == 0 || g_utf8_validate_len ((const char *) bytes, size, NULL))
    {
      g_string_append_len (self->text, (const char *) bytes, size);
    }
  else
    {
      self->result->encoding = LEV_TEXT_WINDOWS_1252;
      decode_windows_1252 (self, bytes, size);
    }
}

static gboolean
check_is_text (const guint8 *bytes,
               gsize         size,
               GError      **error)
{
  if (size > MAX_SIZE)
    {
      g_set_error_literal (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_CSV,
                           _("Reading the file failed: it is larger than 1 GiB. Split it into "
                             "smaller files"));
      return FALSE;
    }

  /* The first bytes of .xlsx and .ods, and those of .xls. */
  if (size >= 4 && (memcmp (bytes, "PK\3\4", 4) == 0 || memcmp (bytes, "\xd0\xcf\x11\xe0", 4) == 0))
    {
      g_set_error_literal (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_CSV,
                           _("Reading the file failed: it is a workbook. Save the sheet as "
                             "‘CSV UTF-8’ first"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_has_no_nul (const LevText *self,
                  GError       **error)
{
  const char *nul = memchr (self->text, '\0', self->length);
  LevTextPosition position;

  if (nul == NULL)
    return TRUE;

  position = lev_text_get_position (self, nul - self->text);
  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_CSV,
               _("Reading the file failed: line %u, character %u is a NUL byte, so this is no "
                 "text. Save the sheet as ‘CSV UTF-8’"),
               position.line, position.column);
  return FALSE;
}

LevText *
lev_text_new (GBytes  *content,
              GError **error)
{
  g_autoptr (LevText) self = NULL;
  g_autoptr (GArray) offsets = NULL;
  Decoder decoder;
  const guint8 *bytes;
  gsize size;

  g_return_val_if_fail (content != NULL, NULL);

  bytes = g_bytes_get_data (content, &size);
  if (!check_is_text (bytes, size, error))
    return NULL;

  self = g_new0 (LevText, 1);
  offsets = g_array_new (FALSE, FALSE, sizeof (gsize));
  decoder = (Decoder) { self, g_string_sized_new (size + 1), offsets };
  decode (&decoder, bytes, size);
  self->length = decoder.text->len;
  self->text = g_string_free_and_steal (decoder.text);

  for (guint i = 0; i < offsets->len; i++)
    self->replaced[i] = lev_text_get_position (self, g_array_index (offsets, gsize, i));

  return check_has_no_nul (self, error) ? g_steal_pointer (&self) : NULL;
}

LevTextPosition
lev_text_get_position (const LevText *self,
                       gsize          offset)
{
  const char *line_start;
  LevTextPosition position = { 1, 1 };

  g_return_val_if_fail (self != NULL, position);

  line_start = self->text;
  for (gsize i = 0; i < offset; i++)
    {
      char c = self->text[i];

      if (c == '\n' || (c == '\r' && self->text[i + 1] != '\n'))
        {
          position.line++;
          line_start = self->text + i + 1;
        }
    }

  position.column = g_utf8_strlen (line_start, self->text + offset - line_start) + 1;

  return position;
}

void
lev_text_free (LevText *self)
{
  g_free (self->text);
  g_free (self);
}
