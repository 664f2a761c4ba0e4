#include "lev-criterion-row.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-field-editor.h"
#include "lev-process.h"
#include "lev-score-chip.h"
#include "lev-score-toggles.h"
#include "lev-scoring.h"

#include <glib/gi18n.h>

struct _LevCriterionRow
{
  GtkListBoxRow parent;

  GtkLabel       *code_label;
  GtkLabel       *title;
  GtkLabel       *question;
  AdwToggleGroup *toggles;
  GtkLabel       *chip;
  GtkLabel       *words;
  GtkLabel       *previous_label;
  GtkLabel       *previous_chip;
  GtkLabel       *trend;
  GtkWidget      *confirm_label;
  GtkWidget      *confirm_button;
  GtkWidget      *note_button;
  LevFieldEditor *note;

  char       *code;
  LevDossier *dossier;
  gboolean    is_updating;
  gboolean    shows_note; /* the user asked for it */
};

G_DEFINE_FINAL_TYPE (LevCriterionRow, lev_criterion_row, GTK_TYPE_LIST_BOX_ROW)

static void
assess (LevCriterionRow *self,
        int              score)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;
  g_autofree char *label = g_strdup_printf (_("Score %s"), self->code);

  lev_application_begin (application, label);
  if (lev_process_assess (self->dossier, self->code, score, &error) != NULL)
    lev_application_commit (application);
  else
    lev_application_refuse (application, error);
}

static void
score_chosen_cb (LevCriterionRow *self)
{
  if (!self->is_updating)
    assess (self, lev_score_toggles_get (self->toggles));
}

static void
confirmed_cb (LevCriterionRow *self)
{
  LevAssessment *assessment = lev_dossier_find_assessment (self->dossier, self->code);

  if (assessment != NULL)
    assess (self, assessment->score);
}

static void
note_asked_cb (LevCriterionRow *self)
{
  self->shows_note = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->note), TRUE);
  gtk_widget_set_visible (self->note_button, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->note));
}

/* An explanation before there is a score leaves the criterion open. */
static LevRecord *
assessment_needed_cb (LevCriterionRow *self)
{
  LevAssessment *assessment = lev_process_assess (self->dossier, self->code, LEV_SCORE_OPEN, NULL);

  return assessment != NULL ? g_object_ref (LEV_RECORD (assessment)) : NULL;
}

static const char *
describe_score (LevCriterionRow *self,
                int              score)
{
  if (score == LEV_SCORE_UNKNOWN)
    return _("unknown, never counts as 0");
  if (score == LEV_SCORE_NOT_APPLICABLE)
    return _("does not apply");
  if (score == LEV_SCORE_OPEN)
    return _("Choose a score, ‘n/a’ or ‘unknown’");

  return lev_handbook_content_describe (lev_dossier_get_content (self->dossier), "control", score);
}

/* In words: a higher score is worse. */
static void
update_trend (LevCriterionRow *self,
              int              score,
              int              previous)
{
  gboolean comparable = LEV_SCORE_IS_KNOWN (score) && LEV_SCORE_IS_KNOWN (previous);
  const char *const classes[] = { "chip", score > previous ? "late" : NULL, NULL };

  gtk_widget_set_visible (GTK_WIDGET (self->trend), comparable);
  gtk_widget_set_css_classes (GTK_WIDGET (self->trend), (const char **) classes);
  if (score > previous)
    gtk_label_set_label (self->trend, _("↑ worse"));
  else if (score < previous)
    gtk_label_set_label (self->trend, _("↓ better"));
  else
    gtk_label_set_label (self->trend, _("equal"));
}

static void
update_previous (LevCriterionRow *self,
                 LevAssessment   *assessment,
                 gboolean         waits)
{
  LevDossier *dossier = lev_dossier_get_previous (self->dossier);
  LevAssessment *previous = dossier != NULL ? lev_dossier_find_assessment (dossier, self->code)
                                            : NULL;
  int score = previous != NULL ? previous->score : LEV_SCORE_OPEN;
  gboolean shown = score != LEV_SCORE_OPEN;

  gtk_widget_set_visible (GTK_WIDGET (self->previous_label), shown);
  if (shown && waits)
    {
      g_autofree char *text = g_strdup_printf (_("score of %s"), dossier->review->title);

      gtk_label_set_label (self->previous_label, text);
    }
  else
    gtk_label_set_label (self->previous_label, _("previous round"));

  lev_score_chip_update (self->previous_chip, waits ? LEV_SCORE_OPEN : score);
  update_trend (self, waits || assessment == NULL ? LEV_SCORE_OPEN : assessment->score, score);
}

