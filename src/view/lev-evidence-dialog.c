#include "lev-evidence-dialog.h"

#include "lev-date-button.h"
#include "lev-evidence-files.h"

#include <glib/gi18n.h>

struct _LevEvidenceDialog
{
  AdwDialog parent;

  GtkWidget     *accept_button;
  GtkWidget     *open_button;
  GtkWidget     *remove_button;
  GtkWidget     *fields;
  AdwEntryRow   *name_row;
  LevDateButton *date_button;
  LevDateButton *valid_until_button;
  AdwEntryRow   *link_row;
  AdwActionRow  *file_row;
  GtkWidget     *choose_button;
  GtkWidget     *spinner;
  GtkWidget     *forget_button;
  GtkLabel      *error_label;

  LevEvidence  *evidence;  /* NULL for a new piece */
  char         *sha256;    /* of the file; NULL for a link */
  char         *file_name; /* how it is called */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (LevEvidenceDialog, lev_evidence_dialog, ADW_TYPE_DIALOG)

enum
{
  ACCEPTED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
update (LevEvidenceDialog *self)
{
  gboolean has_file = self->sha256 != NULL;
  const char *name = gtk_editable_get_text (GTK_EDITABLE (self->name_row));

  gtk_widget_set_visible (GTK_WIDGET (self->link_row), !has_file);
  gtk_widget_set_visible (self->forget_button, has_file);
  adw_action_row_set_subtitle (self->file_row, has_file ? self->file_name
                                                        : _("A copy is kept beside the database"));
  gtk_widget_set_sensitive (self->accept_button, !lev_text_is_blank (name));
}

static void
file_kept_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LevEvidenceDialog) self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = lev_evidence_keep_finish (result, &file, &error);
  g_autofree char *base = g_file_get_basename (file);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_set_visible (self->spinner, FALSE);
  gtk_widget_set_visible (self->choose_button, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->error_label), error != NULL);
  if (error != NULL)
    {
      gtk_label_set_label (self->error_label, error->message);
      return;
    }

  g_set_str (&self->sha256, sha256);
  g_free (self->file_name);
  self->file_name = g_filename_display_name (base);
  if (lev_text_is_blank (gtk_editable_get_text (GTK_EDITABLE (self->name_row))))
    {
      g_autofree char *name = lev_evidence_dup_name (file);

      gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
    }
  update (self);
}

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LevEvidenceDialog) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, NULL);

  if (file == NULL)
    return;

  gtk_widget_set_visible (self->spinner, TRUE);
  gtk_widget_set_visible (self->choose_button, FALSE);
  lev_evidence_keep (file, self->cancellable, file_kept_cb, g_object_ref (self));
}

static void
choose_clicked_cb (LevEvidenceDialog *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Choose the evidence"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                        self->cancellable, file_chosen_cb, g_object_ref (self));
}

static void
forget_clicked_cb (LevEvidenceDialog *self)
{
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->file_name, g_free);
  update (self);
}

static void
name_changed_cb (LevEvidenceDialog *self)
{
  update (self);
}

static void
open_clicked_cb (LevEvidenceDialog *self)
{
  lev_evidence_open (self->evidence, GTK_WIDGET (self));
}

static void
accept_clicked_cb (LevEvidenceDialog *self)
{
  g_signal_emit (self, signals[ACCEPTED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
remove_clicked_cb (LevEvidenceDialog *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
lev_evidence_dialog_dispose (GObject *object)
{
  LevEvidenceDialog *self = LEV_EVIDENCE_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->evidence);
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_EVIDENCE_DIALOG);

  G_OBJECT_CLASS (lev_evidence_dialog_parent_class)->dispose (object);
}

static void
lev_evidence_dialog_finalize (GObject *object)
{
  LevEvidenceDialog *self = LEV_EVIDENCE_DIALOG (object);

  g_clear_object (&self->cancellable);
  g_free (self->sha256);
  g_free (self->file_name);

  G_OBJECT_CLASS (lev_evidence_dialog_parent_class)->finalize (object);
}

static void
lev_evidence_dialog_class_init (LevEvidenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_evidence_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = lev_evidence_dialog_finalize;

  signals[ACCEPTED] = g_signal_new ("accepted", LEV_TYPE_EVIDENCE_DIALOG, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", LEV_TYPE_EVIDENCE_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEV_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/evidence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, accept_button);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, open_button);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, remove_button);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, date_button);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, valid_until_button);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, link_row);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, file_row);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, choose_button);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, spinner);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, forget_button);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceDialog, error_label);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, forget_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
lev_evidence_dialog_init (LevEvidenceDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is there of @evidence; for a new piece today's date. */
static void
fill (LevEvidenceDialog *self,
      LevEvidence       *evidence)
{
  if (evidence == NULL)
    {
      lev_date_button_set_date (self->date_button, lev_clock_today ());
      return;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->name_row),
                         evidence->name != NULL ? evidence->name : "");
  lev_date_button_set_date (self->date_button, evidence->date);
  lev_date_button_set_date (self->valid_until_button, evidence->valid_until);
  self->sha256 = g_strdup (evidence->sha256);
  if (self->sha256 != NULL)
    self->file_name = g_strdup (evidence->link != NULL ? evidence->link : evidence->name);
  else if (evidence->link != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->link_row), evidence->link);
}

LevEvidenceDialog *
lev_evidence_dialog_new (LevEvidence *evidence,
                         gboolean     editable)
{
  LevEvidenceDialog *self = g_object_new (LEV_TYPE_EVIDENCE_DIALOG, NULL);
  gboolean can_open = evidence != NULL && (evidence->sha256 != NULL || evidence->link != NULL);

  g_set_object (&self->evidence, evidence);
  adw_dialog_set_title (ADW_DIALOG (self), evidence != NULL ? _("Evidence") : _("Add evidence"));
  gtk_button_set_label (GTK_BUTTON (self->accept_button),
                        evidence != NULL ? _("_Save") : _("_Add"));
  gtk_widget_set_visible (self->open_button, can_open);
  gtk_widget_set_visible (self->remove_button, evidence != NULL && editable);
  gtk_widget_set_visible (self->accept_button, editable);
  gtk_widget_set_sensitive (self->fields, editable);
  fill (self, evidence);
  update (self);

  return self;
}

void
lev_evidence_dialog_apply (LevEvidenceDialog *self,
                           LevEvidence       *evidence)
{
  g_autofree char *name = NULL;
  g_autofree char *link = NULL;

  g_return_if_fail (LEV_IS_EVIDENCE_DIALOG (self));

  name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
  link = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->link_row))));
  if (self->sha256 != NULL)
    g_set_str (&link, self->file_name);

  g_object_set (evidence, "name", name, "date", lev_date_button_get_date (self->date_button),
                "valid-until", lev_date_button_get_date (self->valid_until_button), "link",
                *link != '\0' ? link : NULL, "sha256", self->sha256, NULL);
}
