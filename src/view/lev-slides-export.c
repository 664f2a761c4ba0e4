#include "lev-slides-export.h"

#include "lev-job-dialog.h"
#include "lev-register.h"
#include "lev-slides.h"
#include "lev-save-dialog.h"

#include <glib/gi18n.h>

/* Slides that are being written: of a copy, so that work goes on meanwhile. */
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
write_slides (LevJob       *job,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  Export *self = data;
  g_autoptr (LevSlides) slides = lev_slides_new (self->review);

  return lev_slides_write (slides, g_file_peek_path (self->file), error);
}

static void
slides_written_cb (GtkWidget *parent,
                   gpointer   data)
{
  Export *self = data;

  lev_job_dialog_offer (parent, _("The slides are written"), self->file);
}

void
lev_slides_export_write (GtkWidget *parent,
                         LevReview *review,
                         GFile     *file)
{
  Export *self = g_new0 (Export, 1);

  self->records = lev_register_copy (LEV_RECORD (review)->records);
  self->review = lev_register_lookup (self->records, LEV_RECORD (review)->id);
  self->file = g_object_ref (file);
  lev_job_dialog_run (parent, &(LevJobWork) { .title = _("Writing the slides"),
                                              .failure = _("The slides could not be written"),
                                              .advice = _("If the file is open in another "
                                                          "program, close it there; otherwise "
                                                          "choose another folder. Nothing of the "
                                                          "round is changed."),
                                              .func = write_slides,
                                              .done = slides_written_cb,
                                              .data = self,
                                              .destroy = export_free });
}

static void
file_chosen (GtkWidget *parent,
             gpointer   subject,
             GFile     *file)
{
  lev_slides_export_write (parent, subject, file);
}

void
lev_slides_export_run (GtkWindow *window,
                       LevReview *review)
{
  const LevSaveKind kind = {
    .title = _("Write the slides"),
    .failure = _("The slides could not be written"),
    .suffix = ".pdf",
    .func = file_chosen,
  };
  g_autofree char *name = g_strdup_printf (_("Presentation %s"), review->title);

  lev_save_dialog_run (window, &kind, name, review);
}
