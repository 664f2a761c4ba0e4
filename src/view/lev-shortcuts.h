#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The keys of the application, in one table: they are installed from it, and the overview of the
 * shortcuts shows it. */

typedef struct
{
  const char *group;           /* English, marked for translation */
  const char *title;           /* what it does; English, marked for translation */
  const char *action;          /* with its prefix, as in “app.undo”; %NULL for keys of a page or row */
  const char *accelerators[3]; /* as for gtk_accelerator_parse() */
} LevShortcut;

/* All of them, those of a group together. */
const LevShortcut *lev_shortcuts_get       (guint *n_shortcuts);

/* Gives the actions of @application their keys. */
void               lev_shortcuts_install   (GtkApplication *application);

/* Newly allocated: the keys of @shortcut as people read them ("Ctrl+Z"); those of an action as
 * @application has them. The empty string for none. */
char              *lev_shortcuts_dup_label (GtkApplication    *application,
                                            const LevShortcut *shortcut);

G_END_DECLS
