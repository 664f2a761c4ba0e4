#include "lev-risk-row.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-carry-over.h"
#include "lev-field-control.h"
#include "lev-field-editor.h"
#include "lev-process.h"
#include "lev-record-list.h"
#include "lev-score-chip.h"

#include <glib/gi18n.h>

struct _LevRiskRow
{
  LevFoldRow parent;

  GtkLabel       *now_chip;
  GtkLabel       *residual_chip;
  GtkLabel       *rule;
  GtkLabel       *trend;
  GtkDropDown    *criterion;
  GtkLabel       *criterion_label;
  LevFieldEditor *event;
  LevFieldEditor *cause;
  LevFieldEditor *consequence;
  LevFieldEditor *likelihood;
  LevFieldEditor *impact;
  LevFieldEditor *residual_likelihood;
  LevFieldEditor *residual_impact;
  LevFieldEditor *treatment;
  LevFieldEditor *confidence;
  LevFieldEditor *acceptance;
  GtkWidget      *remove_button;

  LevRisk *risk; /* borrowed from the register */
  gboolean is_updating;
};

G_DEFINE_FINAL_TYPE (LevRiskRow, lev_risk_row, LEV_TYPE_FOLD_ROW)

static void
criterion_chosen_cb (LevRiskRow *self)
{
  LevApplication *application = lev_application_get_default ();
  LevHandbookContent *content = lev_dossier_get_content (self->risk->dossier);
  guint selected = gtk_drop_down_get_selected (self->criterion);
  g_autoptr (GError) error = NULL;
  const char *code = NULL;

  if (self->is_updating || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (selected > 0)
    code = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, selected - 1)->code;
  if (g_strcmp0 (code, self->risk->criterion) == 0)
    return;

  lev_application_begin (application, _("Link the risk to a criterion"));
  if (!lev_process_check_editable (self->risk->dossier, &error))
    {
      lev_application_refuse (application, error);
      return;
    }
  g_object_set (self->risk, "criterion", code, NULL);
  lev_application_commit (application);
}

static void
removed_cb (LevRiskRow *self)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, _("Remove risk"));
  if (!lev_process_check_editable (self->risk->dossier, &error))
    {
      lev_application_refuse (application, error);
      return;
    }
  lev_register_delete (LEV_RECORD (self->risk)->records, LEV_RECORD (self->risk));
  if (lev_application_commit (application))
    lev_application_toast (application, _("Risk removed"), _("Undo"), "app.undo");
}

static void
update_criterion (LevRiskRow *self,
                  gboolean    editable)
{
  LevHandbookContent *content = lev_dossier_get_content (self->risk->dossier);
  const LevHandbookItem *chosen = lev_handbook_content_find (content, LEV_HANDBOOK_CRITERION,
                                                             self->risk->criterion);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  g_autofree char *text = NULL;
  guint selected = 0;

  gtk_string_list_append (names, _("Choose…"));
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);
      g_autofree char *name = g_strdup_printf ("%s %s", item->code, item->title);

      gtk_string_list_append (names, name);
      if (item == chosen)
        {
          selected = i + 1;
          text = g_strdup (name);
        }
    }

  self->is_updating = TRUE;
  if (gtk_drop_down_get_model (self->criterion) == NULL)
    gtk_drop_down_set_model (self->criterion, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->criterion, selected);
  self->is_updating = FALSE;
  gtk_label_set_label (self->criterion_label, text != NULL ? text : "–");
  gtk_widget_set_visible (GTK_WIDGET (self->criterion), editable);
  gtk_widget_set_visible (GTK_WIDGET (self->criterion_label), !editable);
}

static guint
count_actions (LevRisk *risk)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (risk->dossier), LEV_TYPE_ACTION);
  guint n_actions = 0;

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    if (LEV_ACTION (lev_record_list_peek (actions, i))->risk == risk)
      n_actions++;

  return n_actions;
}

/* "C7 · verminderen · 2 acties · zekerheid hoog" */
static char *
describe (LevRisk *risk)
{
  guint n_actions = count_actions (risk);
  g_autofree char *actions = g_strdup_printf (ngettext ("%u action", "%u actions", n_actions),
                                              n_actions);
  GString *text = g_string_new (NULL);

  if (risk->criterion != NULL)
    g_string_append_printf (text, "%s · ", risk->criterion);
  if (risk->treatment != LEV_TREATMENT_NONE)
    g_string_append_printf (text, "%s · ", _(lev_treatment_choices[risk->treatment].label));
  g_string_append (text, actions);
  if (risk->confidence != LEV_CONFIDENCE_NONE)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, _("confidence %s"),
                              _(lev_confidence_choices[risk->confidence].label));
    }

  return g_string_free (text, FALSE);
}

