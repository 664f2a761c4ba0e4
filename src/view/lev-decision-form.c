#include "lev-decision-form.h"

#include "lev-application.h"
#include "lev-date-button.h"
#include "lev-field-control.h"
#include "lev-person-row.h"
#include "lev-process.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

struct _LevDecisionForm
{
  AdwBin parent;

  LevAction *action; /* borrowed */
  LevOutcome outcome;

  GtkLabel      *reason_label;
  GtkTextView   *reason_view;
  GtkDropDown   *by_drop_down;
  GtkWidget     *accepted_by_box;
  GtkDropDown   *accepted_by_drop_down;
  GtkWidget     *accepted_until_box;
  LevDateButton *accepted_until_button;
  GtkWidget     *hint_icon;
  GtkLabel      *hint_label;
  GtkWidget     *record_button;
};

G_DEFINE_FINAL_TYPE (LevDecisionForm, lev_decision_form, ADW_TYPE_BIN)

enum
{
  RECORDED,
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LevPerson *
get_person (GtkDropDown *drop_down)
{
  gpointer item = gtk_drop_down_get_selected_item (drop_down);

  return LEV_IS_PERSON (item) ? item : NULL;
}

static void
select_person (GtkDropDown *drop_down,
               LevPerson   *person)
{
  gtk_drop_down_set_selected (drop_down,
                              lev_person_model_find (gtk_drop_down_get_model (drop_down), person));
}

/* What is filled in; *@reason keeps the text. */
static LevDecisionDetails
get_details (LevDecisionForm *self,
             char           **reason)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->reason_view);
  gboolean no = self->outcome == LEV_OUTCOME_NO;

  g_object_get (buffer, "text", reason, NULL);

  return (LevDecisionDetails) {
    .by = get_person (self->by_drop_down),
    .reason = *reason,
    .accepted_by = no ? get_person (self->accepted_by_drop_down) : NULL,
    .accepted_until = no ? lev_date_button_get_date (self->accepted_until_button) : 0,
  };
}

/* Gives an outline to the controls of the fields in @missing. */
static void
mark_missing (LevDecisionForm *self,
              GListModel      *missing)
{
  const struct
  {
    GtkWidget *control;
    const char *field;
  } controls[] = {
    { GTK_WIDGET (self->reason_view), "reason" },
    { GTK_WIDGET (self->by_drop_down), "by" },
    { GTK_WIDGET (self->accepted_by_drop_down), "accepted-by" },
    { GTK_WIDGET (self->accepted_until_button), "accepted-until" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    {
      gboolean is_missing = FALSE;

      for (guint j = 0; j < g_list_model_get_n_items (missing); j++)
        {
          g_autoptr (LevMissing) item = g_list_model_get_item (missing, j);

          is_missing = is_missing ||
                       g_strcmp0 (lev_missing_get_field (item), controls[i].field) == 0;
        }
      if (is_missing)
        gtk_widget_add_css_class (controls[i].control, "missing");
      else
        gtk_widget_remove_css_class (controls[i].control, "missing");
      gtk_accessible_update_state (GTK_ACCESSIBLE (controls[i].control),
                                   GTK_ACCESSIBLE_STATE_INVALID,
                                   is_missing ? GTK_ACCESSIBLE_INVALID_TRUE
                                              : GTK_ACCESSIBLE_INVALID_FALSE,
                                   -1);
    }
}

static void
update (LevDecisionForm *self)
{
  gboolean no = self->outcome == LEV_OUTCOME_NO;
  g_autofree char *reason = NULL;
  LevDecisionDetails details;
  g_autoptr (GListStore) missing = NULL;
  g_autoptr (LevMissing) first = NULL;

  if (self->action == NULL || self->outcome == LEV_OUTCOME_NONE)
    return;

  details = get_details (self, &reason);
  missing = lev_process_check_decision (self->action, 6, self->outcome, &details);
  first = g_list_model_get_item (G_LIST_MODEL (missing), 0);

  gtk_widget_set_visible (self->accepted_by_box, no);
  gtk_widget_set_visible (self->accepted_until_box, no);
  gtk_widget_set_visible (self->hint_icon, first != NULL);
  gtk_label_set_label (self->hint_label, first != NULL ? lev_missing_get_todo (first) : "");
  gtk_widget_set_sensitive (self->record_button, first == NULL);
  gtk_label_set_label (self->reason_label, !no && self->action->advice == LEV_OUTCOME_YES
                                             ? _("Reason (optional, as the CM advises it)")
                                             : _("Reason"));
  mark_missing (self, G_LIST_MODEL (missing));
}

/* Who spoke for the MT in the last decision of the round. */
static LevPerson *
find_last_speaker (LevReview *review)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  LevDecision *last = NULL;

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevRecordList *actions = lev_record_get_children (g_ptr_array_index (dossiers, i),
                                                        LEV_TYPE_ACTION);

      for (guint j = 0; j < lev_record_list_get_n (actions); j++)
        {
          LevDecision *decision = lev_action_get_decision (lev_record_list_peek (actions, j), 6);

          if (decision != NULL &&
              (last == NULL || LEV_RECORD (decision)->serial > LEV_RECORD (last)->serial))
            last = decision;
        }
    }

  return last != NULL ? last->by : NULL;
}

