#include "lev-handbook-file.h"

#include "lev-application.h"
#include "lev-dialog.h"
#include "lev-handbook-version.h"
#include "lev-job-dialog.h"
#include "lev-local-file.h"

#include <glib/gi18n.h>

static void
show_error (GtkWidget    *page,
            const GError *error)
{
  if (!lev_dialog_is_dismissed (error))
    lev_job_dialog_show_error (page, _("This file does not work"), error, NULL);
}

static void
import_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LevHandbookPage) page = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *text = NULL;

  if (file == NULL || !g_file_load_contents (file, NULL, &text, NULL, NULL, &error) ||
      !lev_handbook_check (text, &error))
    show_error (GTK_WIDGET (page), error);
  else
    lev_handbook_page_keep (page, text);
}

void
lev_handbook_import (LevHandbookPage *page)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  g_return_if_fail (LEV_IS_HANDBOOK_PAGE (page));

  gtk_file_dialog_set_title (dialog, _("Import a handbook"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), NULL,
                        import_chosen_cb, g_object_ref (page));
}

/* What is written, and for whom. */
typedef struct
{
  LevHandbookPage *page;
  char            *text;
} Export;

static void
export_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  Export *export = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile)
    file = lev_local_file_take (gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result,
                                                             &error),
                                &error);

  if (file == NULL ||
      !g_file_set_contents_full (g_file_peek_path (file), export->text, -1,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                 &error))
    show_error (GTK_WIDGET (export->page), error);
  else
    lev_handbook_page_add_toast (export->page, _("The handbook is written"), NULL);
  g_object_unref (export->page);
  g_free (export->text);
  g_free (export);
}

void
lev_handbook_export (LevHandbookPage *page,
                     const char      *text)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  Export *export = g_new0 (Export, 1);

  g_return_if_fail (LEV_IS_HANDBOOK_PAGE (page));

  export->page = g_object_ref (page);
  export->text = g_strdup (text);
  gtk_file_dialog_set_title (dialog, _("Export the handbook"));
  gtk_file_dialog_set_initial_name (dialog, "Levman Handboek.ini");
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), NULL,
                        export_chosen_cb, export);
}
