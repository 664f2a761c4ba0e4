#include "lev-correction-dialog.h"

#include "lev-application.h"
#include "lev-process.h"
#include "lev-text-view.h"

#include <glib/gi18n.h>

struct _LevCorrectionDialog
{
  AdwDialog parent;

  LevStatusUpdate *update; /* as it stands now */

  LevTextView   *text_view;
  GtkSpinButton *progress;
  GtkWidget     *record_button;
};

G_DEFINE_FINAL_TYPE (LevCorrectionDialog, lev_correction_dialog, ADW_TYPE_DIALOG)

/* There is something to record as soon as something differs. */
static void
changed_cb (LevCorrectionDialog *self)
{
  g_autofree char *text = NULL;

  if (self->update == NULL)
    return;

  text = lev_text_view_dup_text (self->text_view);
  gtk_widget_set_sensitive (self->record_button,
                            *text != '\0' && (g_strcmp0 (text, self->update->text) != 0 ||
                                              gtk_spin_button_get_value_as_int (self->progress) !=
                                                self->update->progress));
}

static void
record_cb (LevCorrectionDialog *dialog)
{
  /* Closing the dialog may free it. */
  g_autoptr (LevCorrectionDialog) self = g_object_ref (dialog);
  LevApplication *application = lev_application_get_default ();
  LevPerson *user = lev_application_get_user (application);
  g_autofree char *text = lev_text_view_dup_text (self->text_view);
  const LevUpdateDetails details = {
    .author = user != NULL ? user : self->update->author,
    .text = text,
    .progress = gtk_spin_button_get_value_as_int (self->progress),
  };
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, _("Correct a status update"));
  if (lev_process_correct_status (self->update, &details, &error) == NULL)
    {
      lev_application_refuse (application, error);
      return;
    }

  adw_dialog_close (ADW_DIALOG (self));
  if (lev_application_commit (application))
    lev_application_toast (application, _("Correction recorded"), _("_Undo"), "app.undo");
}

static void
lev_correction_dialog_dispose (GObject *object)
{
  g_clear_object (&LEV_CORRECTION_DIALOG (object)->update);

  G_OBJECT_CLASS (lev_correction_dialog_parent_class)->dispose (object);
}

static void
lev_correction_dialog_class_init (LevCorrectionDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_correction_dialog_dispose;

  g_type_ensure (LEV_TYPE_TEXT_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/correction-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevCorrectionDialog, text_view);
  gtk_widget_class_bind_template_child (widget_class, LevCorrectionDialog, progress);
  gtk_widget_class_bind_template_child (widget_class, LevCorrectionDialog, record_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
}

static void
lev_correction_dialog_init (LevCorrectionDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view)), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

AdwDialog *
lev_correction_dialog_new (LevStatusUpdate *update)
{
  LevCorrectionDialog *self = g_object_new (LEV_TYPE_CORRECTION_DIALOG, NULL);

  self->update = g_object_ref (lev_status_update_get_standing (update));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view)),
                            self->update->text, -1);
  gtk_spin_button_set_value (self->progress, self->update->progress);
  changed_cb (self);

  return ADW_DIALOG (self);
}
