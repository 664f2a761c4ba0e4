#include "lev-report-export.h"

#include "lev-application.h"
#include "lev-file-name.h"
#include "lev-job-dialog.h"
#include "lev-report.h"

#include <glib/gi18n.h>

/* A report that is being written: of a copy, so that work goes on meanwhile. */
typedef struct
{
  LevRegister *records;
  LevReview   *review; /* in @records */
  GFile       *file;
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_object (&self->records);
  g_clear_object (&self->file);
  g_free (self);
}

static gboolean
write_report (LevJob       *job,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  Export *self = data;
  LevReportOptions options = { .progress = lev_job_tell, .progress_data = job };

  if (!lev_report_write (self->review, &options, g_file_peek_path (self->file), cancellable, error))
    return FALSE;

  /* A large copy takes a while to take apart as well. */
  g_clear_object (&self->records);

  return TRUE;
}

static void
report_written_cb (GtkWidget *parent,
                   gpointer   data)
{
  Export *self = data;

  lev_job_dialog_offer (parent, _("The MT report is written"), self->file);
}

void
lev_report_export_write (GtkWidget *parent,
                         LevReview *review,
                         GFile     *file)
{
  Export *self = g_new0 (Export, 1);

  self->records = lev_register_copy (LEV_RECORD (review)->records);
  self->review = lev_register_lookup (self->records, LEV_RECORD (review)->id);
  self->file = g_object_ref (file);
  lev_job_dialog_run (parent, &(LevJobWork) { .title = _("Writing the MT report"),
                                              .failure = _("The MT report could not be written"),
                                              .advice = _("If the report is open in another "
                                                          "program, close it there; otherwise "
                                                          "choose another folder. Nothing of the "
                                                          "round is changed."),
                                              .func = write_report,
                                              .done = report_written_cb,
                                              .data = self,
                                              .destroy = export_free });
}

typedef struct
{
  GtkWidget *parent;
  LevReview *review;
} Question;

static void
remember_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  GSettings *settings = lev_application_get_settings (lev_application_get_default ());

  if (folder != NULL && g_file_peek_path (folder) != NULL)
    g_settings_set_string (settings, "report-folder", g_file_peek_path (folder));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autofree Question *question = user_data;
  g_autoptr (GtkWidget) parent = question->parent;
  g_autoptr (LevReview) review = question->review;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *uri = NULL;

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  uri = file != NULL ? g_file_get_uri (file) : NULL;
  if (file != NULL && g_file_peek_path (file) == NULL)
    g_set_error (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                 _("‘%s’ is not a folder of this computer. Choose one on this computer, and copy "
                   "the report from there"),
                 uri);

  if (error != NULL)
    {
      lev_job_dialog_show_error (parent, _("The MT report could not be written"), error, NULL);
      return;
    }

  remember_folder (file);
  lev_report_export_write (parent, review, file);
}

void
lev_report_export_run (GtkWindow *window,
                       LevReview *review)
{
  GSettings *settings = lev_application_get_settings (lev_application_get_default ());
  g_autofree char *folder = g_settings_get_string (settings, "report-folder");
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *title = g_strdup_printf ("MT-rapport %s", review->title);
  g_autofree char *base = lev_file_name_new (title);
  g_autofree char *name = g_strconcat (base, ".xlsx", NULL);
  Question *question = g_new0 (Question, 1);

  question->parent = g_object_ref (GTK_WIDGET (window));
  question->review = g_object_ref (review);
  gtk_file_dialog_set_title (dialog, _("Write the MT report"));
  gtk_file_dialog_set_initial_name (dialog, name);
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GFile) initial = g_file_new_for_path (folder);

      gtk_file_dialog_set_initial_folder (dialog, initial);
    }
  gtk_file_dialog_save (dialog, window, NULL, file_chosen_cb, question);
}
