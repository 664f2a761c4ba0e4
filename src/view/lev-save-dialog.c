#include "lev-save-dialog.h"

#include "lev-application.h"
#include "lev-file-name.h"
#include "lev-job-dialog.h"
#include "lev-local-file.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget  *parent;
  GObject    *subject;
  LevSaveKind kind;
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
  g_autoptr (GObject) subject = question->subject;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)
    file = lev_local_file_take (gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result,
                                                             &error),
                                &error);

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  if (error != NULL)
    {
      lev_job_dialog_show_error (parent, question->kind.failure, error, NULL);
      return;
    }

  remember_folder (file);
  question->kind.func (parent, subject, file);
}

void
lev_save_dialog_run (GtkWindow         *window,
                     const LevSaveKind *kind,
                     const char        *name,
                     gpointer           subject)
{
  GSettings *settings = lev_application_get_settings (lev_application_get_default ());
  g_autofree char *folder = g_settings_get_string (settings, "report-folder");
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *base = lev_file_name_new (name);
  g_autofree char *file_name = g_strconcat (base, kind->suffix, NULL);
  Question *question = g_new0 (Question, 1);

  question->parent = g_object_ref (GTK_WIDGET (window));
  question->subject = g_object_ref (subject);
  question->kind = *kind;
  gtk_file_dialog_set_title (dialog, kind->title);
  gtk_file_dialog_set_initial_name (dialog, file_name);
  if (g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      g_autoptr (GFile) initial = g_file_new_for_path (folder);

      gtk_file_dialog_set_initial_folder (dialog, initial);
    }
  gtk_file_dialog_save (dialog, window, NULL, file_chosen_cb, question);
}
