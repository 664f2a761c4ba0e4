#include "lev-evidence-bar.h"

#include "lev-application.h"
#include "lev-dialog.h"
#include "lev-evidence-dialog.h"
#include "lev-evidence-files.h"
#include "lev-process.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

struct _LevEvidenceBar
{
  GtkWidget parent;

  GtkWidget  *box;
  AdwWrapBox *chips;
  GtkWidget  *spinner;
  GtkWidget  *add_button;

  LevRecord    *record; /* borrowed from the register */
  gboolean      editable;
  GPtrArray    *evidence; /* one per chip, borrowed */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (LevEvidenceBar, lev_evidence_bar, GTK_TYPE_WIDGET)

static guint needed_signal;

typedef void (*FillFunc) (LevEvidence *evidence, gpointer data);

static LevDossier *
get_dossier (LevRecord *record)
{
  while (record != NULL && !LEV_IS_DOSSIER (record))
    record = lev_record_get_owner (record);

  return record != NULL ? LEV_DOSSIER (record) : NULL;
}

/* Adds evidence (@evidence %NULL) or changes it, as one edit. */
static gboolean
edit (LevEvidenceBar *self,
      LevEvidence    *evidence,
      const char     *label,
      FillFunc        fill,
      gpointer        data)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LevRecord) record = NULL;

  lev_application_begin (application, label);
  if (self->record != NULL)
    record = g_object_ref (self->record);
  else
    g_signal_emit (self, needed_signal, 0, &record);

  if (record == NULL || !lev_process_check_editable (get_dossier (record), &error))
    {
      if (error == NULL)
        g_set_error (&error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_FORBIDDEN, "%s",
                     _("This cannot be changed now"));
      lev_application_refuse (application, error);
      return FALSE;
    }

  if (evidence == NULL)
    evidence = lev_register_add (record->records, LEV_TYPE_EVIDENCE,
                                 LEV_IS_ACTION (record) ? "action" : "assessment", record, NULL);
  fill (evidence, data);

  return lev_application_commit (application);
}

static void
fill_from_dialog (LevEvidence *evidence,
                  gpointer     data)
{
  lev_evidence_dialog_apply (data, evidence);
}

static void delete (LevEvidence *evidence,
                    gpointer     data)
{
  lev_register_delete (LEV_RECORD (evidence)->records, LEV_RECORD (evidence));
}

static LevEvidence *
get_shown (LevEvidenceDialog *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "evidence");
}

static void
accepted_cb (LevEvidenceBar    *self,
             LevEvidenceDialog *dialog)
{
  LevEvidence *evidence = get_shown (dialog);

  edit (self, evidence, evidence != NULL ? _("Change evidence") : _("Add evidence"),
        fill_from_dialog, dialog);
}

static void
removed_cb (LevEvidenceBar    *self,
            LevEvidenceDialog *dialog)
{
  if (edit (self, get_shown (dialog), _("Remove evidence"), delete, NULL))
    lev_application_toast (lev_application_get_default (), _("Evidence removed"), _("_Undo"),
                           "app.undo");
}

static void
present_dialog (LevEvidenceBar *self,
                LevEvidence    *evidence)
{
  LevEvidenceDialog *dialog = lev_evidence_dialog_new (evidence, self->editable);

  g_object_set_data (G_OBJECT (dialog), "evidence", evidence);
  g_signal_connect_object (dialog, "accepted", G_CALLBACK (accepted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  lev_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (self));
}

static void
add_clicked_cb (LevEvidenceBar *self)
{
  present_dialog (self, NULL);
}

static void
chip_clicked_cb (LevEvidenceBar *self,
                 GtkWidget      *chip)
{
  present_dialog (self, g_object_get_data (G_OBJECT (chip), "evidence"));
}

/* A file that was dropped. */
typedef struct
{
  GFile      *file;
  const char *sha256;
} Dropped;

static void
fill_from_file (LevEvidence *evidence,
                gpointer     data)
{
  const Dropped *dropped = data;
  g_autofree char *name = lev_evidence_dup_name (dropped->file);
  g_autofree char *base = g_file_get_basename (dropped->file);
  g_autofree char *shown = g_filename_display_name (base);

  g_object_set (evidence, "name", name, "date", lev_clock_today (), "link", shown, "sha256",
                dropped->sha256, NULL);
}

static void
file_kept_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (LevEvidenceBar) self = user_data;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = lev_evidence_keep_finish (result, &file, &error);
  Dropped dropped = { .file = file, .sha256 = sha256 };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  gtk_widget_set_visible (self->spinner, FALSE);
  if (sha256 == NULL)
    {
      lev_application_toast (lev_application_get_default (), error->message, NULL, NULL);
      return;
    }
  if (edit (self, NULL, _("Add evidence"), fill_from_file, &dropped))
    lev_application_toast (lev_application_get_default (), _("Evidence added"), _("_Undo"),
                           "app.undo");
}

