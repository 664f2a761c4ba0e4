#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where something is written that people use outside of the application: asked each time, first in
 * the folder of last time (the setting `report-folder`). */

/* Writes @subject to @file. */
typedef void (*LevSaveFunc) (GtkWidget *parent, gpointer subject, GFile *file);

/**
 * LevSaveKind:
 * @title: of the question, in the user's language, as all here
 * @failure: what is said above the error when the choice cannot be used
 * @suffix: of the file, with its dot
 *
 * What is written.
 */
typedef struct
{
  const char *title;
  const char *failure;
  const char *suffix;
  LevSaveFunc func;
} LevSaveKind;

/**
 * lev_save_dialog_run:
 * @name: what the file is called at first, without a suffix; what a file name cannot hold is
 *   replaced
 * @subject: (type GObject): what is written
 *
 * Asks where @subject goes, and has it written there.
 */
void lev_save_dialog_run (GtkWindow         *window,
                          const LevSaveKind *kind,
                          const char        *name,
                          gpointer           subject);

G_END_DECLS
