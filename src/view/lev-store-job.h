#pragma once

#include "lev-application.h"
#include "lev-job.h"

G_BEGIN_DECLS

/**
 * LevStoreJob:
 * @title: what is being done ("Moving the database")
 * @failure: what is said above the error when it fails
 * @takes_store: whether the open database goes along into the thread. Then the window shows nothing
 *   of it meanwhile, so that no one else touches it: a connection belongs to one thread
 * @func: the work, in another thread. @store: (inout): what it took, or %NULL; afterwards what is
 *   open from then on. Without @takes_store %NULL leaves what is open. Returns: %FALSE with @error
 * @done: called in the main thread when @func succeeded
 * @failed: (nullable): called in the main thread when it failed or was cancelled; without it a
 *   failure is shown, and what was cancelled ends silently
 * @data: for these
 * @destroy: frees @data
 *
 * Long work on the database as a whole. When it is cancelled everything is as it was: what SQLite
 * does in a thread of a job stops by itself, and comes back as an error like any other.
 */
typedef struct
{
  const char *title;
  const char *failure;
  gboolean    takes_store;
  gboolean (*func) (LevStore **store,
                    LevJob *job,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error);
  void (*done) (LevApplication *application, gpointer data);
  void (*failed) (LevApplication *application, const GError *error, gpointer data);
  gpointer       data;
  GDestroyNotify destroy;
} LevStoreJob;

/* Writes what is typed, and runs @what; its progress is shown over the window, with a button that
 * cancels it. One at a time: while there is another one nothing is done. */
void     lev_store_job_run        (LevApplication    *application,
                                   const LevStoreJob *what);

/* Whether there is such work; the window stays until it has ended. */
gboolean lev_store_job_is_running (void);

G_END_DECLS
