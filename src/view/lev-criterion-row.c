#include "lev-criterion-row.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-evidence-bar.h"
#include "lev-field-editor.h"
#include "lev-process.h"
#include "lev-score-chip.h"
#include "lev-score-toggles.h"
#include "lev-scoring.h"

#include <glib/gi18n.h>

struct _LevCriterionRow
{
  LevFormRow parent;

  GtkBox         *top_box;
  GtkLabel       *code_label;
  GtkLabel       *title;
  GtkLabel       *question;
  AdwToggleGroup *toggles;
  GtkLabel       *chip;
  GtkLabel       *words;
  GtkLabel       *scale;
  GtkLabel       *previous_label;
  GtkLabel       *previous_chip;
  GtkLabel       *trend;
  GtkWidget      *confirm_label;
  GtkWidget      *confirm_button;
  GtkLabel       *previous_note;
  LevFieldEditor *note;
  LevEvidenceBar *evidence;

  char       *code;
  LevDossier *dossier;
  gboolean    is_updating;
  gboolean    editable;
  gboolean    narrow;
  gboolean    is_visited; /* the focus was in it, so what can be filled in stays in sight */
};

G_DEFINE_FINAL_TYPE (LevCriterionRow, lev_criterion_row, LEV_TYPE_FORM_ROW)

enum
{
  FINISHED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static LevAssessment *
get_assessment (LevCriterionRow *self)
{
  return lev_dossier_find_assessment (self->dossier, self->code);
}

static int
get_score (LevCriterionRow *self)
{
  LevAssessment *assessment = get_assessment (self);

  return assessment != NULL ? assessment->score : LEV_SCORE_OPEN;
}

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
  gboolean had_focus = gtk_widget_has_focus (self->confirm_button);

  assess (self, get_score (self));
  if (had_focus)
    g_signal_emit (self, signals[FINISHED], 0);
}

/* Enter on a score takes it, as Enter on every button; on the one that waits it confirms. With
 * Ctrl it does so from everywhere in the row, also from a text. */
static gboolean
key_pressed_cb (LevCriterionRow *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  gboolean in_toggles = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->toggles));
  int score = get_score (self);
  int focused = in_toggles ? lev_score_toggles_peek (self->toggles) : LEV_SCORE_OPEN;

  if ((keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter) ||
      !(in_toggles || (state & GDK_CONTROL_MASK) != 0) || !self->editable)
    return GDK_EVENT_PROPAGATE;

  if (score != LEV_SCORE_OPEN && focused != LEV_SCORE_OPEN && focused != score)
    assess (self, focused);
  else if (lev_criterion_row_waits (self))
    assess (self, score);
  g_signal_emit (self, signals[FINISHED], 0);

  return GDK_EVENT_STOP;
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

/* The words of the score; while one looks for another, those of that one. */
static void
update_words (LevCriterionRow *self)
{
  int score = get_score (self);
  int looked_at = lev_score_toggles_peek (self->toggles);
  int shown = looked_at != LEV_SCORE_OPEN && score != LEV_SCORE_OPEN ? looked_at : score;

  lev_score_chip_update (self->chip, shown);
  gtk_label_set_label (self->words, describe_score (self, shown));
  if (shown != score || shown == LEV_SCORE_OPEN)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "dimmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "dimmed");
}

static void
looked_at_cb (LevCriterionRow *self)
{
  if (self->dossier != NULL)
    update_words (self);
}

/* All words of the scale, for who has to choose. */
static void
update_scale (LevCriterionRow *self)
{
  gboolean shown = self->editable && self->is_visited && get_score (self) == LEV_SCORE_OPEN;
  g_autoptr (GString) text = g_string_new (NULL);

  gtk_widget_set_visible (GTK_WIDGET (self->scale), shown);
  if (!shown)
    return;

  for (int score = 1; score <= 5; score++)
    g_string_append_printf (text, "%s%d %s", score > 1 ? " · " : "", score,
                            describe_score (self, score));
  gtk_label_set_label (self->scale, text->str);
}

/* In words: a higher score is worse. */
static void
update_trend (LevCriterionRow *self,
              int              score,
              int              previous)
{
  gboolean comparable = LEV_SCORE_IS_KNOWN (score) && LEV_SCORE_IS_KNOWN (previous);
  const char *const classes[] = { "chip",
                                  score > previous   ? "worse"
                                  : score < previous ? "better"
                                                     : NULL,
                                  NULL };

  gtk_widget_set_visible (GTK_WIDGET (self->trend), comparable);
  gtk_widget_set_css_classes (GTK_WIDGET (self->trend), (const char **) classes);
  if (score > previous)
    gtk_label_set_label (self->trend, _("↑ worse"));
  else if (score < previous)
    gtk_label_set_label (self->trend, _("↓ better"));
  else
    gtk_label_set_label (self->trend, _("equal"));
}

/* "score uit 2026-1" */
static char *
describe_source (LevReview *review)
{
  const char *title = review->title != NULL ? review->title : "";

  if (g_str_has_prefix (title, "Review "))
    title += strlen ("Review ");

  /* Translators: the placeholder is a round, "2026-1" */
  return g_strdup_printf (_("score of %s"), title);
}

