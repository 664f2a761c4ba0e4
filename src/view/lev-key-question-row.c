#include "lev-key-question-row.h"

#include "lev-anchor.h"
#include "lev-field-editor.h"
#include "lev-process.h"
#include "lev-profile-guard.h"
#include "lev-scoring.h"

#include <glib/gi18n.h>

struct _LevKeyQuestionRow
{
  LevFormRow parent;

  GtkLabel       *title;
  GtkBox         *answer_box;
  LevFieldEditor *answer;
  GtkLabel       *previous;
  GtkWidget      *doubt;
  GtkLabel       *doubt_label;
  GtkLabel       *previous_text;
  LevFieldEditor *explanation;

  char       *code;
  LevDossier *dossier;
};

G_DEFINE_FINAL_TYPE (LevKeyQuestionRow, lev_key_question_row, LEV_TYPE_FORM_ROW)

static LevRecord *
answer_needed_cb (LevKeyQuestionRow *self)
{
  LevKeyAnswer *answer = lev_process_answer (self->dossier, self->code, LEV_ANSWER_NONE, NULL,
                                             NULL);

  return answer != NULL ? g_object_ref (LEV_RECORD (answer)) : NULL;
}

/* What was answered in the previous round; the explanation only when the two are compared. */
static void
update_previous (LevKeyQuestionRow *self,
                 gboolean           compares)
{
  LevDossier *dossier = lev_dossier_get_previous (self->dossier);
  LevKeyAnswer *answer = dossier != NULL ? lev_dossier_find_answer (dossier, self->code) : NULL;
  gboolean shown = answer != NULL && answer->answer != LEV_ANSWER_NONE;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->previous), shown);
  gtk_widget_set_visible (GTK_WIDGET (self->previous_text), shown && compares);
  if (!shown)
    return;

  /* Translators: an answer, such as “no” */
  text = g_strdup_printf (_("previous round: %s"), _(lev_answer_choices[answer->answer].label));
  gtk_label_set_label (self->previous, text);
  g_free (text);
  text = g_strdup_printf ("%s: %s", dossier->review->title,
                          lev_text_is_blank (answer->explanation) ? _("no explanation")
                                                                  : answer->explanation);
  gtk_label_set_label (self->previous_text, text);
}

static void
update_doubt (LevKeyQuestionRow *self)
{
  g_autofree char *doubt = lev_profile_doubt_answer (self->dossier, self->code);

  gtk_widget_set_visible (self->doubt, doubt != NULL);
  gtk_label_set_label (self->doubt_label, doubt != NULL ? doubt : "");
}

static void
lev_key_question_row_finalize (GObject *object)
{
  g_free (LEV_KEY_QUESTION_ROW (object)->code);

  G_OBJECT_CLASS (lev_key_question_row_parent_class)->finalize (object);
}

static void
lev_key_question_row_class_init (LevKeyQuestionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lev_key_question_row_finalize;

  g_type_ensure (LEV_TYPE_FIELD_EDITOR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/key-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevKeyQuestionRow, title);
  gtk_widget_class_bind_template_child (widget_class, LevKeyQuestionRow, answer_box);
  gtk_widget_class_bind_template_child (widget_class, LevKeyQuestionRow, answer);
  gtk_widget_class_bind_template_child (widget_class, LevKeyQuestionRow, previous);
  gtk_widget_class_bind_template_child (widget_class, LevKeyQuestionRow, doubt);
  gtk_widget_class_bind_template_child (widget_class, LevKeyQuestionRow, doubt_label);
  gtk_widget_class_bind_template_child (widget_class, LevKeyQuestionRow, previous_text);
  gtk_widget_class_bind_template_child (widget_class, LevKeyQuestionRow, explanation);
  gtk_widget_class_bind_template_callback (widget_class, answer_needed_cb);
}

static void
lev_key_question_row_init (LevKeyQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lev_key_question_row_new (const char *code)
{
  LevKeyQuestionRow *self = g_object_new (LEV_TYPE_KEY_QUESTION_ROW, NULL);

  self->code = g_strdup (code);

  return GTK_WIDGET (self);
}

const char *
lev_key_question_row_get_code (LevKeyQuestionRow *self)
{
  g_return_val_if_fail (LEV_IS_KEY_QUESTION_ROW (self), NULL);

  return self->code;
}

void
lev_key_question_row_show (LevKeyQuestionRow *self,
                           LevProfileSection *section)
{
  LevDossier *dossier = lev_profile_section_get_dossier (section);
  gboolean editable = lev_profile_section_is_editable (section);
  LevKeyAnswer *answer = lev_dossier_find_answer (dossier, self->code);
  const LevHandbookItem *item = lev_handbook_content_find (lev_dossier_get_content (dossier),
                                                           LEV_HANDBOOK_QUESTION, self->code);
  g_autofree char *explanation_field = g_strconcat (self->code, ".explanation", NULL);

  g_return_if_fail (LEV_IS_KEY_QUESTION_ROW (self));

  self->dossier = dossier;
  gtk_label_set_label (self->title, item->title);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->answer_box),
                                  lev_profile_section_is_narrow (section)
                                    ? GTK_ORIENTATION_VERTICAL
                                    : GTK_ORIENTATION_HORIZONTAL);
  lev_field_editor_show (self->answer, LEV_TYPE_KEY_ANSWER, answer, editable);
  lev_field_editor_show (self->explanation, LEV_TYPE_KEY_ANSWER, answer, editable);
  update_previous (self, lev_profile_section_compares (section));
  update_doubt (self);
  lev_anchor_set (GTK_WIDGET (self->answer), LEV_RECORD (dossier), self->code);
  lev_anchor_set (GTK_WIDGET (self->explanation), LEV_RECORD (dossier), explanation_field);
}