/* Names the rule by which a class is higher than its product says. */
static void
update_rule (LevRiskRow         *self,
             LevHandbookContent *content)
{
  LevRisk *risk = self->risk;
  gboolean is_lifted = lev_scoring_is_lifted (content, risk->likelihood, risk->impact) ||
                       lev_scoring_is_lifted (content, risk->residual_likelihood,
                                              risk->residual_impact);
  g_autofree char *text = NULL;

  text = g_strdup_printf (_("Impact %d is never lower than %s."),
                          lev_handbook_content_get_rule (content, "impact-never-below-high"),
                          lev_scoring_get_level_title (content, LEV_LEVEL_HIGH));
  gtk_label_set_label (self->rule, text);
  gtk_widget_set_visible (GTK_WIDGET (self->rule), is_lifted);
}

static void
update_heading (LevRiskRow *self)
{
  LevRisk *risk = self->risk;
  LevHandbookContent *content = lev_dossier_get_content (risk->dossier);
  g_autofree char *number = g_strdup_printf ("%d", risk->number);
  g_autofree char *subtitle = describe (risk);
  gboolean has_event = !lev_text_is_blank (risk->event);

  lev_fold_row_set_texts (LEV_FOLD_ROW (self), number, has_event ? risk->event : _("New risk"),
                          subtitle);
  lev_level_chip_update (self->now_chip, content, risk->likelihood, risk->impact);
  lev_level_chip_update (self->residual_chip, content, risk->residual_likelihood,
                         risk->residual_impact);
  update_rule (self, content);
  gtk_label_set_label (self->trend, lev_trend_get_label (lev_risk_get_trend (risk)));
}

static void
set_words (LevRiskRow     *self,
           LevFieldEditor *editor,
           const char     *scale,
           int             score)
{
  LevHandbookContent *content = lev_dossier_get_content (self->risk->dossier);

  lev_field_editor_set_hint (editor, LEV_SCORE_IS_KNOWN (score)
                                       ? lev_handbook_content_describe (content, scale, score)
                                       : NULL);
}

static void
update_words (LevRiskRow *self)
{
  LevRisk *risk = self->risk;
  g_autofree char *scale = lev_risk_dup_impact_scale (risk);

  set_words (self, self->likelihood, "likelihood", risk->likelihood);
  set_words (self, self->residual_likelihood, "likelihood", risk->residual_likelihood);
  set_words (self, self->impact, scale, risk->impact);
  set_words (self, self->residual_impact, scale, risk->residual_impact);
}

static void
lev_risk_row_class_init (LevRiskRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LEV_TYPE_FIELD_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/risk-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, now_chip);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, residual_chip);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, rule);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, trend);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, criterion);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, criterion_label);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, event);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, cause);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, consequence);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, likelihood);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, impact);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, residual_likelihood);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, residual_impact);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, treatment);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, confidence);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, acceptance);
  gtk_widget_class_bind_template_child (widget_class, LevRiskRow, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, criterion_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
}

static void
lev_risk_row_init (LevRiskRow *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  lev_field_control_fit (self->criterion, NULL);
  self->is_updating = FALSE;
}

/* Where each field is filled in. */
static void
set_anchors (LevRiskRow *self)
{
  const struct
  {
    const char *field;
    gpointer widget;
  } places[] = {
    { NULL, self },
    { "event", self->event },
    { "cause", self->cause },
    { "consequence", self->consequence },
    { "criterion", self->criterion },
    { "likelihood", self->likelihood },
    { "impact", self->impact },
    { "residual-likelihood", self->residual_likelihood },
    { "residual-impact", self->residual_impact },
    { "treatment", self->treatment },
    { "confidence", self->confidence },
    { "acceptance", self->acceptance },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    lev_anchor_set (places[i].widget, LEV_RECORD (self->risk), places[i].field);
}

GtkWidget *
lev_risk_row_new (LevRisk *risk)
{
  LevRiskRow *self = g_object_new (LEV_TYPE_RISK_ROW, NULL);

  self->risk = risk;
  set_anchors (self);

  return GTK_WIDGET (self);
}

void
lev_risk_row_show (LevRiskRow *self,
                   gboolean    editable)
{
  LevFieldEditor *const editors[] = {
    self->event,      self->cause,     self->consequence,         self->likelihood,
    self->impact,     self->treatment, self->residual_likelihood, self->residual_impact,
    self->confidence, self->acceptance,
  };

  g_return_if_fail (LEV_IS_RISK_ROW (self));

  lev_anchor_set (GTK_WIDGET (self), LEV_RECORD (self->risk), NULL);
  update_heading (self);
  update_criterion (self, editable);
  for (guint i = 0; i < G_N_ELEMENTS (editors); i++)
    lev_field_editor_show (editors[i], LEV_TYPE_RISK, self->risk, editable);
  update_words (self);
  gtk_widget_set_visible (GTK_WIDGET (self->acceptance),
                          self->risk->treatment == LEV_TREATMENT_ACCEPT ||
                            !lev_text_is_blank (self->risk->acceptance));
  gtk_widget_set_visible (self->remove_button, editable);
}
