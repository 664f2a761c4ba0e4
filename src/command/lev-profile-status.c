#include "lev-profile-status.h"

#include "lev-field-text.h"
#include "lev-record-list.h"
#include "lev-scoring.h"
#include "lev-table.h"
#include "lev-title.h"

#include <glib/gi18n.h>

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "";
}

/* The field @name of @record as people read it. */
static char *
dup_field (gpointer    record,
           const char *name)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  int field = lev_record_class_find_field (klass, name);
  LevValue value;

  lev_record_get_value (LEV_RECORD (record), (guint) field, &value);

  return lev_field_format (&klass->fields[field], &value);
}

static void
print_heading (const char *heading)
{
  g_print ("\n%s\n", heading);
}

static void
print_people (LevDossier *dossier)
{
  g_autoptr (LevTable) table = lev_table_new ();
  g_autofree char *manager = dup_field (dossier, "manager");
  g_autofree char *owner = dup_field (dossier, "owner");
  g_autofree char *level_manager = dup_field (dossier, "level-manager");

  lev_table_add (table, _("CM"), manager, NULL);
  lev_table_add (table, _("Service owner"), owner, NULL);
  lev_table_add (table, _("SLM"), level_manager, NULL);
  lev_table_print (table, "  ");
}

static void
print_answers (LevDossier         *dossier,
               LevHandbookContent *content)
{
  g_autoptr (LevTable) table = lev_table_new ();

  print_heading (_("Key questions"));
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_QUESTION); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_QUESTION, i);
      LevKeyAnswer *answer = lev_dossier_find_answer (dossier, item->code);
      g_autofree char *word = answer != NULL ? dup_field (answer, "answer") : g_strdup (_("open"));

      lev_table_add (table, item->code, word,
                     answer != NULL ? get_text (answer->explanation) : item->title, NULL);
    }
  lev_table_print (table, "  ");
}

static void
print_criteria (LevDossier         *dossier,
                LevHandbookContent *content)
{
  g_autoptr (LevTable) table = lev_table_new ();

  print_heading (_("Criteria"));
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);
      LevAssessment *assessment = lev_dossier_find_assessment (dossier, item->code);
      gboolean is_open = assessment == NULL || assessment->score == LEV_SCORE_OPEN;
      g_autofree char *score = is_open ? g_strdup (_("open")) : dup_field (assessment, "score");

      lev_table_add (table, item->code, item->title, score,
                     is_open || assessment->confirmed ? "" : _("to be confirmed"),
                     assessment != NULL ? get_text (assessment->note) : "", NULL);
    }
  lev_table_print (table, "  ");
}

static void
print_risks (LevDossier         *dossier,
             LevHandbookContent *content)
{
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);
  g_autoptr (LevTable) table = lev_table_new ();

  print_heading (_("Risks, now and after the measures"));
  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    {
      LevRisk *risk = lev_record_list_peek (risks, i);
      g_autofree char *code = lev_record_dup_code (LEV_RECORD (risk));
      g_autofree char *title = lev_record_dup_title (LEV_RECORD (risk));
      g_autofree char *treatment = dup_field (risk, "treatment");
      LevLevel level = lev_risk_get_level (risk);
      LevLevel residual = lev_risk_get_residual_level (risk);

      lev_table_add (table, code, get_text (risk->criterion),
                     lev_scoring_get_level_title (content, level),
                     lev_scoring_get_level_title (content, residual), treatment, title, NULL);
    }
  lev_table_print (table, "  ");
}

static void
print_actions (LevDossier *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  g_autoptr (LevTable) table = lev_table_new ();

  print_heading (_("Actions, with owner, executor and due date"));
  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);
      g_autofree char *code = lev_record_dup_code (LEV_RECORD (action));
      g_autofree char *title = lev_record_dup_title (LEV_RECORD (action));
      g_autofree char *owner = dup_field (action, "owner");
      g_autofree char *executor = dup_field (action, "executor");
      g_autofree char *due = dup_field (action, "due");

      lev_table_add (table, code, title, owner, executor, due, NULL);
    }
  lev_table_print (table, "  ");
}

static void
print_missing (LevDossier *dossier)
{
  guint number = lev_dossier_get_step (dossier);
  const LevStep *step = number >= 1 && number <= LEV_N_STEPS ? lev_step_get (number) : NULL;
  g_autoptr (GListStore) missing = g_list_store_new (LEV_TYPE_MISSING);
  g_autofree char *text = NULL;

  if (step == NULL || step->guards[LEV_SCOPE_DOSSIER] == NULL)
    return;

  step->guards[LEV_SCOPE_DOSSIER](LEV_RECORD (dossier), missing);
  if (g_list_model_get_n_items (G_LIST_MODEL (missing)) == 0)
    return;

  text = lev_missing_describe (G_LIST_MODEL (missing));
  print_heading (_("Still to do"));
  g_print ("%s\n", text);
}

void
lev_profile_status_print (LevDossier *dossier)
{
  LevHandbookContent *content = lev_dossier_get_content (dossier);
  guint step = lev_dossier_get_step (dossier);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));

  g_print (_("%s: step %u, %s\n"), title, step,
           step <= LEV_N_STEPS ? _(lev_step_get (step)->name) : _("done"));
  print_people (dossier);
  print_answers (dossier, content);
  print_criteria (dossier, content);
  print_risks (dossier, content);
  print_actions (dossier);
  print_missing (dossier);
}
