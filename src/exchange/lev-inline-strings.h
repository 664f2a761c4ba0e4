/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The texts that stand in the cells of an .xlsx themselves instead of in its table of strings
 * (ECMA-376 part 1, 18.18.11, `inlineStr`): some programs write all of theirs so, and freexl passes
 * over them. */

typedef struct
{
  guint sheet; /* from 0, in the order of the workbook, as all here */
  guint row;
  guint column;
  char *text;
} LevInlineString;

/* Newly allocated (element-type LevInlineString): those of the workbook @path, sheet by sheet;
 * parts that cannot be read have none. */
GArray *lev_inline_strings_read (const char *path);

G_END_DECLS
