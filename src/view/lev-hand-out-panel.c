#include "lev-hand-out-panel.h"

#include "lev-anchor.h"
#include "lev-date-button.h"
#include "lev-person-row.h"
#include "lev-process.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

/* The agreement is written on the action as it is chosen; handing out is what the button does. */
struct _LevHandOutPanel
{
  LevActionPanel parent;

  LevPersonRow  *executor_row;
  LevDateButton *due_button;
  AdwComboRow   *frequency_row;
  AdwComboRow   *channel_row;
  GtkWidget     *others_button;
  GtkLabel      *others_label;
  GtkButton     *all_button;
};

G_DEFINE_FINAL_TYPE (LevHandOutPanel, lev_hand_out_panel, LEV_TYPE_ACTION_PANEL)

static LevAction *
get_action (LevHandOutPanel *self)
{
  return LEV_ACTION (lev_action_panel_get_subject (LEV_ACTION_PANEL (self)));
}

/* Begins to write the agreement; %FALSE when the profile may not be changed. */
static gboolean
begin_change (LevHandOutPanel *self)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, _("Change the agreement"));
  if (lev_process_check_editable (get_action (self)->dossier, &error))
    return TRUE;

  lev_application_refuse (application, error);
  lev_action_panel_refresh (LEV_ACTION_PANEL (self));

  return FALSE;
}

static void
executor_changed_cb (LevHandOutPanel *self)
{
  LevPerson *executor = lev_person_row_get_person (self->executor_row);

  if (executor == get_action (self)->executor || !begin_change (self))
    return;

  g_object_set (get_action (self), "executor", executor, NULL);
  lev_application_commit (lev_application_get_default ());
}

static void
due_changed_cb (LevHandOutPanel *self)
{
  LevApplication *application = lev_application_get_default ();
  LevDate due = lev_date_button_get_date (self->due_button);

  g_autoptr (GError) error = NULL;

  if (due == get_action (self)->due)
    return;

  lev_application_begin (application, _("Change the agreement"));
  if (lev_process_change_due (get_action (self), due, NULL, lev_application_get_user (application),
                              &error))
    {
      lev_application_commit (application);
      return;
    }

  lev_application_refuse (application, error);
  lev_action_panel_refresh (LEV_ACTION_PANEL (self));
}

/* The rows list the choices as the table has them, with nothing chosen first. */
static void
set_choice (LevHandOutPanel *self,
            const char      *property,
            int              present,
            AdwComboRow     *row)
{
  int choice = (int) adw_combo_row_get_selected (row);

  if (choice == present || !begin_change (self))
    return;

  g_object_set (get_action (self), property, choice, NULL);
  lev_application_commit (lev_application_get_default ());
}

static void
frequency_changed_cb (LevHandOutPanel *self)
{
  set_choice (self, "frequency", get_action (self)->frequency, self->frequency_row);
}

static void
channel_changed_cb (LevHandOutPanel *self)
{
  set_choice (self, "channel", get_action (self)->channel, self->channel_row);
}

/* The other actions of the supplier that are to be handed out, with the same agreement on who, how
 * often and how; or those with another one (transfer container). */
static GPtrArray *
list_others (LevHandOutPanel *self,
             gboolean         with_same)
{
  LevAction *action = get_action (self);
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (action->dossier), LEV_TYPE_ACTION);
  GPtrArray *others = g_ptr_array_new ();

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *other = lev_record_list_peek (actions, i);
      gboolean is_same = other->executor == action->executor &&
                         other->frequency == action->frequency && other->channel == action->channel;

      if (other != action && lev_action_is_agreed (other) && lev_action_get_step (other) == 7 &&
          is_same == with_same)
        g_ptr_array_add (others, other);
    }

  return others;
}

static void
others_clicked_cb (LevHandOutPanel *self)
{
  LevAction *action = get_action (self);
  g_autoptr (GPtrArray) others = list_others (self, FALSE);

  if (!begin_change (self))
    return;

  for (guint i = 0; i < others->len; i++)
    g_object_set (g_ptr_array_index (others, i), "executor", action->executor, "frequency",
                  action->frequency, "channel", action->channel, NULL);
  lev_action_panel_finish (LEV_ACTION_PANEL (self), _("The agreement holds for these actions too"),
                           NULL);
}

static void
update_others (LevHandOutPanel *self)
{
  LevAction *action = get_action (self);
  g_autoptr (GPtrArray) others = list_others (self, FALSE);
  g_autofree char *label = NULL;

  label = g_strdup_printf (ngettext ("Executor, updates and channel also for the %u other "
                                     "action of this supplier",
                                     "Executor, updates and channel also for the %u other "
                                     "actions of this supplier",
                                     others->len),
                           others->len);
  gtk_label_set_label (self->others_label, label);
  gtk_widget_set_visible (self->others_button, others->len > 0 && action->executor != NULL &&
                                                 action->frequency != LEV_FREQUENCY_NONE);
}

