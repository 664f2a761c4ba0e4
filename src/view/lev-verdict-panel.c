#include "lev-verdict-panel.h"

#include "lev-date-button.h"
#include "lev-person-row.h"
#include "lev-process.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

struct _LevVerdictPanel
{
  LevActionPanel parent;

  GtkLabel       *question;
  AdwToggleGroup *outcome_group;
  LevPersonRow   *by_row;
  LevDateButton  *date_button;
  GtkEditable    *reason_row;
  AdwComboRow    *evidence_row;
  GPtrArray      *evidence; /* LevEvidence, as the row lists it after “none” */
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

static LevEvidence *
get_evidence (LevVerdictPanel *self)
{
  guint selected = adw_combo_row_get_selected (self->evidence_row);

  return selected > 0 && selected <= self->evidence->len
           ? g_ptr_array_index (self->evidence, selected - 1)
           : NULL;
}

/* The evidence of the action, on which the verdict may rest. */
static void
fill_evidence (LevVerdictPanel *self)
{
  LevRecord *action = lev_action_panel_get_subject (LEV_ACTION_PANEL (self));
  LevRecordList *all = lev_record_get_children (action, LEV_TYPE_EVIDENCE);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, _("none"));
  g_ptr_array_set_size (self->evidence, 0);
  for (guint i = 0; i < lev_record_list_get_n (all); i++)
    {
      g_autofree char *name = lev_record_dup_title (lev_record_list_peek (all, i));

      g_ptr_array_add (self->evidence, g_object_ref (lev_record_list_peek (all, i)));
      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->evidence_row, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->evidence_row), self->evidence->len > 0);
}

static LevDecisionDetails
get_details (LevVerdictPanel *self)
{
  return (LevDecisionDetails) {
    .by = lev_person_row_get_person (self->by_row),
    .date = lev_date_button_get_date (self->date_button),
    .reason = gtk_editable_get_text (self->reason_row),
    .evidence = get_evidence (self),
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

  if (self->evidence->len !=
      lev_record_list_get_n (
        lev_record_get_children (lev_action_panel_get_subject (panel), LEV_TYPE_EVIDENCE)))
    fill_evidence (self);
  if (self->filled_in)
    return;

  fill_evidence (self);

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
lev_verdict_panel_finalize (GObject *object)
{
  g_ptr_array_unref (LEV_VERDICT_PANEL (object)->evidence);

  G_OBJECT_CLASS (lev_verdict_panel_parent_class)->finalize (object);
}

static void
lev_verdict_panel_class_init (LevVerdictPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lev_verdict_panel_finalize;
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
  gtk_widget_class_bind_template_child (widget_class, LevVerdictPanel, evidence_row);
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
  self->evidence = g_ptr_array_new_with_free_func (g_object_unref);

  gtk_widget_init_template (GTK_WIDGET (self));
}
