#include "lev-action-row.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-carry-over.h"
#include "lev-evidence-bar.h"
#include "lev-field-editor.h"
#include "lev-process.h"
#include "lev-register.h"
#include "lev-score-chip.h"
#include "lev-scoring.h"
#include "lev-state.h"
#include "lev-title.h"

#include <glib/gi18n.h>

struct _LevActionRow
{
  LevFoldRow parent;

  GtkLabel       *trend;
  GtkLabel       *advice_chip;
  GtkLabel       *due_chip;
  LevFieldEditor *title;
  LevFieldEditor *result;
  LevFieldEditor *risk;
  LevFieldEditor *owner;
  LevFieldEditor *due;
  LevFieldEditor *cost;
  LevFieldEditor *effect_likelihood;
  LevFieldEditor *effect_impact;
  LevFieldEditor *advice;
  GtkWidget      *residual_box;
  GtkLabel       *risk_code;
  GtkLabel       *now_chip;
  GtkLabel       *residual_chip;
  LevEvidenceBar *evidence;
  GtkWidget      *remove_button;

  LevAction *action; /* borrowed from the register */
};

G_DEFINE_FINAL_TYPE (LevActionRow, lev_action_row, LEV_TYPE_FOLD_ROW)

static void
removed_cb (LevActionRow *self)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, _("Withdraw action"));
  if (!lev_process_check_editable (self->action->dossier, &error))
    {
      lev_application_refuse (application, error);
      return;
    }
  lev_register_delete (LEV_RECORD (self->action)->records, LEV_RECORD (self->action));
  if (lev_application_commit (application))
    lev_application_toast (application, _("Action withdrawn"), _("Undo"), "app.undo");
}

/* What the action is expected to do shows in its risk, in the same edit. */
static void
effect_written_cb (LevActionRow *self)
{
  if (self->action->risk != NULL)
    lev_process_follow_effects (self->action->risk);
}

/* "R07 [4 × 4 = 16 kritiek] → [2 × 4 = 8 middel]": the risk with all of its actions. */
static void
update_residual (LevActionRow *self)
{
  LevRisk *risk = self->action->risk;
  LevHandbookContent *content = lev_dossier_get_content (self->action->dossier);
  g_autofree char *code = risk != NULL ? lev_record_dup_code (LEV_RECORD (risk)) : NULL;

  gtk_widget_set_visible (self->residual_box, risk != NULL);
  if (risk == NULL)
    return;

  gtk_label_set_label (self->risk_code, code);
  lev_level_chip_update (self->now_chip, content, risk->likelihood, risk->impact);
  lev_level_chip_update (self->residual_chip, content, risk->residual_likelihood,
                         risk->residual_impact);
}

static void
update_chips (LevActionRow *self)
{
  LevAction *action = self->action;
  g_autofree char *date = action->due != 0 ? lev_date_format_long (action->due)
                                           : g_strdup (_("no due date"));

  gtk_label_set_label (self->trend, lev_trend_get_label (lev_action_get_trend (action)));
  gtk_widget_set_visible (GTK_WIDGET (self->trend),
                          lev_dossier_get_previous (action->dossier) != NULL);
  gtk_label_set_label (self->due_chip, date);
  gtk_widget_set_visible (GTK_WIDGET (self->advice_chip), action->advice != LEV_OUTCOME_NONE);
  gtk_label_set_label (self->advice_chip, action->advice == LEV_OUTCOME_YES
                                            ? _("advice: take the action")
                                            : _("advice: do not take the action"));
}

/* "R07 · J. Bakker" */
static char *
describe (LevAction *action)
{
  g_autofree char *risk = action->risk != NULL ? lev_record_dup_code (LEV_RECORD (action->risk))
                                               : g_strdup (_("no risk"));
  g_autofree char *owner = action->owner != NULL ? lev_record_dup_title (LEV_RECORD (action->owner))
                                                 : g_strdup (_("no owner"));

  return g_strdup_printf ("%s · %s", risk, owner);
}

static void
lev_action_row_class_init (LevActionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LEV_TYPE_EVIDENCE_BAR);
  g_type_ensure (LEV_TYPE_FIELD_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/action-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, trend);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, advice_chip);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, due_chip);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, title);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, result);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, risk);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, owner);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, due);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, cost);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, effect_likelihood);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, effect_impact);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, advice);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, residual_box);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, risk_code);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, now_chip);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, residual_chip);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, evidence);
  gtk_widget_class_bind_template_child (widget_class, LevActionRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, effect_written_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
}

static void
lev_action_row_init (LevActionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  lev_evidence_bar_take_drops (self->evidence, GTK_WIDGET (self));
}

GtkWidget *
lev_action_row_new (LevAction *action)
{
  LevActionRow *self = g_object_new (LEV_TYPE_ACTION_ROW, NULL);

  self->action = action;

  return GTK_WIDGET (self);
}

void
lev_action_row_show (LevActionRow *self,
                     gboolean      editable)
{
  LevAction *action = self->action;
  g_autofree char *code = lev_record_dup_code (LEV_RECORD (action));
  g_autofree char *subtitle = describe (action);
  LevFieldEditor *const editors[] = {
    self->title, self->result,            self->risk,          self->owner,  self->due,
    self->cost,  self->effect_likelihood, self->effect_impact, self->advice,
  };

  g_return_if_fail (LEV_IS_ACTION_ROW (self));

  lev_fold_row_set_texts (LEV_FOLD_ROW (self), code,
                          lev_text_is_blank (action->title) ? _("New action") : action->title,
                          subtitle);
  lev_anchor_set (GTK_WIDGET (self), LEV_RECORD (action), NULL);
  update_chips (self);
  for (guint i = 0; i < G_N_ELEMENTS (editors); i++)
    lev_field_editor_show (editors[i], LEV_TYPE_ACTION, action, editable);
  update_residual (self);
  lev_evidence_bar_show (self->evidence, LEV_RECORD (action), editable, TRUE);
  gtk_widget_set_visible (self->remove_button,
                          editable && lev_action_get_decision (action, 0) == NULL);
}
