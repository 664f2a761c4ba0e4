#include "lev-store-job.h"

#include "lev-application-private.h"
#include "lev-editing.h"
#include "lev-handbook-keeping.h"
#include "lev-job-dialog.h"
#include "lev-window.h"

typedef struct
{
  LevStoreJob     what;
  LevApplication *application;
  LevStore       *store;
  gboolean        has_succeeded;
  GError         *error;
} Running;

static gboolean is_running;

static void
running_free (gpointer data)
{
  Running *self = data;

  g_clear_pointer (&self->what.data, self->what.destroy);
  g_clear_object (&self->store);
  g_clear_error (&self->error);
  g_object_unref (self->application);
  g_free (self);
}

/* It has always ended well for the dialog: what was taken comes back either way. */
static gboolean
run_in_thread (LevJob       *job,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  Running *self = data;

  self->has_succeeded = self->what.func (&self->store, job, self->what.data, cancellable,
                                         &self->error);

  return TRUE;
}

static gboolean
save (LevApplication *application,
      GError        **error)
{
  lev_editing_flush_all ();
  lev_handbook_keeping_flush ();

  return lev_application_save_again (application, error);
}

static void
show_failure (Running *self)
{
  if (self->what.failed != NULL)
    self->what.failed (self->application, self->error, self->what.data);
  else if (!g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lev_job_dialog_show_error (lev_application_ensure_window (self->application),
                               self->what.failure, self->error, NULL);
}

static void
ended_cb (GtkWidget *parent,
          gpointer   data)
{
  Running *self = data;

  is_running = FALSE;
  g_application_release (G_APPLICATION (self->application));

  /* What was changed meanwhile in the database that goes is not lost either. */
  if (!self->what.takes_store && self->store != NULL && !save (self->application, &self->error))
    {
      g_clear_object (&self->store);
      self->has_succeeded = FALSE;
    }
  if (self->store != NULL)
    lev_register_release_lists (lev_store_get_records (self->store));
  if (self->what.takes_store || self->store != NULL)
    lev_application_set_store (self->application, self->store);

  if (self->has_succeeded)
    self->what.done (self->application, self->what.data);
  else
    show_failure (self);
}

/* The pages look at its records no more, and are told nothing from the thread. */
static void
take_store (Running *self)
{
  LevStore *store = lev_application_get_store (self->application);

  if (store != NULL)
    {
      self->store = g_object_ref (store);
      lev_application_set_store (self->application, NULL);
      lev_register_hold_lists (lev_store_get_records (self->store));
    }
  lev_window_show_busy (LEV_WINDOW (lev_application_ensure_window (self->application)),
                        self->what.title);
}

void
lev_store_job_run (LevApplication    *application,
                   const LevStoreJob *what)
{
  Running *self;

  if (is_running)
    {
      what->destroy (what->data);
      return;
    }

  self = g_new0 (Running, 1);
  self->what = *what;
  self->application = g_object_ref (application);
  if (!save (application, &self->error))
    {
      show_failure (self);
      running_free (self);
      return;
    }

  is_running = TRUE;
  g_application_hold (G_APPLICATION (application));
  if (what->takes_store)
    take_store (self);
  lev_job_dialog_run (lev_application_ensure_window (application),
                      &(LevJobWork) { .title = what->title,
                                      .failure = what->failure,
                                      .func = run_in_thread,
                                      .done = ended_cb,
                                      .data = self,
                                      .destroy = running_free });
}

gboolean
lev_store_job_is_running (void)
{
  return is_running;
}
