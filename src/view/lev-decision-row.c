#include "lev-decision-row.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-date-button.h"
#include "lev-field-text.h"
#include "lev-person-row.h"
#include "lev-process.h"
#include "lev-record-list.h"
#include "lev-score-chip.h"

#include <glib/gi18n.h>

struct _LevDecisionRow
{
  GtkListBoxRow parent;

  LevAction *action; /* borrowed */
  gboolean   editable;
  gboolean   renewing; /* a new decision is being made in place of the one that stands */

  GtkLabel       *code_label;
  GtkLabel       *title_label;
  GtkWidget      *chips;
  GtkLabel       *now_chip;
  GtkLabel       *expected_chip;
  GtkLabel       *facts_label;
  GtkWidget      *decided_box;
  GtkImage       *decided_icon;
  GtkLabel       *decided_label;
  GtkLabel       *decided_details;
  GtkWidget      *renew_button;
  GtkWidget      *choice_box;
  AdwToggleGroup *outcome_group;
  GtkWidget      *open_label;
  GtkWidget      *stays_box;
  GtkLabel       *stays_chip;
  GtkWidget      *form_box;
  GtkLabel       *reason_label;
  GtkTextView    *reason_view;
  GtkDropDown    *by_drop_down;
  GtkWidget      *acceptance_box;
  GtkDropDown    *accepted_by_drop_down;
  LevDateButton  *accepted_until_button;
  GtkWidget      *hint_icon;
  GtkLabel       *hint_label;
  GtkWidget      *cancel_button;
  GtkWidget      *record_button;
};

G_DEFINE_FINAL_TYPE (LevDecisionRow, lev_decision_row, GTK_TYPE_LIST_BOX_ROW)

static LevOutcome
get_outcome (LevDecisionRow *self)
{
  const char *name = adw_toggle_group_get_active_name (self->outcome_group);

  if (g_strcmp0 (name, "yes") == 0)
    return LEV_OUTCOME_YES;

  return g_strcmp0 (name, "no") == 0 ? LEV_OUTCOME_NO : LEV_OUTCOME_NONE;
}

static LevPerson *
get_person (GtkDropDown *drop_down)
{
  gpointer item = gtk_drop_down_get_selected_item (drop_down);

  return LEV_IS_PERSON (item) ? item : NULL;
}

/* What is filled in; *@reason keeps the text. */
static LevDecisionDetails
get_details (LevDecisionRow *self,
             char          **reason)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->reason_view);
  gboolean no = get_outcome (self) == LEV_OUTCOME_NO;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  *reason = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);

  return (LevDecisionDetails) {
    .by = get_person (self->by_drop_down),
    .reason = *reason,
    .accepted_by = no ? get_person (self->accepted_by_drop_down) : NULL,
    .accepted_until = no ? lev_date_button_get_date (self->accepted_until_button) : 0,
  };
}

/* Says the first thing that is missing; with nothing missing the decision can be recorded. */
static void
update_form (LevDecisionRow *self)
{
  LevOutcome outcome = get_outcome (self);
  g_autofree char *reason = NULL;
  LevDecisionDetails details = get_details (self, &reason);
  g_autoptr (GListStore) missing = NULL;
  g_autoptr (LevMissing) first = NULL;

  missing = lev_process_check_decision (self->action, 6, outcome, &details);
  first = g_list_model_get_item (G_LIST_MODEL (missing), 0);

  gtk_widget_set_visible (self->form_box, outcome != LEV_OUTCOME_NONE);
  gtk_widget_set_visible (self->acceptance_box, outcome == LEV_OUTCOME_NO);
  gtk_widget_set_visible (self->stays_box, outcome == LEV_OUTCOME_NO && self->action->risk != NULL);
  gtk_widget_set_visible (self->open_label, outcome == LEV_OUTCOME_NONE && !self->renewing);
  gtk_widget_set_visible (self->cancel_button, self->renewing);
  gtk_widget_set_visible (self->hint_icon, first != NULL);
  gtk_label_set_label (self->hint_label, first != NULL ? lev_missing_get_todo (first) : "");
  gtk_widget_set_sensitive (self->record_button, first == NULL && outcome != LEV_OUTCOME_NONE);
  gtk_label_set_label (self->reason_label,
                       outcome == LEV_OUTCOME_YES && self->action->advice == LEV_OUTCOME_YES
                         ? _("Reason (optional, as the CM advises it)")
                         : _("Reason"));
  if (outcome != LEV_OUTCOME_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "deciding");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "deciding");
}

