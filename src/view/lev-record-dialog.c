#include "lev-record-dialog.h"

#include "lev-application.h"
#include "lev-deleting.h"
#include "lev-record-form.h"
#include "lev-records.h"
#include "lev-register.h"

#include <glib/gi18n.h>

#define MAX_FIELDS (10)

struct _LevRecordDialog
{
  AdwDialog parent;

  GtkBox    *box;
  GtkWidget *delete_button;
  GtkWidget *form;
  LevRecord *record;
};

G_DEFINE_FINAL_TYPE (LevRecordDialog, lev_record_dialog, ADW_TYPE_DIALOG)

/* What of which kind is changed here, and which kinds can be deleted: people stay, because what
 * happened in the rounds names them. */
static const struct
{
  GType (*get_type) (void);
  gboolean    is_deletable;
  const char *fields[MAX_FIELDS];
} kinds[] = {
  { lev_person_get_type, TRUE,
    { "name", "function", "email", "phone", "organisation", "contract-manager", "service-owner",
      "service-level-manager", "management-team" } },
  { lev_service_get_type, TRUE, { "name", "description", "owner", "level-manager", "biv" } },
  { lev_contract_get_type, TRUE,
    { "title", "number", "start", "end", "notice-months", "yearly-value" } },
  { lev_calendar_entry_get_type, TRUE,
    { "title", "date", "recurrence", "interval-months", "lead-days", "coordinator" } },
};

static void
delete_clicked_cb (LevRecordDialog *self)
{
  g_autoptr (LevRecord) record = g_object_ref (self->record);

  lev_deleting_run (GTK_WIDGET (self), record);
}

static void
history_clicked_cb (LevRecordDialog *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.history", "s", self->record->id);
}

/* The record may be gone: deleted here, or its addition undone. */
static void
application_changed_cb (LevRecordDialog *self)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());

  if (lev_register_lookup (records, self->record->id) != self->record || self->record->deleted)
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    lev_record_form_update (LEV_RECORD_FORM (self->form));
}

static void
lev_record_dialog_dispose (GObject *object)
{
  g_clear_object (&LEV_RECORD_DIALOG (object)->record);

  G_OBJECT_CLASS (lev_record_dialog_parent_class)->dispose (object);
}

static void
lev_record_dialog_class_init (LevRecordDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_record_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/record-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevRecordDialog, box);
  gtk_widget_class_bind_template_child (widget_class, LevRecordDialog, delete_button);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, history_clicked_cb);
}

static void
lev_record_dialog_init (LevRecordDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
lev_record_dialog_new (LevRecord *record)
{
  LevRecordDialog *self;
  guint kind = 0;

  while (kind < G_N_ELEMENTS (kinds) && kinds[kind].get_type () != G_OBJECT_TYPE (record))
    kind++;
  if (kind == G_N_ELEMENTS (kinds))
    return NULL;

  self = g_object_new (LEV_TYPE_RECORD_DIALOG, NULL);
  self->record = g_object_ref (record);
  self->form = lev_record_form_new (record, kinds[kind].fields);
  gtk_box_prepend (self->box, self->form);
  gtk_widget_set_visible (self->delete_button, kinds[kind].is_deletable);
  adw_dialog_set_title (ADW_DIALOG (self), _(LEV_RECORD_GET_CLASS (record)->label));
  g_signal_connect_object (lev_application_get_default (), "changed",
                           G_CALLBACK (application_changed_cb), self, G_CONNECT_SWAPPED);

  return ADW_DIALOG (self);
}
