#include "lev-key-questions-section.h"

#include "lev-key-question-row.h"
#include "lev-scoring.h"
#include "lev-state.h"

struct _LevKeyQuestionsSection
{
  LevProfileSection parent;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LevKeyQuestionsSection, lev_key_questions_section, LEV_TYPE_PROFILE_SECTION)

static gboolean
has_rows_of (LevKeyQuestionsSection *self,
             LevHandbookContent     *content)
{
  guint n_questions = lev_handbook_content_get_n (content, LEV_HANDBOOK_QUESTION);

  for (guint i = 0; i < n_questions; i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_QUESTION, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      if (row == NULL ||
          !g_str_equal (lev_key_question_row_get_code (LEV_KEY_QUESTION_ROW (row)), item->code))
        return FALSE;
    }

  return gtk_list_box_get_row_at_index (self->list, (int) n_questions) == NULL;
}

static void
rebuild (LevKeyQuestionsSection *self,
         LevHandbookContent     *content)
{
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_QUESTION); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_QUESTION, i);

      gtk_list_box_append (self->list, lev_key_question_row_new (item->code));
    }
}

static void
lev_key_questions_section_update (LevProfileSection *section)
{
  LevKeyQuestionsSection *self = LEV_KEY_QUESTIONS_SECTION (section);
  LevHandbookContent *content = lev_dossier_get_content (lev_profile_section_get_dossier (section));
  GtkListBoxRow *row;

  if (!has_rows_of (self, content))
    rebuild (self, content);

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    lev_key_question_row_show (LEV_KEY_QUESTION_ROW (row), section);
}

static char *
lev_key_questions_section_count (LevProfileSection *section)
{
  LevDossier *dossier = lev_profile_section_get_dossier (section);
  LevHandbookContent *content = lev_dossier_get_content (dossier);
  guint total = lev_handbook_content_get_n (content, LEV_HANDBOOK_QUESTION);
  guint done = 0;

  for (guint i = 0; i < total; i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_QUESTION, i);
      LevKeyAnswer *answer = lev_dossier_find_answer (dossier, item->code);

      if (answer != NULL && answer->answer != LEV_ANSWER_NONE &&
          !lev_text_is_blank (answer->explanation))
        done++;
    }

  return g_strdup_printf ("%u/%u", done, total);
}

static void
lev_key_questions_section_class_init (LevKeyQuestionsSectionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_PROFILE_SECTION_CLASS (klass)->update = lev_key_questions_section_update;
  LEV_PROFILE_SECTION_CLASS (klass)->count = lev_key_questions_section_count;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/key-questions-section.ui");
  gtk_widget_class_bind_template_child (widget_class, LevKeyQuestionsSection, list);
}

static void
lev_key_questions_section_init (LevKeyQuestionsSection *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