static void
select_person (GtkDropDown *drop_down,
               LevPerson   *person)
{
  gtk_drop_down_set_selected (drop_down,
                              lev_person_model_find (gtk_drop_down_get_model (drop_down), person));
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
form_changed_cb (LevDecisionRow *self)
{
  if (self->action == NULL)
    return;

  if (get_outcome (self) != LEV_OUTCOME_NONE && get_person (self->by_drop_down) == NULL &&
      !gtk_widget_get_visible (self->form_box))
    select_person (self->by_drop_down, find_last_speaker (self->action->dossier->review));

  update_form (self);
}

static void
clear_form (LevDecisionRow *self)
{
  self->renewing = FALSE;
  adw_toggle_group_set_active (self->outcome_group, GTK_INVALID_LIST_POSITION);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->reason_view), "", 0);
  select_person (self->by_drop_down, NULL);
  select_person (self->accepted_by_drop_down, NULL);
  lev_date_button_set_date (self->accepted_until_button, 0);
}

static void
record_cb (LevDecisionRow *self)
{
  LevApplication *application = lev_application_get_default ();
  g_autofree char *reason = NULL;
  LevDecisionDetails details = get_details (self, &reason);
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->record_button))
    return;

  lev_application_begin (application, _("Record the decision"));
  if (lev_process_decide (self->action, 6, get_outcome (self), &details, &error) == NULL)
    {
      lev_application_refuse (application, error);
      return;
    }

  clear_form (self);
  if (lev_application_commit (application))
    lev_application_toast (application, _("The decision is recorded"), _("Undo"), "app.undo");
}

static void
renew_clicked_cb (LevDecisionRow *self)
{
  self->renewing = TRUE;
  lev_decision_row_update (self, self->editable);
  gtk_widget_child_focus (GTK_WIDGET (self->outcome_group), GTK_DIR_TAB_FORWARD);
}

static void
cancel_clicked_cb (LevDecisionRow *self)
{
  clear_form (self);
  lev_decision_row_update (self, self->editable);
}

/* J, N and Ctrl+Enter, as far as no field takes the key. */
static gboolean
key_pressed_cb (LevDecisionRow *self,
                guint           key,
                guint           code,
                GdkModifierType modifiers)
{
  GdkModifierType pressed = modifiers & gtk_accelerator_get_default_mod_mask ();

  if (!gtk_widget_get_visible (self->choice_box))
    return GDK_EVENT_PROPAGATE;

  if (pressed == GDK_CONTROL_MASK && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      record_cb (self);
      return GDK_EVENT_STOP;
    }
  if (pressed != 0 || (key != GDK_KEY_j && key != GDK_KEY_n))
    return GDK_EVENT_PROPAGATE;

  adw_toggle_group_set_active_name (self->outcome_group, key == GDK_KEY_j ? "yes" : "no");

  return GDK_EVENT_STOP;
}

/* Ctrl+Enter in the reason, before the text takes it as a new line. */
static gboolean
reason_key_cb (LevDecisionRow *self,
               guint           key,
               guint           code,
               GdkModifierType modifiers)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(modifiers & GDK_CONTROL_MASK))
    return GDK_EVENT_PROPAGATE;

  record_cb (self);

  return GDK_EVENT_STOP;
}

static void
show_chips (LevDecisionRow *self)
{
  LevRisk *risk = self->action->risk;
  LevHandbookContent *content = lev_dossier_get_content (self->action->dossier);

  gtk_widget_set_visible (self->chips, risk != NULL);
  if (risk == NULL)
    return;

  lev_level_chip_update (self->now_chip, content, risk->likelihood, risk->impact);
  lev_level_chip_update (self->stays_chip, content, risk->likelihood, risk->impact);
  lev_level_chip_update (self->expected_chip, content, risk->residual_likelihood,
                         risk->residual_impact);
}

static void
append_fact (GString    *text,
             const char *fact)
{
  if (fact == NULL || *fact == '\0')
    return;

  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, fact);
}

static char *
dup_field_text (LevAction  *action,
                const char *name)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (action);
  int field = lev_record_class_find_field (klass, name);
  LevValue value;

  lev_record_get_value (LEV_RECORD (action), (guint) field, &value);

  return lev_field_format (&klass->fields[field], &value);
}

static void
show_facts (LevDecisionRow *self)
{
  LevAction *action = self->action;
  g_autofree char *code = g_strdup_printf ("A%02d", action->number);
  g_autofree char *date = lev_date_format_long (action->due);
  g_autofree char *due = action->due != 0 ? g_strdup_printf (_("due on %s"), date) : NULL;
  g_autofree char *cost = action->cost != 0 ? dup_field_text (action, "cost") : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  append_fact (text, action->owner != NULL ? action->owner->name : NULL);
  append_fact (text, due);
  append_fact (text, cost);
  if (action->advice != LEV_OUTCOME_NONE)
    append_fact (text, action->advice == LEV_OUTCOME_YES ? _("advice of the CM: take")
                                                         : _("advice of the CM: do not take"));

  gtk_label_set_label (self->code_label, code);
  gtk_label_set_label (self->title_label, action->title);
  gtk_label_set_label (self->facts_label, text->str);
}

