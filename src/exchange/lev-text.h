/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LevTextEncoding:
 * @LEV_TEXT_UTF_8: UTF-8, with or without byte order mark
 * @LEV_TEXT_UTF_16: UTF-16 of either byte order, with byte order mark
 * @LEV_TEXT_WINDOWS_1252: what Dutch and other Western European Windows programs write
 *
 * How the characters of a text file were stored.
 */
typedef enum
{
  LEV_TEXT_UTF_8,
  LEV_TEXT_UTF_16,
  LEV_TEXT_WINDOWS_1252,
} LevTextEncoding;

/**
 * LevTextPosition:
 * @line: line in the file, from 1; CR, LF and CR LF each end a line
 * @column: character in the line, from 1
 *
 * A place in a text as an editor shows it.
 */
typedef struct
{
  guint line;
  guint column;
} LevTextPosition;

/* How many places of unreadable bytes a LevText remembers. */
#define LEV_TEXT_MAX_REPLACED 20

/**
 * LevText:
 * @text: the characters, valid UTF-8 without NUL and without byte order mark
 * @length: the length of @text in bytes
 * @encoding: how the file was stored
 * @n_replaced: how many characters could not be read and became U+FFFD
 * @replaced: where they are, at most the first %LEV_TEXT_MAX_REPLACED
 *
 * The text of a file whose encoding nobody told us.
 */
typedef struct
{
  char           *text;
  gsize           length;
  LevTextEncoding encoding;
  guint           n_replaced;
  LevTextPosition replaced[LEV_TEXT_MAX_REPLACED];
} LevText;

/**
 * lev_text_new:
 * @content: the bytes of a file
 * @error: return location for an error
 *
 * Finds out how @content is stored and decodes it. A byte order mark decides; without one, what is
 * valid UTF-8 is UTF-8 and anything else is Windows-1252. Bytes that mean nothing in the encoding
 * become U+FFFD and are counted.
 *
 * Returns: (transfer full): the text, or %NULL with %LEV_EXCHANGE_ERROR_CSV when @content is no
 *   text (it has a NUL byte, or is a workbook) or is over 1 GiB
 */
LevText        *lev_text_new          (GBytes  *content,
                                       GError **error);

/**
 * lev_text_get_position:
 * @self: a text
 * @offset: byte offset in @self->text
 *
 * Returns: the line and column of @offset
 */
LevTextPosition lev_text_get_position (const LevText *self,
                                       gsize          offset);

void            lev_text_free         (LevText *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevText, lev_text_free)

G_END_DECLS