static void
clear (LevDecisionForm *self)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->reason_view), "", 0);
  select_person (self->by_drop_down, NULL);
  select_person (self->accepted_by_drop_down, NULL);
  lev_date_button_set_date (self->accepted_until_button, 0);
}

static void
record_clicked_cb (LevDecisionForm *self)
{
  lev_decision_form_record (self);
}

static void
cancel_clicked_cb (LevDecisionForm *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* Ctrl+Enter in the reason, before the text takes it as a new line. */
static gboolean
reason_key_cb (LevDecisionForm *self,
               guint            key,
               guint            code,
               GdkModifierType  modifiers)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(modifiers & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  lev_decision_form_record (self);

  return GDK_EVENT_STOP;
}

static void
lev_decision_form_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_DECISION_FORM);
  LEV_DECISION_FORM (object)->action = NULL;

  G_OBJECT_CLASS (lev_decision_form_parent_class)->dispose (object);
}

static void
lev_decision_form_class_init (LevDecisionFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_decision_form_dispose;

  signals[RECORDED] = g_signal_new ("recorded", LEV_TYPE_DECISION_FORM, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);
  signals[CANCELLED] = g_signal_new ("cancelled", LEV_TYPE_DECISION_FORM, G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEV_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/decision-form.ui");
  gtk_widget_class_bind_template_child (widget_class, LevDecisionForm, reason_label);
  gtk_widget_class_bind_template_child (widget_class, LevDecisionForm, reason_view);
  gtk_widget_class_bind_template_child (widget_class, LevDecisionForm, by_drop_down);
  gtk_widget_class_bind_template_child (widget_class, LevDecisionForm, accepted_by_box);
  gtk_widget_class_bind_template_child (widget_class, LevDecisionForm, accepted_by_drop_down);
  gtk_widget_class_bind_template_child (widget_class, LevDecisionForm, accepted_until_box);
  gtk_widget_class_bind_template_child (widget_class, LevDecisionForm, accepted_until_button);
  gtk_widget_class_bind_template_child (widget_class, LevDecisionForm, hint_icon);
  gtk_widget_class_bind_template_child (widget_class, LevDecisionForm, hint_label);
  gtk_widget_class_bind_template_child (widget_class, LevDecisionForm, record_button);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, record_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_key_cb);
}

static void
lev_decision_form_init (LevDecisionForm *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (gtk_text_view_get_buffer (self->reason_view), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
}

static void
fill_drop_down (LevDecisionForm *self,
                GtkDropDown     *drop_down,
                GListModel      *persons)
{
  g_autoptr (GtkExpression) expression = lev_person_expression_new ();

  lev_field_control_fit (drop_down, expression);
  gtk_drop_down_set_expression (drop_down, expression);
  gtk_drop_down_set_search_match_mode (drop_down, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_drop_down_set_enable_search (drop_down, TRUE);
  gtk_drop_down_set_model (drop_down, persons);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
}

void
lev_decision_form_set_action (LevDecisionForm *self,
                              LevAction       *action)
{
  g_autoptr (GListModel) persons = lev_person_model_new (LEV_RECORD (action)->records);

  g_return_if_fail (LEV_IS_DECISION_FORM (self));

  self->action = action;
  fill_drop_down (self, self->by_drop_down, persons);
  fill_drop_down (self, self->accepted_by_drop_down, persons);
}

void
lev_decision_form_set_outcome (LevDecisionForm *self,
                               LevOutcome       outcome)
{
  g_return_if_fail (LEV_IS_DECISION_FORM (self));

  if (outcome == LEV_OUTCOME_NONE)
    clear (self);
  else if (self->outcome == LEV_OUTCOME_NONE && get_person (self->by_drop_down) == NULL)
    select_person (self->by_drop_down, find_last_speaker (self->action->dossier->review));
  self->outcome = outcome;
  update (self);
}

void
lev_decision_form_record (LevDecisionForm *self)
{
  LevApplication *application = lev_application_get_default ();
  g_autofree char *reason = NULL;
  g_autoptr (GError) error = NULL;
  LevDecisionDetails details;

  g_return_if_fail (LEV_IS_DECISION_FORM (self));

  if (self->outcome == LEV_OUTCOME_NONE || !gtk_widget_get_sensitive (self->record_button))
    return;

  details = get_details (self, &reason);
  lev_application_begin (application, _("Record the decision"));
  if (lev_process_decide (self->action, 6, self->outcome, &details, &error) == NULL)
    {
      lev_application_refuse (application, error);
      return;
    }

  g_signal_emit (self, signals[RECORDED], 0);
  if (lev_application_commit (application))
    lev_application_toast (application, _("The decision is recorded"), _("_Undo"), "app.undo");
}
