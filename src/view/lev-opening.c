#include "lev-opening.h"

#include "lev-application-private.h"
#include "lev-job-dialog.h"
#include "lev-store-job.h"
#include "lev-window.h"

#include <glib/gi18n.h>
#include <stdlib.h>

typedef struct
{
  char         *path;
  LevStoreMode  mode;
  LevOpenedFunc opened;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *self = data;

  g_free (self->path);
  g_free (self);
}

static gboolean
open_store (LevStore    **store,
            LevJob       *job,
            gpointer      data,
            GCancellable *cancellable,
            GError      **error)
{
  Opening *self = data;

  lev_job_tell (0, _("The database is checked, read and backed up"), job);
  *store = lev_store_open (self->path, self->mode, error);

  return *store != NULL;
}

static void
opened_cb (LevApplication *application,
           gpointer        data)
{
  Opening *self = data;

  if (self->opened != NULL)
    self->opened (application, self->path);
}

/* Without a database there is a page for it: that of the problem, or of the beginning. */
static void
failed_cb (LevApplication *application,
           const GError   *error,
           gpointer        data)
{
  Opening *self = data;
  gboolean is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  GtkWidget *window = lev_application_ensure_window (application);

  if (lev_application_get_store (application) != NULL)
    {
      if (!is_cancelled)
        lev_job_dialog_show_error (window, _("The database is not opened"), error, NULL);
    }
  else if (is_cancelled)
    lev_application_set_store (application, NULL);
  else
    lev_window_show_problem (LEV_WINDOW (window), self->path, error);
}

gboolean
lev_opening_is_open (LevApplication *application,
                     const char     *path)
{
  LevStore *store = lev_application_get_store (application);
  g_autofree char *a = realpath (path, NULL);
  g_autofree char *b = store != NULL ? realpath (lev_store_get_path (store), NULL) : NULL;

  return a != NULL && b != NULL && lev_store_get_notice (store) == NULL && g_str_equal (a, b);
}

void
lev_opening_go_to (LevApplication *application,
                   const char     *path,
                   LevStoreMode    mode,
                   LevOpenedFunc   opened)
{
  Opening *self;

  /* SQLite would wait for ourselves. */
  if (lev_opening_is_open (application, path))
    {
      if (opened != NULL)
        opened (application, path);
      return;
    }

  self = g_new0 (Opening, 1);
  self->path = g_strdup (path);
  self->mode = mode;
  self->opened = opened;
  lev_store_job_run (application, &(LevStoreJob) { .title = _("Opening the database"),
                                                   .failure = _("The database is not opened"),
                                                   .func = open_store,
                                                   .done = opened_cb,
                                                   .failed = failed_cb,
                                                   .data = self,
                                                   .destroy = opening_free });
}
