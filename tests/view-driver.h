#pragma once

#include "lev-window.h"

G_BEGIN_DECLS

/* Finds what the user sees in a window and uses it as the user does: only what is mapped and can be
 * used counts, and a test fails on what is not there. Texts are in the language of the test. */

/* A window of @width by @height on the screen. */
LevWindow *view_driver_open         (LevApplication *application,
                                     int             width,
                                     int             height);

/* Closes @window; nothing of it may be left. */
void       view_driver_close        (LevWindow *window);

/* A window of @width that shows step @number of the round of the example that runs. */
LevWindow *view_driver_open_step    (LevApplication *application,
                                     int             width,
                                     guint           number);

/* The dialog that @window shows, once it is there. */
gpointer   view_driver_get_dialog   (LevWindow *window);

/* Closes the dialog that @window shows. */
void       view_driver_close_dialog (LevWindow *window);

/* The first record of class @type whose field @field is @text. */
gpointer   view_driver_record       (LevApplication *application,
                                     GType           type,
                                     const char     *field,
                                     const char     *text);

/* The first @type below @root that is shown, in the order of the tree; %NULL for none. */
gpointer   view_driver_look         (gpointer root,
                                     GType    type);

/* The same, of which the label, title, tooltip or accessible text of a child is @text; fails when
 * there is none. */
gpointer   view_driver_find         (gpointer    root,
                                     GType       type,
                                     const char *text);

/* How many of @type below @root are shown. */
guint      view_driver_count        (gpointer root,
                                     GType    type);

/* Whether @text stands somewhere below @root, as a part of what a label says. */
gboolean   view_driver_sees         (gpointer    root,
                                     const char *text);

/* The button that says @text: it must be there and sensitive. */
void       view_driver_click        (gpointer    root,
                                     const char *text);

/* Chooses the toggle that says @text. */
void       view_driver_toggle       (gpointer    root,
                                     const char *text);

/* Types @text in @field, a GtkEditable or GtkTextView, in place of what is there. */
void       view_driver_type         (gpointer    field,
                                     const char *text);

/* Goes to step @number of the round that is open, and lets it settle. */
void       view_driver_go           (LevWindow *window,
                                     guint      number);

/* Waits until @done is true, for a few seconds at most. */
void view_driver_wait_for (gboolean (*done) (gpointer data), gpointer data);

G_END_DECLS