static gboolean
dropped_cb (LevEvidenceBar *self,
            const GValue   *value)
{
  g_autoptr (GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

  if (!self->editable)
    return FALSE;

  for (GSList *link = files; link != NULL; link = link->next)
    {
      gtk_widget_set_visible (self->spinner, TRUE);
      lev_evidence_keep (link->data, self->cancellable, file_kept_cb, g_object_ref (self));
    }

  return files != NULL;
}

static GtkWidget *
create_chip (LevEvidenceBar *self,
             LevEvidence    *evidence)
{
  GtkWidget *chip = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 5);
  GtkWidget *icon = gtk_image_new_from_icon_name ("mail-attachment-symbolic");
  GtkWidget *label = gtk_label_new (NULL);

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 13);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (GTK_BUTTON (chip), box);
  gtk_widget_add_css_class (chip, "evidence-chip");
  g_object_set_data (G_OBJECT (chip), "evidence", evidence);
  g_signal_connect_object (chip, "clicked", G_CALLBACK (chip_clicked_cb), self, G_CONNECT_SWAPPED);

  return chip;
}

/* "Verslag overleg · 21-09-2026", "Bezettingsplan · verlopen 31-08-2026" */
static void
update_chip (GtkWidget *chip)
{
  LevEvidence *evidence = g_object_get_data (G_OBJECT (chip), "evidence");
  GtkWidget *label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (chip)));
  gboolean is_expired = lev_evidence_is_expired (evidence);
  g_autofree char *date = lev_date_format (is_expired ? evidence->valid_until : evidence->date);
  const char *name = evidence->name != NULL ? evidence->name : "";
  g_autofree char *text = NULL;

  if (is_expired)
    /* Translators: evidence, and the date until which it was valid */
    text = g_strdup_printf (_("%s · expired %s"), name, date);
  else
    text = *date != '\0' ? g_strdup_printf ("%s · %s", name, date) : g_strdup (name);

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (chip, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (chip), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (is_expired)
    gtk_widget_add_css_class (chip, "expired");
  else
    gtk_widget_remove_css_class (chip, "expired");
}

static gboolean
has_chips_of (LevEvidenceBar *self,
              LevRecordList  *list)
{
  if (self->evidence->len != lev_record_list_get_n (list))
    return FALSE;

  for (guint i = 0; i < self->evidence->len; i++)
    if (g_ptr_array_index (self->evidence, i) != lev_record_list_peek (list, i))
      return FALSE;

  return TRUE;
}

static void
rebuild (LevEvidenceBar *self,
         LevRecordList  *list)
{
  GtkWidget *chip;

  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips))) != NULL)
    adw_wrap_box_remove (self->chips, chip);
  g_ptr_array_set_size (self->evidence, 0);
  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    {
      g_ptr_array_add (self->evidence, lev_record_list_peek (list, i));
      adw_wrap_box_append (self->chips, create_chip (self, lev_record_list_peek (list, i)));
    }
}

/* Only what is in it takes the focus. Without this, GTK would grab it for the bar, and so for the
 * button again, when Shift+Tab leaves the bar. */
static gboolean
lev_evidence_bar_focus (GtkWidget       *widget,
                        GtkDirectionType direction)
{
  return gtk_widget_child_focus (GTK_WIDGET (LEV_EVIDENCE_BAR (widget)->box), direction);
}

static gboolean
lev_evidence_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (LEV_EVIDENCE_BAR (widget)->add_button);
}

static void
lev_evidence_bar_dispose (GObject *object)
{
  LevEvidenceBar *self = LEV_EVIDENCE_BAR (object);

  g_cancellable_cancel (self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_EVIDENCE_BAR);

  G_OBJECT_CLASS (lev_evidence_bar_parent_class)->dispose (object);
}

static void
lev_evidence_bar_finalize (GObject *object)
{
  LevEvidenceBar *self = LEV_EVIDENCE_BAR (object);

  g_clear_object (&self->cancellable);
  g_ptr_array_unref (self->evidence);

  G_OBJECT_CLASS (lev_evidence_bar_parent_class)->finalize (object);
}

static void
lev_evidence_bar_class_init (LevEvidenceBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_evidence_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = lev_evidence_bar_finalize;
  widget_class->focus = lev_evidence_bar_focus;
  widget_class->grab_focus = lev_evidence_bar_grab_focus;

  needed_signal = g_signal_new ("needed", LEV_TYPE_EVIDENCE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, LEV_TYPE_RECORD, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/evidence-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceBar, box);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceBar, chips);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceBar, spinner);
  gtk_widget_class_bind_template_child (widget_class, LevEvidenceBar, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
lev_evidence_bar_init (LevEvidenceBar *self)
{
  self->evidence = g_ptr_array_new ();
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lev_evidence_bar_show (LevEvidenceBar *self,
                       LevRecord      *record,
                       gboolean        editable,
                       gboolean        can_add)
{
  LevRecordList *list = record != NULL ? lev_record_get_children (record, LEV_TYPE_EVIDENCE) : NULL;

  g_return_if_fail (LEV_IS_EVIDENCE_BAR (self));

  self->record = record;
  self->editable = editable;
  if (!has_chips_of (self, list))
    rebuild (self, list);
  for (GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->chips)); chip != NULL;
       chip = gtk_widget_get_next_sibling (chip))
    update_chip (chip);

  gtk_widget_set_visible (self->add_button, editable);
  gtk_widget_set_visible (GTK_WIDGET (self), self->evidence->len > 0 || (editable && can_add));
}

void
lev_evidence_bar_take_drops (LevEvidenceBar *self,
                             GtkWidget      *target)
{
  GtkDropTarget *drop = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_return_if_fail (LEV_IS_EVIDENCE_BAR (self));

  g_signal_connect_object (drop, "drop", G_CALLBACK (dropped_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (target, GTK_EVENT_CONTROLLER (drop));
}
