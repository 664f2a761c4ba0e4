#include "lev-review-export.h"

#include "lev-application.h"
#include "lev-feedback.h"
#include "lev-job-dialog.h"
#include "lev-minutes.h"
#include "lev-register.h"
#include "lev-report.h"
#include "lev-save-dialog.h"
#include "lev-slides.h"

#include <glib/gi18n.h>

/* What is written; texts are English, marked for translation. */
typedef struct
{
  const char *question;
  const char *title;
  const char *failure;
  const char *done;
  LevJobFunc  write;
} ExportKind;

/* A file that is being written: of a copy of the records. */
typedef struct
{
  const ExportKind *kind;
  LevRegister      *records;
  gpointer          subject; /* the round or the dossier, in @records */
  GFile            *file;
  LevReportOptions  options; /* of the MT report */
} Export;

static void
export_free (gpointer data)
{
  Export *self = data;

  g_clear_object (&self->records);
  g_clear_object (&self->file);
  g_free (self);
}

/* What was chosen for the report, in the copy of the records. */
static void
read_options (Export *self)
{
  GSettings *settings = lev_application_get_settings (lev_application_get_default ());
  g_autofree char *manager = g_settings_get_string (settings, "report-manager");

  self->options.all_suppliers = g_settings_get_boolean (settings, "report-all-suppliers");
  self->options.hide_closed = !g_settings_get_boolean (settings, "report-closed-actions");
  self->options.manager = *manager != '\0' ? lev_register_lookup (self->records, manager) : NULL;
}

static gboolean
write_report (LevJob       *job,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  Export *self = data;

  self->options.progress = lev_job_tell;
  self->options.progress_data = job;
  if (!lev_report_write (self->subject, &self->options, g_file_peek_path (self->file), cancellable,
                         error))
    return FALSE;

  /* A large copy takes a while to take apart as well. */
  g_clear_object (&self->records);

  return TRUE;
}

static gboolean
write_slides (LevJob       *job,
              gpointer      data,
              GCancellable *cancellable,
              GError      **error)
{
  Export *self = data;
  g_autoptr (LevSlides) slides = lev_slides_new (self->subject);

  return lev_slides_write (slides, g_file_peek_path (self->file), error);
}

static gboolean
write_minutes (LevJob       *job,
               gpointer      data,
               GCancellable *cancellable,
               GError      **error)
{
  Export *self = data;

  return lev_minutes_write (self->subject, g_file_peek_path (self->file), error);
}

/* The round of a dossier, for its CM alone. */
static gboolean
write_own_feedback (LevJob       *job,
                    gpointer      data,
                    GCancellable *cancellable,
                    GError      **error)
{
  Export *self = data;
  LevDossier *dossier = self->subject;
  const LevFeedback feedback = { .review = dossier->review, .manager = dossier->manager };

  return lev_feedback_write (&feedback, g_file_peek_path (self->file), error);
}

static gboolean
write_feedback (LevJob       *job,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  Export *self = data;
  const LevFeedback feedback = { .review = self->subject };

  return lev_feedback_write (&feedback, g_file_peek_path (self->file), error);
}

static gboolean
write_year_report (LevJob       *job,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  Export *self = data;
  const LevFeedback feedback = { .review = self->subject, .is_yearly = TRUE };

  return lev_feedback_write (&feedback, g_file_peek_path (self->file), error);
}

static const ExportKind report_kind = {
  .question = N_("Write the MT report"),
  .title = N_("Writing the MT report"),
  .failure = N_("The MT report could not be written"),
  .done = N_("The MT report is written"),
  .write = write_report,
};

static const ExportKind slides_kind = {
  .question = N_("Write the slides"),
  .title = N_("Writing the slides"),
  .failure = N_("The slides could not be written"),
  .done = N_("The slides are written"),
  .write = write_slides,
};

static const ExportKind minutes_kind = {
  .question = N_("Write the minutes of the meeting"),
  .title = N_("Writing the minutes"),
  .failure = N_("The minutes could not be written"),
  .done = N_("The minutes are written"),
  .write = write_minutes,
};

static const ExportKind own_feedback_kind = {
  .question = N_("Write the feedback to the MT"),
  .title = N_("Writing the feedback"),
  .failure = N_("The feedback could not be written"),
  .done = N_("The feedback is written"),
  .write = write_own_feedback,
};

static const ExportKind feedback_kind = {
  .question = N_("Write the feedback to the MT"),
  .title = N_("Writing the feedback"),
  .failure = N_("The feedback could not be written"),
  .done = N_("The feedback is written"),
  .write = write_feedback,
};