static void
update_previous (LevCriterionRow *self,
                 gboolean         waits,
                 gboolean         compares)
{
  LevDossier *dossier = lev_dossier_get_previous (self->dossier);
  LevAssessment *previous = dossier != NULL ? lev_dossier_find_assessment (dossier, self->code)
                                            : NULL;
  int score = previous != NULL ? previous->score : LEV_SCORE_OPEN;
  g_autofree char *source = dossier != NULL ? describe_source (dossier->review) : NULL;
  const char *note = previous != NULL ? previous->note : NULL;
  g_autofree char *text = NULL;

  /* Where it is narrow the button is to fit beside the words that ask for it. */
  gtk_widget_set_visible (GTK_WIDGET (self->previous_label),
                          score != LEV_SCORE_OPEN && !(waits && self->narrow));
  gtk_label_set_label (self->previous_label,
                       waits && source != NULL ? source : _("previous round"));
  lev_score_chip_update (self->previous_chip, waits ? LEV_SCORE_OPEN : score);
  update_trend (self, waits ? LEV_SCORE_OPEN : get_score (self), score);

  gtk_widget_set_visible (GTK_WIDGET (self->previous_note), compares && previous != NULL);
  if (!compares || previous == NULL)
    return;

  text = g_strdup_printf ("%s: %s", dossier->review->title,
                          lev_text_is_blank (note) ? _("no explanation") : note);
  gtk_label_set_label (self->previous_note, text);
}

static void
update_note (LevCriterionRow *self)
{
  LevAssessment *assessment = get_assessment (self);
  gboolean has_note = assessment != NULL && !lev_text_is_blank (assessment->note);

  lev_field_editor_show (self->note, LEV_TYPE_ASSESSMENT, assessment, self->editable);
  gtk_widget_set_visible (GTK_WIDGET (self->note),
                          has_note || (self->editable && self->is_visited));
  lev_evidence_bar_show (self->evidence, LEV_RECORD (assessment), self->editable,
                         self->is_visited || has_note);
}

static void
focus_entered_cb (LevCriterionRow *self)
{
  if (self->is_visited || !self->editable)
    return;

  self->is_visited = TRUE;
  update_scale (self);
  update_note (self);
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

  signals[FINISHED] = g_signal_new ("finished", LEV_TYPE_CRITERION_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LEV_TYPE_EVIDENCE_BAR);
  g_type_ensure (LEV_TYPE_FIELD_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/criterion-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, top_box);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, code_label);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, title);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, question);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, toggles);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, chip);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, words);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, scale);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, previous_label);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, previous_chip);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, trend);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, confirm_label);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, previous_note);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, note);
  gtk_widget_class_bind_template_child (widget_class, LevCriterionRow, evidence);
  gtk_widget_class_bind_template_callback (widget_class, score_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirmed_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, assessment_needed_cb);
}

static void
lev_criterion_row_init (LevCriterionRow *self)
{
  self->is_updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  lev_score_toggles_fill (self->toggles, TRUE);
  lev_score_toggles_watch (self->toggles, G_CALLBACK (looked_at_cb), self);
  lev_evidence_bar_take_drops (self->evidence, GTK_WIDGET (self));
  self->is_updating = FALSE;
}

GtkWidget *
lev_criterion_row_new (const char *code)
{
  LevCriterionRow *self = g_object_new (LEV_TYPE_CRITERION_ROW, NULL);

  self->code = g_strdup (code);

  return GTK_WIDGET (self);
}

const char *
lev_criterion_row_get_code (LevCriterionRow *self)
{
  g_return_val_if_fail (LEV_IS_CRITERION_ROW (self), NULL);

  return self->code;
}

gboolean
lev_criterion_row_enter (LevCriterionRow *self)
{
  g_return_val_if_fail (LEV_IS_CRITERION_ROW (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->toggles)) ||
         gtk_widget_child_focus (GTK_WIDGET (self->toggles), GTK_DIR_TAB_FORWARD);
}

gboolean
lev_criterion_row_waits (LevCriterionRow *self)
{
  LevAssessment *assessment = get_assessment (self);

  return get_score (self) != LEV_SCORE_OPEN && !assessment->confirmed;
}

gboolean
lev_criterion_row_is_open (LevCriterionRow *self)
{
  return get_score (self) == LEV_SCORE_OPEN || lev_criterion_row_waits (self);
}

/* What the handbook says of the criterion. */
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
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->question),
                               lev_text_is_blank (item->evidence) ? NULL : item->evidence);
  gtk_widget_set_visible (GTK_WIDGET (self->question), !lev_text_is_blank (item->question));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggles), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  lev_score_toggles_word (self->toggles, content, "control");
  lev_anchor_set (GTK_WIDGET (self->toggles), LEV_RECORD (self->dossier), self->code);
}

static void
update_score (LevCriterionRow *self,
              gboolean         waits)
{
  self->is_updating = TRUE;
  lev_score_toggles_set (self->toggles, get_score (self));
  self->is_updating = FALSE;

  gtk_widget_set_visible (GTK_WIDGET (self->toggles), self->editable);
  if (waits)
    gtk_widget_add_css_class (GTK_WIDGET (self->toggles), "unconfirmed");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->toggles), "unconfirmed");
  gtk_widget_set_visible (self->confirm_label, waits);
  gtk_widget_set_visible (self->confirm_button, waits && self->editable);
}

void
lev_criterion_row_show (LevCriterionRow   *self,
                        LevProfileSection *section)
{
  LevDossier *dossier = lev_profile_section_get_dossier (section);
  gboolean narrow = lev_profile_section_is_narrow (section);
  gboolean waits;

  g_return_if_fail (LEV_IS_CRITERION_ROW (self));

  if (self->dossier != dossier)
    {
      self->dossier = dossier;
      self->is_visited = FALSE;
    }

  self->editable = lev_profile_section_is_editable (section);
  waits = lev_criterion_row_waits (self);
  update_texts (self);
  update_score (self, waits);
  self->narrow = narrow;
  lev_score_toggles_set_narrow (self->toggles, narrow);
  gtk_widget_set_hexpand (GTK_WIDGET (self->toggles), narrow);
  adw_toggle_group_set_can_shrink (self->toggles, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->top_box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  update_words (self);
  update_scale (self);
  update_previous (self, waits, lev_profile_section_compares (section));
  update_note (self);
}
