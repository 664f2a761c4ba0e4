#include "lev-verdict-panel.h"

#include "lev-date-button.h"
#include "lev-person-row.h"
#include "lev-process.h"

#include <glib/gi18n.h>

struct _LevVerdictPanel
{
  LevActionPanel parent;

  GtkLabel       *question;
  AdwToggleGroup *outcome_group;
  LevPersonRow   *by_row;
  LevDateButton  *date_button;
  GtkEditable    *reason_row;
  GtkLabel       *then_label;
  GtkWidget      *hint_box;
  GtkLabel       *hint_label;
  GtkWidget      *record_button;
  gboolean        filled_in;
};

G_DEFINE_FINAL_TYPE (LevVerdictPanel, lev_verdict_panel, LEV_TYPE_ACTION_PANEL)

static LevOutcome
get_outcome (LevVerdictPanel *self)
{
  const char *name = adw_toggle_group_get_active_name (self->outcome_group);

  return name != NULL ? (LevOutcome) lev_choice_find (lev_outcome_choices, name) : LEV_OUTCOME_NONE;
}

static LevDecisionDetails
get_details (LevVerdictPanel *self)
{
  return (LevDecisionDetails) {
    .by = lev_person_row_get_person (self->by_row),
    .date = lev_date_button_get_date (self->date_button),
    .reason = gtk_editable_get_text (self->reason_row),
  };
}

/* What happens then, and what is still missing before it can. */
static void
form_changed_cb (LevVerdictPanel *self)
{
  LevActionPanel *panel = LEV_ACTION_PANEL (self);
  LevOutcome outcome = get_outcome (self);
  guint number = lev_action_panel_get_number (panel);
  const LevMove *move = lev_step_find_move (number, LEV_SCOPE_ACTION, outcome);
  const LevDecisionDetails details = get_details (self);
  g_autoptr (GListStore) missing = NULL;
  g_autoptr (LevMissing) first = NULL;
  g_autofree char *text = NULL;

  if (move != NULL)
    {
      missing = lev_process_check_decision (LEV_ACTION (lev_action_panel_get_subject (panel)),
                                            number, outcome, &details);
      first = g_list_model_get_item (G_LIST_MODEL (missing), 0);
      text = outcome == LEV_OUTCOME_NO
               ? g_strdup_printf (_("The action goes back to step %u, %s, with this reason."),
                                  move->next, _(lev_step_get (move->next)->name))
               : g_strdup_printf (_("The action goes on to step %u, %s."), move->next,
                                  _(lev_step_get (move->next)->name));
    }
  else
    text = g_strdup (number == 9 ? _("The service owner decides; you record it.")
                                 : _("The MT decides; you record it."));

  gtk_label_set_label (self->then_label, text);
  gtk_label_set_label (self->hint_label, first != NULL ? lev_missing_get_todo (first) : "");
  gtk_widget_set_visible (self->hint_box, first != NULL);
  gtk_widget_set_sensitive (self->record_button, move != NULL && first == NULL);
}

static void
record_cb (LevVerdictPanel *self)
{
  LevActionPanel *panel = LEV_ACTION_PANEL (self);
  const LevDecisionDetails details = get_details (self);
  g_autoptr (GError) error = NULL;

  lev_application_begin (lev_application_get_default (), _("Record the verdict"));
  lev_process_decide (LEV_ACTION (lev_action_panel_get_subject (panel)),
                      lev_action_panel_get_number (panel), get_outcome (self), &details, &error);
  lev_action_panel_finish (panel, _("Verdict recorded"), error);
}

static void
lev_verdict_panel_refresh (LevActionPanel *panel)
{
  LevVerdictPanel *self = LEV_VERDICT_PANEL (panel);
  gboolean by_owner = lev_action_panel_get_number (panel) == 9;

  if (self->filled_in)
    return;

  self->filled_in = TRUE;
  gtk_label_set_label (self->question, by_owner ? _("Does the service owner find the action done?")
                                                : _("Does the MT find the action finished?"));
  if (by_owner)
    lev_person_row_set_person (self->by_row, lev_action_panel_get_dossier (panel)->owner);
  lev_date_button_set_date (self->date_button, lev_clock_today ());
  adw_toggle_group_set_active (self->outcome_group, GTK_INVALID_LIST_POSITION);
  form_changed_cb (self);
}

static void
lev_verdict_panel_class_init (LevVerdictPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_ACTION_PANEL_CLASS (klass)->refresh = lev_verdict_panel_refresh;

  g_type_ensure (LEV_TYPE_DATE_BUTTON);
  g_type_ensure (LEV_TYPE_PERSON_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/verdict-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LevVerdictPanel, question);
  gtk_widget_class_bind_template_child (widget_class, LevVerdictPanel, outcome_group);
  gtk_widget_class_bind_template_child (widget_class, LevVerdictPanel, by_row);
  gtk_widget_class_bind_template_child (widget_class, LevVerdictPanel, date_button);
  gtk_widget_class_bind_template_child (widget_class, LevVerdictPanel, reason_row);
  gtk_widget_class_bind_template_child (widget_class, LevVerdictPanel, then_label);
  gtk_widget_class_bind_template_child (widget_class, LevVerdictPanel, hint_box);
  gtk_widget_class_bind_template_child (widget_class, LevVerdictPanel, hint_label);
  gtk_widget_class_bind_template_child (widget_class, LevVerdictPanel, record_button);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
}

static void
lev_verdict_panel_init (LevVerdictPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