static const ExportKind year_kind = {
  .question = N_("Write the feedback to the MT"),
  .title = N_("Writing the feedback"),
  .failure = N_("The feedback could not be written"),
  .done = N_("The feedback is written"),
  .write = write_year_report,
};

static void
written_cb (GtkWidget *parent,
            gpointer   data)
{
  Export *self = data;

  lev_job_dialog_offer (parent, _(self->kind->done), self->file);
}

static void
write_file (GtkWidget        *parent,
            LevRecord        *subject,
            GFile            *file,
            const ExportKind *kind)
{
  Export *self = g_new0 (Export, 1);

  self->kind = kind;
  self->records = lev_register_copy (subject->records);
  self->subject = lev_register_lookup (self->records, subject->id);
  self->file = g_object_ref (file);
  read_options (self);
  lev_job_dialog_run (parent, &(LevJobWork) { .title = _(kind->title),
                                              .failure = _(kind->failure),
                                              .advice = _("If the file is open in another "
                                                          "program, close it there; otherwise "
                                                          "choose another folder. Nothing of the "
                                                          "round is changed."),
                                              .func = kind->write,
                                              .done = written_cb,
                                              .data = self,
                                              .destroy = export_free });
}

static void
report_file_chosen (GtkWidget *parent,
                    gpointer   subject,
                    GFile     *file)
{
  write_file (parent, subject, file, &report_kind);
}

static void
slides_file_chosen (GtkWidget *parent,
                    gpointer   subject,
                    GFile     *file)
{
  write_file (parent, subject, file, &slides_kind);
}

static void
minutes_file_chosen (GtkWidget *parent,
                     gpointer   subject,
                     GFile     *file)
{
  write_file (parent, subject, file, &minutes_kind);
}

static void
own_feedback_file_chosen (GtkWidget *parent,
                          gpointer   subject,
                          GFile     *file)
{
  write_file (parent, subject, file, &own_feedback_kind);
}

static void
feedback_file_chosen (GtkWidget *parent,
                      gpointer   subject,
                      GFile     *file)
{
  write_file (parent, subject, file, &feedback_kind);
}

static void
year_file_chosen (GtkWidget *parent,
                  gpointer   subject,
                  GFile     *file)
{
  write_file (parent, subject, file, &year_kind);
}

static void
ask (GtkWindow        *window,
     gpointer          subject,
     const ExportKind *kind,
     const char       *name,
     const char       *suffix,
     LevSaveFunc       file_chosen)
{
  lev_save_dialog_run (window,
                       &(LevSaveKind) {
                         .title = _(kind->question),
                         .failure = _(kind->failure),
                         .suffix = suffix,
                         .func = file_chosen,
                       },
                       name, subject);
}

void
lev_review_export_report (GtkWindow *window,
                          LevReview *review)
{
  g_autofree char *name = g_strdup_printf (_("MT report %s"), review->title);

  ask (window, review, &report_kind, name, ".xlsx", report_file_chosen);
}

void
lev_review_export_slides (GtkWindow *window,
                          LevReview *review)
{
  g_autofree char *name = g_strdup_printf (_("Presentation %s"), review->title);

  ask (window, review, &slides_kind, name, ".pdf", slides_file_chosen);
}

void
lev_review_export_minutes (GtkWindow *window,
                           LevReview *review)
{
  g_autofree char *name = g_strdup_printf (_("Minutes %s"), review->title);

  ask (window, review, &minutes_kind, name, ".pdf", minutes_file_chosen);
}

void
lev_review_export_feedback (GtkWindow      *window,
                            LevDossier     *dossier,
                            LevFeedbackForm form)
{
  const LevFeedback feedback = {
    .review = dossier->review,
    .manager = form == LEV_FEEDBACK_FORM_SEPARATE ? dossier->manager : NULL,
    .is_yearly = form == LEV_FEEDBACK_FORM_YEARLY,
  };
  g_autofree char *name = lev_feedback_dup_title (&feedback);

  if (feedback.is_yearly)
    ask (window, dossier->review, &year_kind, name, ".pdf", year_file_chosen);
  else if (feedback.manager != NULL)
    ask (window, dossier, &own_feedback_kind, name, ".pdf", own_feedback_file_chosen);
  else
    ask (window, dossier->review, &feedback_kind, name, ".pdf", feedback_file_chosen);
}

void
lev_review_export_year (GtkWindow *window,
                        LevReview *review)
{
  const LevFeedback feedback = { .review = review, .is_yearly = TRUE };
  g_autofree char *name = lev_feedback_dup_title (&feedback);

  ask (window, review, &year_kind, name, ".pdf", year_file_chosen);
}