static void
show_decision (LevDecisionRow *self,
               LevDecision    *decision)
{
  gboolean yes = decision->outcome == LEV_OUTCOME_YES;
  g_autofree char *date = lev_date_format_long (decision->date);
  g_autofree char *until = lev_date_format_long (decision->accepted_until);
  g_autofree char *by = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  by = g_strdup_printf (_("MT, by %s on %s"), decision->by != NULL ? decision->by->name : "–",
                        date);
  g_string_append (text, by);
  if (decision->reason != NULL && *decision->reason != '\0')
    g_string_append_printf (text, "\n%s", decision->reason);
  if (decision->accepted_by != NULL)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Residual risk accepted by %s until %s"),
                              decision->accepted_by->name, until);
    }

  gtk_image_set_from_icon_name (self->decided_icon,
                                yes ? "object-select-symbolic" : "window-close-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->decided_icon), yes ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->decided_icon), yes ? "success" : "warning");
  gtk_label_set_label (self->decided_label, yes ? _("Take") : _("Do not take"));
  gtk_label_set_label (self->decided_details, text->str);
}

static void
lev_decision_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_DECISION_ROW);

  G_OBJECT_CLASS (lev_decision_row_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
#define BIND(name) gtk_widget_class_bind_template_child (widget_class, LevDecisionRow, name)
  BIND (code_label);
  BIND (title_label);
  BIND (chips);
  BIND (now_chip);
  BIND (expected_chip);
  BIND (facts_label);
  BIND (decided_box);
  BIND (decided_icon);
  BIND (decided_label);
  BIND (decided_details);
  BIND (renew_button);
  BIND (choice_box);
  BIND (outcome_group);
  BIND (open_label);
  BIND (stays_box);
  BIND (stays_chip);
  BIND (form_box);
  BIND (reason_label);
  BIND (reason_view);
  BIND (by_drop_down);
  BIND (acceptance_box);
  BIND (accepted_by_drop_down);
  BIND (accepted_until_button);
  BIND (hint_icon);
  BIND (hint_label);
  BIND (cancel_button);
  BIND (record_button);
#undef BIND
}

static void
lev_decision_row_class_init (LevDecisionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_decision_row_dispose;

  g_type_ensure (LEV_TYPE_DATE_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/decision-row.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, form_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, record_cb);
  gtk_widget_class_bind_template_callback (widget_class, renew_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_key_cb);
}

static void
fill_drop_down (GtkDropDown *drop_down,
                GListModel  *persons)
{
  g_autoptr (GtkExpression) expression = lev_person_expression_new ();

  gtk_drop_down_set_expression (drop_down, expression);
  gtk_drop_down_set_search_match_mode (drop_down, GTK_STRING_FILTER_MATCH_MODE_SUBSTRING);
  gtk_drop_down_set_enable_search (drop_down, TRUE);
  gtk_drop_down_set_model (drop_down, persons);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (form_changed_cb),
                           gtk_widget_get_ancestor (GTK_WIDGET (drop_down), LEV_TYPE_DECISION_ROW),
                           G_CONNECT_SWAPPED);
}

static void
lev_decision_row_init (LevDecisionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  adw_toggle_group_set_active (self->outcome_group, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (gtk_text_view_get_buffer (self->reason_view), "changed",
                           G_CALLBACK (form_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
lev_decision_row_new (LevAction *action)
{
  LevDecisionRow *self = g_object_new (LEV_TYPE_DECISION_ROW, NULL);
  g_autoptr (GListModel) persons = lev_person_model_new (LEV_RECORD (action)->records);

  self->action = action;
  fill_drop_down (self->by_drop_down, persons);
  fill_drop_down (self->accepted_by_drop_down, persons);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  action->title != NULL ? action->title : "", -1);

  return GTK_WIDGET (self);
}

LevAction *
lev_decision_row_get_action (LevDecisionRow *self)
{
  g_return_val_if_fail (LEV_IS_DECISION_ROW (self), NULL);

  return self->action;
}

void
lev_decision_row_update (LevDecisionRow *self,
                         gboolean        editable)
{
  LevDecision *decision = lev_action_get_decision (self->action, 6);
  gboolean reconsiderable = lev_action_is_reconsiderable (self->action);
  gboolean ready = lev_dossier_is_presented (self->action->dossier);

  self->editable = editable;
  if (!reconsiderable || decision == NULL)
    self->renewing = FALSE;

  show_facts (self);
  show_chips (self);
  if (decision != NULL)
    show_decision (self, decision);

  gtk_widget_set_visible (self->decided_box, decision != NULL);
  gtk_widget_set_visible (self->renew_button, editable && reconsiderable && !self->renewing);
  gtk_widget_set_visible (self->choice_box,
                          editable && ready && (decision == NULL || self->renewing));
  lev_anchor_set (GTK_WIDGET (self->outcome_group),
                  gtk_widget_get_visible (self->choice_box) ? LEV_RECORD (self->action) : NULL,
                  NULL);
  lev_anchor_set (GTK_WIDGET (self),
                  gtk_widget_get_visible (self->choice_box) ? NULL : LEV_RECORD (self->action),
                  NULL);
  update_form (self);
}
