#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How every list of the application is searched: by a part of a text, whatever the case and the
 * accents. */

/* Newly allocated: what is searched for, for lev_search_matches(); %NULL for everything. */
char          *lev_search_dup_needle (GtkEditable *entry);

/* Whether @text holds @needle; everything holds %NULL. */
gboolean       lev_search_matches    (const char *text,
                                      const char *needle);

/* Newly allocated: attributes that emphasize @words (from lev_fold_split()) in @text, in weight and
 * with a line, not in colour. */
PangoAttrList *lev_search_emphasize  (const char        *text,
                                      const char *const *words);

G_END_DECLS