/* Those with the same agreement go out together. */
static void
update_all (LevHandOutPanel *self)
{
  g_autoptr (GPtrArray) others = list_others (self, TRUE);
  g_autofree char *label = g_strdup_printf (ngettext ("Hand out %u action", "Hand out %u actions",
                                                      others->len + 1),
                                            others->len + 1);

  gtk_button_set_label (self->all_button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button),
                          others->len > 0 && get_action (self)->executor != NULL);
}

static void
hand_out_cb (LevHandOutPanel *self)
{
  const LevDecisionDetails details = { NULL };
  g_autoptr (GError) error = NULL;

  lev_application_begin (lev_application_get_default (), _("Hand out the action"));
  lev_process_decide (get_action (self), 7, LEV_OUTCOME_YES, &details, &error);
  lev_action_panel_finish (LEV_ACTION_PANEL (self), _("Action handed out"), error);
}

static void
hand_out_all_cb (LevHandOutPanel *self)
{
  const LevDecisionDetails details = { NULL };
  g_autoptr (GPtrArray) actions = list_others (self, TRUE);
  g_autoptr (GError) error = NULL;

  g_ptr_array_insert (actions, 0, get_action (self));
  lev_application_begin (lev_application_get_default (), _("Hand out the actions"));
  for (guint i = 0; i < actions->len && error == NULL; i++)
    lev_process_decide (g_ptr_array_index (actions, i), 7, LEV_OUTCOME_YES, &details, &error);
  lev_action_panel_finish (LEV_ACTION_PANEL (self), _("Actions handed out"), error);
}

static void
fill_choices (AdwComboRow     *row,
              const LevChoice *choices)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, _("Choose…"));
  for (int i = 1; choices[i].nick != NULL; i++)
    gtk_string_list_append (labels, lev_choice_get_label (choices, i));
  adw_combo_row_set_model (row, G_LIST_MODEL (labels));
}

static void
lev_hand_out_panel_refresh (LevActionPanel *panel)
{
  LevHandOutPanel *self = LEV_HAND_OUT_PANEL (panel);
  LevAction *action = get_action (self);

  lev_anchor_set (GTK_WIDGET (self->executor_row), LEV_RECORD (action), "executor");
  lev_anchor_set (GTK_WIDGET (self->due_button), LEV_RECORD (action), "due");
  lev_anchor_set (GTK_WIDGET (self->frequency_row), LEV_RECORD (action), "frequency");
  lev_person_row_set_person (self->executor_row, action->executor);
  lev_date_button_set_date (self->due_button, action->due);
  adw_combo_row_set_selected (self->frequency_row, (guint) action->frequency);
  adw_combo_row_set_selected (self->channel_row, (guint) action->channel);
  update_others (self);
  update_all (self);
}

static void
lev_hand_out_panel_constructed (GObject *object)
{
  LevHandOutPanel *self = LEV_HAND_OUT_PANEL (object);

  G_OBJECT_CLASS (lev_hand_out_panel_parent_class)->constructed (object);

  fill_choices (self->frequency_row, lev_frequency_choices);
  fill_choices (self->channel_row, lev_channel_choices);
  lev_hand_out_panel_refresh (LEV_ACTION_PANEL (self));

  g_signal_connect_swapped (self->executor_row, "notify::person", G_CALLBACK (executor_changed_cb),
                            self);
  g_signal_connect_swapped (self->due_button, "notify::date", G_CALLBACK (due_changed_cb), self);
  g_signal_connect_swapped (self->frequency_row, "notify::selected",
                            G_CALLBACK (frequency_changed_cb), self);
  g_signal_connect_swapped (self->channel_row, "notify::selected", G_CALLBACK (channel_changed_cb),
                            self);
}

static void
lev_hand_out_panel_class_init (LevHandOutPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = lev_hand_out_panel_constructed;
  LEV_ACTION_PANEL_CLASS (klass)->refresh = lev_hand_out_panel_refresh;

  g_type_ensure (LEV_TYPE_DATE_BUTTON);
  g_type_ensure (LEV_TYPE_PERSON_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/hand-out-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LevHandOutPanel, executor_row);
  gtk_widget_class_bind_template_child (widget_class, LevHandOutPanel, due_button);
  gtk_widget_class_bind_template_child (widget_class, LevHandOutPanel, frequency_row);
  gtk_widget_class_bind_template_child (widget_class, LevHandOutPanel, channel_row);
  gtk_widget_class_bind_template_child (widget_class, LevHandOutPanel, others_button);
  gtk_widget_class_bind_template_child (widget_class, LevHandOutPanel, others_label);
  gtk_widget_class_bind_template_child (widget_class, LevHandOutPanel, all_button);
  gtk_widget_class_bind_template_callback (widget_class, others_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, hand_out_all_cb);
}

static void
lev_hand_out_panel_init (LevHandOutPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
