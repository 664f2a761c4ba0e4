#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text that is written while it is typed: when typing pauses for a moment, at the latest within a
 * second, when the field loses the focus or leaves the window, and on Enter. */

typedef void (*LevEditingFunc) (GtkWidget *field, const char *text, gpointer user_data);

/**
 * lev_editing_watch:
 * @field: a GtkEditable or GtkTextView
 * @written: called with what was typed, once per pause; only when it is not what was shown last
 *
 * Watches @field for as long as it lives.
 */
void lev_editing_watch     (GtkWidget     *field,
                            LevEditingFunc written,
                            gpointer       user_data);

/* Writes what was typed in a watched @field now. */
void lev_editing_flush     (GtkWidget *field);

/* Writes what was typed anywhere, before something that rests on it: undo, or the end. */
void lev_editing_flush_all (void);

/* Shows @text (%NULL for nothing) in a watched @field, unless someone is typing in it. */
void lev_editing_set_text  (GtkWidget  *field,
                            const char *text);

G_END_DECLS
