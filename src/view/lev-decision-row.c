#include "lev-decision-row.h"

#include "lev-anchor.h"
#include "lev-decision-form.h"
#include "lev-field-text.h"
#include "lev-process.h"
#include "lev-score-chip.h"

#include <glib/gi18n.h>

struct _LevDecisionRow
{
  GtkListBoxRow parent;

  LevAction *action; /* borrowed */
  gboolean   editable;
  gboolean   renewing; /* a new decision is being made in place of the one that stands */

  GtkWidget       *heading_box;
  GtkLabel        *code_label;
  GtkLabel        *title_label;
  GtkWidget       *chips;
  GtkLabel        *now_chip;
  GtkLabel        *expected_chip;
  GtkLabel        *facts_label;
  GtkWidget       *decided_box;
  GtkImage        *decided_icon;
  GtkLabel        *decided_label;
  GtkLabel        *decided_by;
  GtkLabel        *decided_details;
  GtkWidget       *renew_button;
  GtkWidget       *choice_box;
  AdwToggleGroup  *outcome_group;
  GtkWidget       *open_label;
  GtkWidget       *stays_box;
  GtkLabel        *stays_chip;
  LevDecisionForm *form;
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

static void
update_choice (LevDecisionRow *self)
{
  LevOutcome outcome = get_outcome (self);

  gtk_widget_set_visible (GTK_WIDGET (self->form), outcome != LEV_OUTCOME_NONE);
  gtk_widget_set_visible (self->stays_box, outcome == LEV_OUTCOME_NO && self->action->risk != NULL);
  gtk_widget_set_visible (self->open_label, outcome == LEV_OUTCOME_NONE && !self->renewing);
  if (outcome != LEV_OUTCOME_NONE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "deciding");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "deciding");
}

static void
outcome_changed_cb (LevDecisionRow *self)
{
  if (self->action == NULL)
    return;

  lev_decision_form_set_outcome (self->form, get_outcome (self));
  update_choice (self);
}

/* Recorded or taken back: the row is as it was. */
static void
form_closed_cb (LevDecisionRow *self)
{
  self->renewing = FALSE;
  adw_toggle_group_set_active (self->outcome_group, GTK_INVALID_LIST_POSITION);
  lev_decision_row_update (self, self->editable);
}

static void
renew_clicked_cb (LevDecisionRow *self)
{
  self->renewing = TRUE;
  lev_decision_row_update (self, self->editable);
  gtk_widget_child_focus (GTK_WIDGET (self->outcome_group), GTK_DIR_TAB_FORWARD);
}

/* J, N, Escape and Ctrl+Enter, as far as no field takes the key. */
static gboolean
key_pressed_cb (LevDecisionRow *self,
                guint           key,
                guint           code,
                GdkModifierType modifiers)
{
  GdkModifierType pressed = modifiers & gtk_accelerator_get_default_mod_mask ();
  guint lower = gdk_keyval_to_lower (key);

  if (!gtk_widget_get_visible (self->choice_box))
    return GDK_EVENT_PROPAGATE;

  if (pressed == GDK_CONTROL_MASK && (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter))
    {
      lev_decision_form_record (self->form);
      return GDK_EVENT_STOP;
    }
  if (key == GDK_KEY_Escape && (self->renewing || get_outcome (self) != LEV_OUTCOME_NONE))
    {
      form_closed_cb (self);
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    }
  if ((pressed & ~GDK_SHIFT_MASK) != 0 || (lower != GDK_KEY_j && lower != GDK_KEY_n))
    return GDK_EVENT_PROPAGATE;

  adw_toggle_group_set_active_name (self->outcome_group, lower == GDK_KEY_j ? "yes" : "no");

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
  g_autofree char *owner = lev_person_dup_short_name (action->owner);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Whole amounts do not need their cents. */
  if (cost != NULL && g_str_has_suffix (cost, ",00"))
    cost[strlen (cost) - 3] = '\0';
  append_fact (text, action->owner != NULL ? owner : NULL);
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
  g_autofree char *speaker = lev_person_dup_short_name (decision->by);
  g_autofree char *by = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  by = g_strdup_printf (_("MT, by %s on %s"), speaker, date);
  if (!lev_text_is_blank (decision->reason))
    g_string_append (text, decision->reason);
  if (decision->accepted_by != NULL)
    {
      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, _("Residual risk accepted by %s until %s"),
                              decision->accepted_by->name, until);
    }

  gtk_image_set_from_icon_name (self->decided_icon,
                                yes ? "object-select-symbolic" : "window-close-symbolic");
  gtk_widget_remove_css_class (GTK_WIDGET (self->decided_icon), yes ? "warning" : "success");
  gtk_widget_add_css_class (GTK_WIDGET (self->decided_icon), yes ? "success" : "warning");
  gtk_label_set_label (self->decided_label, yes ? _("Take") : _("Do not take"));
  gtk_label_set_label (self->decided_by, by);
  gtk_label_set_label (self->decided_details, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->decided_details), text->len > 0);
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
  BIND (heading_box);
  BIND (code_label);
  BIND (title_label);
  BIND (chips);
  BIND (now_chip);
  BIND (expected_chip);
  BIND (facts_label);
  BIND (decided_box);
  BIND (decided_icon);
  BIND (decided_label);
  BIND (decided_by);
  BIND (decided_details);
  BIND (renew_button);
  BIND (choice_box);
  BIND (outcome_group);
  BIND (open_label);
  BIND (stays_box);
  BIND (stays_chip);
  BIND (form);
#undef BIND
}

static void
lev_decision_row_class_init (LevDecisionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_decision_row_dispose;

  g_type_ensure (LEV_TYPE_DECISION_FORM);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/decision-row.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, outcome_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, form_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, renew_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
lev_decision_row_init (LevDecisionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  adw_toggle_group_set_active (self->outcome_group, GTK_INVALID_LIST_POSITION);
}

GtkWidget *
lev_decision_row_new (LevAction *action)
{
  LevDecisionRow *self = g_object_new (LEV_TYPE_DECISION_ROW, NULL);

  self->action = action;
  lev_decision_form_set_action (self->form, action);
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
lev_decision_row_set_bare (LevDecisionRow *self)
{
  g_return_if_fail (LEV_IS_DECISION_ROW (self));

  gtk_widget_set_visible (self->heading_box, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->facts_label), FALSE);
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
  /* A slide has room for one of both: what is being decided. */
  if (self->renewing && !gtk_widget_get_visible (self->heading_box))
    gtk_widget_set_visible (GTK_WIDGET (self->decided_details), FALSE);

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
  update_choice (self);
}
