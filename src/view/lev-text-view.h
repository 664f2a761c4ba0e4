#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A text that grows with what is in it: it wraps, Tab leaves it, its spelling is checked, what is
 * typed is taken back as every other edit is, and property `placeholder` says what it is for as
 * long as it is empty. */

#define LEV_TYPE_TEXT_VIEW (lev_text_view_get_type ())
G_DECLARE_FINAL_TYPE (LevTextView, lev_text_view, LEV, TEXT_VIEW, GtkTextView)

GtkWidget *lev_text_view_new             (void);

void       lev_text_view_set_placeholder (LevTextView *self,
                                          const char  *placeholder);

/* Newly allocated: what is in it, without white space around it. */
char      *lev_text_view_dup_text        (LevTextView *self);

G_END_DECLS
