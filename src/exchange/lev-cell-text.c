/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-cell-text.h"

#include <string.h>

#include <glib/gi18n.h>

#define REPLACEMENT "\xef\xbf\xbd"

/* Printable ASCII without the underscore, a tab and a line end: most texts are nothing else. */
static inline gboolean
is_plain (guchar byte)
{
  return (byte >= 0x20 && byte < 0x7f && byte != '_') || byte == '\t' || byte == '\n';
}

static gboolean
is_removed (gunichar character)
{
  return (character < 0x20 && character != '\t' && character != '\n') ||
         (character >= 0x7f && character < 0xa0) || (character & 0xfffe) == 0xfffe;
}

/* Excel reads `_x0041_` as the letter A. */
static gboolean
is_escape (const char *text)
{
  return text[0] == '_' && text[1] == 'x' && g_ascii_isxdigit (text[2]) &&
         g_ascii_isxdigit (text[3]) && g_ascii_isxdigit (text[4]) && g_ascii_isxdigit (text[5]) &&
         text[6] == '_';
}

/* Whether nothing in @text, from its first byte that is not plain, has to change. */
static gboolean
is_clean (const char *text,
          gsize       length)
{
  if (!g_utf8_validate_len (text, length, NULL))
    return FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (is_plain (*at))
        continue;
      if (is_escape (at) || is_removed (g_utf8_get_char (at)))
        return FALSE;
    }

  return TRUE;
}

static void
append_cleaned (const char *text,
                GString    *buffer)
{
  while (*text != '\0')
    {
      gunichar character = g_utf8_get_char_validated (text, -1);

      if (character == (gunichar) -1 || character == (gunichar) -2)
        {
          g_string_append (buffer, REPLACEMENT);
          text++;
          continue;
        }

      if (is_escape (text))
        g_string_append (buffer, "_x005F");
      if (character == '\r' && text[1] != '\n')
        g_string_append_c (buffer, '\n');
      else if (!is_removed (character))
        g_string_append_unichar (buffer, character);
      text = g_utf8_next_char (text);
    }
}

static gsize
count_units (const char *character)
{
  return g_utf8_get_char (character) > 0xffff ? 2 : 1;
}

/* The place of @limit UTF-16 units in a valid text, or its end. */
static const char *
find_limit (const char *text,
            gsize       limit)
{
  for (gsize units = 0; *text != '\0'; text = g_utf8_next_char (text))
    {
      units += count_units (text);
      if (units > limit)
        break;
    }

  return text;
}

static void
cut_to_limit (GString *buffer)
{
  /* Translators: stands at the end of a text that does not fit in a cell of a workbook. */
  const char *mark = _("… [cut off]");
  const char *cut;

  /* No text has more UTF-16 units than bytes. */
  if (buffer->len <= LEV_CELL_TEXT_MAX || *find_limit (buffer->str, LEV_CELL_TEXT_MAX) == '\0')
    return;

  cut = find_limit (buffer->str, LEV_CELL_TEXT_MAX - g_utf8_strlen (mark, -1));
  g_string_truncate (buffer, cut - buffer->str);
  g_string_append (buffer, mark);
}

const char *
lev_cell_text_clean (const char *text,
                     GString    *buffer)
{
  const char *at = text;
  gsize length;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (buffer != NULL, NULL);

  while (is_plain (*at))
    at++;

  length = *at == '\0' ? 0 : strlen (at);
  if ((gsize) (at - text) + length <= LEV_CELL_TEXT_MAX && (length == 0 || is_clean (at, length)))
    return text;

  g_string_truncate (buffer, 0);
  append_cleaned (text, buffer);
  cut_to_limit (buffer);

  return buffer->str;
}

gboolean
lev_cell_text_needs_quote (const char *text)
{
  g_return_val_if_fail (text != NULL, FALSE);

  return *text == '=' || *text == '+' || *text == '-' || *text == '@';
}

void
lev_cell_text_append_start (GString    *out,
                            const char *text,
                            guint       length)
{
  const char *cut, *space;

  g_return_if_fail (out != NULL);
  g_return_if_fail (text != NULL);

  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) <= (glong) length)
    {
      g_string_append (out, text);
      return;
    }

  cut = g_utf8_offset_to_pointer (text, (glong) length);
  space = g_strrstr_len (text, cut - text, " ");
  g_string_append_len (out, text, (space != NULL ? space : cut) - text);
  g_string_append (out, " …");
}
