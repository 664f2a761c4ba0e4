#include "lev-archive-run.h"

#include "lev-application.h"
#include "lev-archiving.h"
#include "lev-file-store.h"
#include "lev-job-dialog.h"
#include "lev-process.h"

#include <glib/gi18n.h>

/* What is written: gathered from the records before, recorded in them after. */
typedef struct
{
  GPtrArray *dossiers; /* LevDossier */
  GPtrArray *archives; /* LevArchive, beside them */
  GPtrArray *results;  /* LevArchiveResult of those that were written */
  char      *folder;
  GError    *error; /* why the last ones were not */
} Run;

static void
run_free (gpointer data)
{
  Run *self = data;

  g_ptr_array_unref (self->dossiers);
  g_ptr_array_unref (self->archives);
  g_ptr_array_unref (self->results);
  g_free (self->folder);
  g_clear_error (&self->error);
  g_free (self);
}

/* Each archive takes its share of the whole. */
typedef struct
{
  LevJob *job;
  guint   index;
  guint   total;
} Share;

static void
tell_share (double      fraction,
            const char *message,
            gpointer    data)
{
  Share *share = data;

  lev_job_tell ((share->index + fraction) / share->total, message, share->job);
}

static gboolean
write_archives (LevJob       *job,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  Run *self = data;

  for (guint i = 0; i < self->archives->len; i++)
    {
      Share share = { job, i, self->archives->len };
      g_autoptr (GError) problem = NULL;
      LevArchiveResult *result = lev_archive_write (g_ptr_array_index (self->archives, i),
                                                    self->folder, tell_share, &share, cancellable,
                                                    &problem);

      if (result != NULL)
        g_ptr_array_add (self->results, result);
      else if (i == 0)
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
      else
        {
          self->error = g_steal_pointer (&problem);
          return TRUE;
        }
    }

  return TRUE;
}

/* Each dossier is an edit of its own: what is written stays recorded when a later one fails. */
static gboolean
record (LevDossier       *dossier,
        LevArchiveResult *result)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;

  if (dossier->review->closed != 0)
    return TRUE;

  lev_application_begin (application, _("Archive a dossier"));
  if (lev_process_record_archive (dossier, result->path, result->sha256, LEV_VERDICT_RIGHT,
                                  &error) == NULL)
    {
      lev_application_refuse (application, error);
      return FALSE;
    }

  return lev_application_commit (application);
}

static void
archives_written_cb (GtkWidget *parent,
                     gpointer   data)
{
  Run *self = data;
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autofree char *message = NULL;
  guint n_recorded = 0;

  g_settings_set_string (lev_application_get_settings (lev_application_get_default ()),
                         "archive-folder", self->folder);
  while (n_recorded < self->results->len && record (g_ptr_array_index (self->dossiers, n_recorded),
                                                    g_ptr_array_index (self->results, n_recorded)))
    n_recorded++;

  message = g_strdup_printf (ngettext ("%u dossier is archived", "%u dossiers are archived",
                                       n_recorded),
                             n_recorded);
  lev_job_dialog_offer (parent, message, folder);
  if (self->error != NULL && !g_error_matches (self->error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lev_job_dialog_show_error (parent, _("Not everything could be archived"), self->error,
                               _("What was written is recorded; the other dossiers still wait."));
}

/* Everything is gathered first: a dossier that is not ready stops it before anything is written. */
static gboolean
gather (Run       *self,
        GPtrArray *dossiers,
        GError   **error)
{
  LevStore *store = lev_application_get_store (lev_application_get_default ());
  g_autofree char *files = lev_file_store_dup_folder (lev_store_get_path (store));

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      LevArchive *archive = lev_archiving_gather (dossier, files, error);

      if (archive == NULL)
        return FALSE;

      g_ptr_array_add (self->dossiers, g_object_ref (dossier));
      g_ptr_array_add (self->archives, archive);
    }

  return TRUE;
}

void
lev_archive_run_write (GtkWidget *parent,
                       GPtrArray *dossiers,
                       GFile     *folder)
{
  Run *self = g_new0 (Run, 1);
  g_autoptr (GError) error = NULL;

  self->dossiers = g_ptr_array_new_with_free_func (g_object_unref);
  self->archives = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_archive_free);
  self->results = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_archive_result_free);
  self->folder = g_file_get_path (folder);

  if (!gather (self, dossiers, &error))
    {
      lev_job_dialog_show_error (parent, _("The dossiers could not be archived"), error, NULL);
      run_free (self);
      return;
    }

  lev_job_dialog_run (parent,
                      &(LevJobWork) { .title = _("Archiving the dossiers"),
                                      .failure = _("The dossiers could not be archived"),
                                      .advice = _("Look whether the folder can be reached and "
                                                  "written to, and try again: what was written "
                                                  "before a connection was lost is taken up. Or "
                                                  "choose another folder. Nothing is recorded."),
                                      .func = write_archives,
                                      .done = archives_written_cb,
                                      .data = self,
                                      .destroy = run_free });
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GtkWidget) parent = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_file_launcher_launch_finish (GTK_FILE_LAUNCHER (source), result, &error) &&
      !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    lev_job_dialog_show_error (parent, _("The folder could not be opened"), error, NULL);
}

void
lev_archive_run_reveal (GtkWidget  *parent,
                        const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GtkFileLauncher) launcher = gtk_file_launcher_new (file);

  gtk_file_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (parent)), NULL, launched_cb,
                            g_object_ref (parent));
}
