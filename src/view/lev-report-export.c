#include "lev-report-export.h"

#include "lev-application.h"
#include "lev-report.h"
#include "lev-window.h"

#include <glib/gi18n.h>

static void
show_error (GtkWidget    *window,
            const GError *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("The MT report could not be written"),
                                            error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, window);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LevReview) review = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, &error);
  LevApplication *application = lev_application_get_default ();
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  if (file == NULL || !lev_report_write (review, NULL, g_file_peek_path (file), NULL, &error))
    show_error (GTK_WIDGET (window), error);
  else
    lev_application_toast (application, _("The MT report is written"), NULL, NULL);
}

void
lev_report_export_run (GtkWindow *window,
                       LevReview *review)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *name = g_strdup_printf ("MT-rapport %s.xlsx", review->title);

  gtk_file_dialog_set_title (dialog, _("Write the MT report"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window, NULL, file_chosen_cb, g_object_ref (review));
}
