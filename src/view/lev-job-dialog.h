#pragma once

#include "lev-job.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows how far long work is, with a button that cancels it. Work that is done at once shows
 * nothing. */

#define LEV_TYPE_JOB_DIALOG (lev_job_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevJobDialog, lev_job_dialog, LEV, JOB_DIALOG, AdwDialog)

/**
 * LevJobWork:
 * @title: what is being done ("The MT report is being written")
 * @failure: what is said above the error when it fails ("The MT report could not be written")
 * @advice: (nullable): what the user can do about it, below the error
 * @func: the work, in another thread; it must not touch records that the user can change
 * @done: called in the main thread when @func succeeded; @parent may be gone from its window
 * @data: for @func and @done
 * @destroy: frees @data after either
 *
 * Long work and what comes after it. Work that was cancelled ends silently.
 */
typedef struct
{
  const char *title;
  const char *failure;
  const char *advice;
  LevJobFunc  func;
  void (*done) (GtkWidget *parent, gpointer data);
  gpointer       data;
  GDestroyNotify destroy;
} LevJobWork;

/* Runs @work, and shows it over @parent. */
void lev_job_dialog_run        (GtkWidget        *parent,
                                const LevJobWork *work);

/* Shows @error in a dialog over @parent, under @heading and above @advice (nullable). */
void lev_job_dialog_show_error (GtkWidget    *parent,
                                const char   *heading,
                                const GError *error,
                                const char   *advice);

/* Says @message in a toast in the window of @parent, with a button that opens @file. */
void lev_job_dialog_offer      (GtkWidget  *parent,
                                const char *message,
                                GFile      *file);

G_END_DECLS
