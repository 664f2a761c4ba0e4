#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Text as it is searched: without case and accents, so that “cafe” finds “Café”. */

/* Newly allocated: @text (nullable) in lower case, letters without their accents. */
char   *lev_fold_text   (const char *text);

/* Adds it to the end of @target. */
void    lev_fold_append (GString    *target,
                         const char *text);

/* Newly allocated: the words of @text, folded; %NULL-terminated. */
char  **lev_fold_split  (const char *text);

/* A part of a text, in bytes. */
typedef struct
{
  guint start;
  guint end;
} LevFoldRange;

/**
 * lev_fold_find:
 * @text: as people read it
 * @words: from lev_fold_split()
 *
 * Returns: (transfer full) (element-type LevFoldRange): where in @text the words are, in the order
 *   of the text; ranges do not overlap
 */
GArray *lev_fold_find   (const char        *text,
                         const char *const *words);

G_END_DECLS
