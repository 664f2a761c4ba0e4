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
  GtkWidget      *back_label;
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

static void
outcome_changed_cb (LevVerdictPanel *self)
{
  gtk_widget_set_visible (self->back_label, get_outcome (self) == LEV_OUTCOME_NO);
  gtk_widget_set_sensitive (self->record_button, get_outcome (self) != LEV_OUTCOME_NONE);
}

static void
record_cb (LevVerdictPanel *self)
{
  LevActionPanel *panel = LEV_ACTION_PANEL (self);
  const LevDecisionDetails details = {
    .by = lev_person_row_get_person (self->by_row),
    .date = lev_date_button_get_date (self->date_button),
    .reason = gtk_editable_get_text (self->reason_row),
  };
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
  outcome_changed_cb (self);
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
  gtk_widget_class_bind_template_child (widget_class, LevVerdictPanel, back_label);
  gtk_widget_class_bind_template_child (widget_class, LevVerdictPanel, record_button);
  gtk_widget_class_bind_template_callback (widget_class, outcome_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
}

static void
lev_verdict_panel_init (LevVerdictPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
