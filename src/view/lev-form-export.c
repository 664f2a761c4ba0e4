#include "lev-form-export.h"

#include "lev-form.h"
#include "lev-job-dialog.h"
#include "lev-save-dialog.h"

#include <glib/gi18n.h>

static void
write_form (GtkWidget *parent,
            gpointer   subject,
            GFile     *file)
{
  g_autoptr (GError) error = NULL;

  /* One supplier takes some hundredths of a second. */
  if (lev_form_write (subject, g_file_peek_path (file), NULL, &error))
    lev_job_dialog_offer (parent, _("The form is written"), file);
  else
    lev_job_dialog_show_error (parent, _("The form could not be written"), error, NULL);
}

void
lev_form_export_run (GtkWindow  *window,
                     LevDossier *dossier)
{
  const LevSaveKind kind = {
    .title = _("Write the form"),
    .failure = _("The form could not be written"),
    .suffix = ".xlsx",
    .func = write_form,
  };
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *name = g_strdup_printf (_("Risk profile %s"), supplier);

  lev_save_dialog_run (window, &kind, name, dossier);
}