static void
update_note (LevCriterionRow *self,
             LevAssessment   *assessment,
             gboolean         editable)
{
  gboolean has_note = assessment != NULL && !lev_text_is_blank (assessment->note);

  lev_field_editor_show (self->note, LEV_TYPE_ASSESSMENT, assessment, editable);
  gtk_widget_set_visible (GTK_WIDGET (self->note), has_note || (editable && self->shows_note));
  gtk_widget_set_visible (self->note_button, editable && !has_note && !self->shows_note);
}

static void
lev_criterion_row_finalize (GObject *object)
{
  g_free (LEV_CRITERION_ROW (object)->code);

  G_OBJECT_CLASS (lev_criterion_row_parent_class)->finalize (object);
}

static void
lev_criterion_row_class_init (LevCriterionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lev_criterion_row_finalize;

  g_type_ensure (LEV_TYPE_FIELD_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, code_label);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, title);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, question);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, toggles);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, chip);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, words);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, previous_label);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, previous_chip);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, trend);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, confirm_label);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, note_button);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, note);
  gtk_widget_class_bind_template_callback (widget_class, score_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_asked_cb);
  gtk_widget_class_bind_template_callback (widget_class, assessment_needed_cb);
}

static void
lev_criterion_row_init (LevCriterionRow *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  lev_score_toggles_fill (self->toggles, TRUE);
  self->is_updating = FALSE;
}

GtkWidget *
lev_criterion_row_new (const char *code)
{
  LevCriterionRow *self = g_object_new (LEV_TYPE_CRITERION_ROW, NULL);

  self->code = g_strdup (code);

  return GTK_WIDGET (self);
}

static void
update_texts (LevCriterionRow *self)
{
  LevHandbookContent *content = lev_dossier_get_content (self->dossier);
  const LevHandbookItem *item = lev_handbook_content_find (content, LEV_HANDBOOK_CRITERION,
                                                           self->code);
  g_autofree char *name = g_strdup_printf ("%s %s", item->code, item->title);

  gtk_label_set_label (self->code_label, item->code);
  gtk_label_set_label (self->title, item->title);
  gtk_label_set_label (self->question, item->question);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->question), item->evidence);
  gtk_widget_set_visible (GTK_WIDGET (self->question), !lev_text_is_blank (item->question));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  lev_score_toggles_word (self->toggles, content, "control");
}

void
lev_criterion_row_show (LevCriterionRow *self,
                        LevDossier      *dossier,
                        gboolean         editable)
{
  LevAssessment *assessment = lev_dossier_find_assessment (dossier, self->code);
  int score = assessment != NULL ? assessment->score : LEV_SCORE_OPEN;
  gboolean waits = score != LEV_SCORE_OPEN && !assessment->confirmed;

  g_return_if_fail (LEV_IS_CRITERION_ROW (self));

  if (self->dossier != dossier)
    {
      self->dossier = dossier;
      self->shows_note = FALSE;
      update_texts (self);
    }

  self->is_updating = TRUE;
  lev_score_toggles_set (self->toggles, score);
  self->is_updating = FALSE;
  lev_anchor_set (GTK_WIDGET (self), LEV_RECORD (dossier), self->code);

  gtk_widget_set_visible (GTK_WIDGET (self->toggles), editable);
  if (waits)
    gtk_widget_add_css_class (GTK_WIDGET (self->toggles), "unconfirmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toggles), "unconfirmed");
  lev_score_chip_update (self->chip, score);
  gtk_label_set_label (self->words, describe_score (self, score));
  gtk_widget_set_visible (self->confirm_label, waits);
  gtk_widget_set_visible (self->confirm_button, waits && editable);
  update_previous (self, assessment, waits);
  update_note (self, assessment, editable);
}
