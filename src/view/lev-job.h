#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Long work in a thread of its own: it says how far it is and what it does, and can be cancelled.
 * It must not touch records that the user can change meanwhile; see lev_register_copy(). */

#define LEV_TYPE_JOB (lev_job_get_type ())
G_DECLARE_FINAL_TYPE (LevJob, lev_job, LEV, JOB, GObject)

/* The work: calls lev_job_tell() now and then. Returns: %FALSE with @error */
typedef gboolean (*LevJobFunc) (LevJob *job,
                                gpointer data,
                                GCancellable *cancellable,
                                GError **error);

LevJob     *lev_job_new          (void);

/**
 * lev_job_run:
 * @func: the work, called in another thread
 * @data: for @func; must live until @callback
 * @callback: called in this thread when the work ended, whichever way
 *
 * Runs @func once.
 */
void        lev_job_run          (LevJob             *self,
                                  LevJobFunc          func,
                                  gpointer            data,
                                  GAsyncReadyCallback callback,
                                  gpointer            user_data);

/* Returns: %FALSE with the error of the work, or G_IO_ERROR_CANCELLED */
gboolean    lev_job_finish       (LevJob       *self,
                                  GAsyncResult *result,
                                  GError      **error);

/* Asks the work to stop; it ends as soon as it can. */
void        lev_job_cancel       (LevJob *self);

/* From the thread of the work: @fraction (0 to 1) is done, and now comes @message. The arguments
 * are in the order of LevReportProgress, with the job as its data. */
void        lev_job_tell         (double      fraction,
                                  const char *message,
                                  gpointer    job);

/* How much is done, 0 to 1. Property `fraction`. */
double      lev_job_get_fraction (LevJob *self);

/* What is being done, in the user's language. Property `message`. */
const char *lev_job_get_message  (LevJob *self);

G_END_DECLS
