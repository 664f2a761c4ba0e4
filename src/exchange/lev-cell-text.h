/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a cell can hold, in UTF-16 code units (Excel specifications and limits). */
#define LEV_CELL_TEXT_MAX (32767)

/**
 * lev_cell_text_clean:
 * @text: bytes from anywhere, ended by a NUL
 * @buffer: where a changed text is built; it is overwritten, never read
 *
 * Makes a text that every spreadsheet program can open and that reads as the original:
 * invalid UTF-8 becomes U+FFFD, control and non-characters are removed (a carriage return becomes
 * a line end), a literal `_x0041_` is escaped as Office Open XML demands (ECMA-376 part 1,
 * 22.9.2.19, ST_Xstring), and what is longer than a cell can hold is cut with a visible mark.
 *
 * Returns: (transfer none): @text itself when it is fine, which costs no copy, or the contents
 *   of @buffer, valid until the next call with it
 */
const char *lev_cell_text_clean        (const char *text,
                                        GString    *buffer);

/**
 * lev_cell_text_needs_quote:
 * @text: a text
 *
 * Whether a person who edits the cell would turn @text into a formula: it starts with `=`, `+`,
 * `-` or `@`. Such a cell gets the quote prefix in its format.
 */
gboolean    lev_cell_text_needs_quote  (const char *text);

/**
 * lev_cell_text_append_start:
 * @out: what is appended to
 * @text: a text
 * @length: how many characters there is room for
 *
 * Appends @text, or what of it fits, cut between two words and with a mark that says so.
 */
void        lev_cell_text_append_start (GString    *out,
                                        const char *text,
                                        guint       length);

G_END_DECLS
