#include "lev-reason-dialog.h"

#include "lev-date-button.h"
#include "lev-field.h"

struct _LevReasonDialog
{
  AdwDialog parent;

  AdwPreferencesGroup *group;
  AdwActionRow        *date_row;
  LevDateButton       *date_button;
  GtkEditable         *reason_row;
  GtkWidget           *record_button;
};

G_DEFINE_FINAL_TYPE (LevReasonDialog, lev_reason_dialog, ADW_TYPE_DIALOG)

enum
{
  ANSWERED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (LevReasonDialog *self)
{
  gboolean has_date = !gtk_widget_get_visible (GTK_WIDGET (self->date_row)) ||
                      lev_date_button_get_date (self->date_button) != 0;

  gtk_widget_set_sensitive (self->record_button,
                            has_date &&
                              !lev_text_is_blank (gtk_editable_get_text (self->reason_row)));
}

static void
record_cb (LevReasonDialog *self)
{
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
lev_reason_dialog_class_init (LevReasonDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[ANSWERED] = g_signal_new ("answered", LEV_TYPE_REASON_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEV_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/reason-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevReasonDialog, group);
  gtk_widget_class_bind_template_child (widget_class, LevReasonDialog, date_row);
  gtk_widget_class_bind_template_child (widget_class, LevReasonDialog, date_button);
  gtk_widget_class_bind_template_child (widget_class, LevReasonDialog, reason_row);
  gtk_widget_class_bind_template_child (widget_class, LevReasonDialog, record_button);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
}

static void
lev_reason_dialog_init (LevReasonDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_dialog_set_default_widget (ADW_DIALOG (self), self->record_button);
}

AdwDialog *
lev_reason_dialog_new (const char *title,
                       const char *description,
                       const char *date_title,
                       LevDate     date)
{
  LevReasonDialog *self = g_object_new (LEV_TYPE_REASON_DIALOG, "title", title, NULL);

  adw_preferences_group_set_description (self->group, description);
  gtk_widget_set_visible (GTK_WIDGET (self->date_row), date_title != NULL);
  if (date_title != NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->date_row), date_title);
      g_object_set (self->date_button, "title", date_title, NULL);
      lev_date_button_set_date (self->date_button, date);
    }
  changed_cb (self);

  return ADW_DIALOG (self);
}

LevDate
lev_reason_dialog_get_date (LevReasonDialog *self)
{
  g_return_val_if_fail (LEV_IS_REASON_DIALOG (self), 0);

  return lev_date_button_get_date (self->date_button);
}

const char *
lev_reason_dialog_get_reason (LevReasonDialog *self)
{
  g_return_val_if_fail (LEV_IS_REASON_DIALOG (self), NULL);

  return gtk_editable_get_text (self->reason_row);
}
