#include "lev-profile-export.h"

#include "lev-file-name.h"
#include "lev-job-dialog.h"
#include "lev-local-file.h"
#include "lev-profile-pages.h"
#include "lev-profile-pdf.h"
#include "lev-register.h"

#include <glib/gi18n.h>

typedef struct
{
  GtkWidget  *parent;
  LevDossier *dossier;
} Question;

static void
question_free (Question *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->dossier);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

/* "Risicoprofiel Waterland Datacenters" */
static char *
dup_name (LevDossier *dossier)
{
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));

  /* Translators: the name of a document; a supplier */
  return g_strdup_printf (_("Risk profile %s"), title);
}

void
lev_profile_export_write (GtkWidget  *parent,
                          LevDossier *dossier,
                          GFile      *file)
{
  g_autoptr (GError) error = NULL;

  if (lev_profile_pdf_write (dossier, g_file_peek_path (file), &error))
    lev_job_dialog_offer (parent, _("The profile is written"), file);
  else
    lev_job_dialog_show_error (parent, _("The profile could not be written"), error,
                               _("If it is open in another program, close it there; otherwise "
                                 "choose another folder."));
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Question) question = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)
    file = lev_local_file_take (gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result,
                                                             &error),
                                &error);

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  if (error != NULL)
    lev_job_dialog_show_error (question->parent, _("The profile could not be written"), error,
                               NULL);
  else
    lev_profile_export_write (question->parent, question->dossier, file);
}

void
lev_profile_export_run (GtkWindow  *window,
                        LevDossier *dossier)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *title = dup_name (dossier);
  g_autofree char *base = lev_file_name_new (title);
  g_autofree char *name = g_strconcat (base, ".pdf", NULL);
  Question *question = g_new0 (Question, 1);

  question->parent = g_object_ref (GTK_WIDGET (window));
  question->dossier = g_object_ref (dossier);
  gtk_file_dialog_set_title (dialog, _("Save the profile as PDF"));
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, window, NULL, file_chosen_cb, question);
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              LevPageFlow       *flow)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double scale = MIN (gtk_print_context_get_width (context) / LEV_PAGE_WIDTH,
                      gtk_print_context_get_height (context) / LEV_PAGE_HEIGHT);

  cairo_save (cr);
  cairo_scale (cr, scale, scale);
  lev_page_flow_draw (flow, (guint) page, cr);
  cairo_restore (cr);
}

static void
done_cb (GtkPrintOperation      *operation,
         GtkPrintOperationResult result,
         GtkWidget              *window)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  lev_job_dialog_show_error (window, _("The profile could not be printed"), error, NULL);
}

void
lev_profile_export_print (GtkWindow  *window,
                          LevDossier *dossier)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *paper = gtk_paper_size_new (GTK_PAPER_NAME_A4);
  LevPageFlow *flow = lev_profile_pages_new (dossier);
  g_autofree char *name = dup_name (dossier);
  g_autoptr (GError) error = NULL;

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_paper_size_free (paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_n_pages (operation, (int) lev_page_flow_get_n_pages (flow));
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  /* The margins are those of the document. */
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_object_set_data_full (G_OBJECT (operation), "flow", flow, (GDestroyNotify) lev_page_flow_free);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), flow);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), window, 0);
  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, window,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    lev_job_dialog_show_error (GTK_WIDGET (window), _("The profile could not be printed"), error,
                               NULL);
}
