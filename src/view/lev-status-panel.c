#include "lev-status-panel.h"

#include "lev-date-button.h"
#include "lev-due-text.h"
#include "lev-mail-dialog.h"
#include "lev-process.h"
#include "lev-recipient-chips.h"

#include <glib/gi18n.h>

#define STEP (5) /* percent */

/* Updates follow each other: after one is recorded the panel proposes the next. */
struct _LevStatusPanel
{
  LevActionPanel parent;

  GtkTextView       *text_view;
  GtkAdjustment     *progress;
  GtkLabel          *progress_label;
  AdwToggleGroup    *channel_group;
  LevRecipientChips *recipients;
  LevDateButton     *date_button;
  GtkLabel          *next_label;
  GtkLabel          *agreement_label;
  int                n_entries; /* of the action's journal when the panel was filled in; 0 before */
};

G_DEFINE_FINAL_TYPE (LevStatusPanel, lev_status_panel, LEV_TYPE_ACTION_PANEL)

static LevAction *
get_action (LevStatusPanel *self)
{
  return LEV_ACTION (lev_action_panel_get_subject (LEV_ACTION_PANEL (self)));
}

static int
get_progress (LevStatusPanel *self)
{
  return (int) (gtk_adjustment_get_value (self->progress) / STEP + 0.5) * STEP;
}

static void
progress_changed_cb (LevStatusPanel *self)
{
  /* Translators: progress in percent. */
  g_autofree char *label = g_strdup_printf (_("%d %%"), get_progress (self));

  gtk_adjustment_set_value (self->progress, get_progress (self));
  gtk_label_set_label (self->progress_label, label);
}

/* Which agreement the next date follows. */
static const char *const agreements[] = {
  [LEV_FREQUENCY_NONE] = N_("no frequency is agreed"),
  [LEV_FREQUENCY_WEEKLY] = N_("as agreed, every week"),
  [LEV_FREQUENCY_BIWEEKLY] = N_("as agreed, every two weeks"),
  [LEV_FREQUENCY_MONTHLY] = N_("as agreed, every month"),
  [LEV_FREQUENCY_QUARTERLY] = N_("as agreed, every quarter"),
};

/* When the update after this one is due. */
static void
date_changed_cb (LevStatusPanel *self)
{
  LevAction *action = get_action (self);
  LevDate date = lev_date_button_get_date (self->date_button);
  LevDate next = lev_action_get_update_after (action, date != 0 ? date : lev_clock_today ());
  g_autofree char *text = next != 0 ? lev_date_format_short (next) : g_strdup ("–");

  gtk_label_set_label (self->next_label, text);
  gtk_label_set_label (self->agreement_label, _(agreements[action->frequency]));
}

/* Only who belongs to the process; someone else is for the user to add. */
static void
propose_recipients (LevStatusPanel *self)
{
  g_autoptr (GPtrArray) contacts = lev_action_list_recipients (get_action (self));

  lev_recipient_chips_clear (self->recipients);
  for (guint i = 0; i < contacts->len; i++)
    lev_recipient_chips_add (self->recipients, g_ptr_array_index (contacts, i));
}

static void
fill_in (LevStatusPanel *self)
{
  LevAction *action = get_action (self);
  LevStatusUpdate *update = lev_action_get_update (action);
  int channel = action->channel != LEV_CHANNEL_NONE ? action->channel : LEV_CHANNEL_MAIL;

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text_view), "", -1);
  gtk_adjustment_set_value (self->progress, update != NULL ? update->progress : 0);
  progress_changed_cb (self);
  adw_toggle_group_set_active_name (self->channel_group, lev_channel_choices[channel].nick);
  propose_recipients (self);
  lev_date_button_set_date (self->date_button, lev_clock_today ());
  date_changed_cb (self);
}

/* Records what is filled in; %NULL when that is refused. */
static LevStatusUpdate *
record (LevStatusPanel *self)
{
  LevApplication *application = lev_application_get_default ();
  LevAction *action = get_action (self);
  LevPerson *user = lev_application_get_user (application);
  g_autofree char *text = NULL;
  g_autofree char *recipients = lev_recipient_chips_dup_names (self->recipients);
  g_autoptr (GError) error = NULL;
  LevStatusUpdate *update;
  LevUpdateDetails details;

  g_object_get (gtk_text_view_get_buffer (self->text_view), "text", &text, NULL);
  details = (LevUpdateDetails) {
    .author = user != NULL ? user : action->dossier->manager,
    .date = lev_date_button_get_date (self->date_button),
    .text = g_strstrip (text),
    .progress = get_progress (self),
    .channel = (LevChannel) lev_choice_find (lev_channel_choices, adw_toggle_group_get_active_name (
                                                                    self->channel_group)),
    .recipients = recipients,
  };

  lev_application_begin (application, _("Record a status update"));
  update = lev_process_report_status (action, &details, &error);
  lev_action_panel_finish (LEV_ACTION_PANEL (self), _("Status update recorded"), error);

  return error == NULL ? update : NULL;
}

static void
record_clicked_cb (LevStatusPanel *self)
{
  record (self);
}

/* Records first, so that nothing is lost when the mail is not sent; then everyone who is still to be
 * mailed, each with what is new to them. Who stands in for a colleague mails in their place. */
static void
mail_clicked_cb (LevStatusPanel *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  LevPerson *user = lev_application_get_user (lev_application_get_default ());
  LevStatusUpdate *update = record (self);
  LevDossier *dossier;

  if (update == NULL)
    return;

  dossier = update->action->dossier;
  if (!lev_person_does_for (user, dossier->manager))
    user = dossier->manager;
  gtk_widget_activate_action (window, "win.mail", "@(sss)",
                              lev_mail_dialog_new_target (dossier->review, LEV_MESSAGE_KIND_STATUS,
                                                          user));
}

static gboolean
record_binding_cb (GtkWidget *widget,
                   GVariant  *arguments,
                   gpointer   user_data)
{
  mail_clicked_cb (LEV_STATUS_PANEL (widget));

  return TRUE;
}

static void
lev_status_panel_refresh (LevActionPanel *panel)
{
  LevStatusPanel *self = LEV_STATUS_PANEL (panel);
  int n_entries = lev_action_next_number (get_action (self));

  if (self->n_entries < n_entries)
    fill_in (self);
  self->n_entries = n_entries;
}

static void
lev_status_panel_class_init (LevStatusPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_ACTION_PANEL_CLASS (klass)->refresh = lev_status_panel_refresh;

  g_type_ensure (LEV_TYPE_DATE_BUTTON);
  g_type_ensure (LEV_TYPE_RECIPIENT_CHIPS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/status-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LevStatusPanel, text_view);
  gtk_widget_class_bind_template_child (widget_class, LevStatusPanel, progress);
  gtk_widget_class_bind_template_child (widget_class, LevStatusPanel, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LevStatusPanel, channel_group);
  gtk_widget_class_bind_template_child (widget_class, LevStatusPanel, recipients);
  gtk_widget_class_bind_template_child (widget_class, LevStatusPanel, next_label);
  gtk_widget_class_bind_template_child (widget_class, LevStatusPanel, agreement_label);
  gtk_widget_class_bind_template_child (widget_class, LevStatusPanel, date_button);
  gtk_widget_class_bind_template_callback (widget_class, progress_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, mail_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
}

/* Ctrl+Enter records and mails, before the text takes it for a new line. */
static void
lev_status_panel_init (LevStatusPanel *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                      gtk_callback_action_new (record_binding_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}
