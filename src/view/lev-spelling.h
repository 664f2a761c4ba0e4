#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * lev_spelling_check:
 * @view: a text of more than a few words
 *
 * Marks Dutch words that are spelled wrong, with corrections in the context menu: the forms are in
 * Dutch whatever the language of the desktop. Without libspelling in the build, or a Dutch
 * dictionary on the machine, nothing is done. Replaces the buffer of @view, so it comes before
 * anything that listens to it.
 */
void lev_spelling_check (GtkTextView *view);

G_END_DECLS
