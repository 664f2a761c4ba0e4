#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How every list of the application is searched: by a part of a text, whatever the case. */

/* Newly allocated: what is searched for, for lev_search_matches(); %NULL for everything. */
char    *lev_search_dup_needle (GtkEditable *entry);

/* Whether @text holds @needle; everything holds %NULL. */
gboolean lev_search_matches    (const char *text,
                                const char *needle);

G_END_DECLS
