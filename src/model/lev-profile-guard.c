#include "lev-profile-guard.h"

#include "lev-record-list.h"
#include "lev-scoring.h"
#include "lev-state.h"
#include "lev-title.h"

#include <glib/gi18n.h>

static void
check_answer (LevDossier            *dossier,
              const LevHandbookItem *question,
              GListStore            *missing)
{
  LevKeyAnswer *answer = lev_dossier_find_answer (dossier, question->code);
  g_autofree char *reason = NULL;

  if (answer == NULL || answer->answer == LEV_ANSWER_NONE)
    {
      reason = g_strdup_printf (_("Key question %s is not answered"), question->code);
      lev_missing_add (missing, LEV_RECORD (dossier), 3, question->code, reason,
                       _("Answer the key question."));
    }
  else if (lev_text_is_blank (answer->explanation))
    {
      g_autofree char *field = g_strconcat (question->code, ".explanation", NULL);

      reason = g_strdup_printf (_("The answer to key question %s has no explanation"),
                                question->code);
      lev_missing_add (missing, LEV_RECORD (dossier), 3, field, reason, _("Explain the answer."));
    }
}

static void
check_criterion (LevDossier            *dossier,
                 const LevHandbookItem *criterion,
                 GListStore            *missing)
{
  LevAssessment *assessment = lev_dossier_find_assessment (dossier, criterion->code);
  g_autofree char *reason = NULL;

  if (assessment == NULL || assessment->score == LEV_SCORE_OPEN)
    {
      reason = g_strdup_printf (_("Criterion %s (%s) is open"), criterion->code, criterion->title);
      lev_missing_add (missing, LEV_RECORD (dossier), 3, criterion->code, reason,
                       _("Choose a score, ‘n/a’ or ‘unknown’."));
    }
  else if (!assessment->confirmed)
    {
      reason = g_strdup_printf (_("Criterion %s (%s) is to be confirmed"), criterion->code,
                                criterion->title);
      lev_missing_add (missing, LEV_RECORD (dossier), 3, criterion->code, reason,
                       _("Confirm or change last round’s score."));
    }
}

static gboolean
has_action (LevDossier *dossier,
            LevRisk    *risk)
{
  return lev_record_find_part_by_record (dossier, LEV_TYPE_ACTION, "risk", risk) != NULL;
}

static void
check_risk (LevDossier *dossier,
            LevRisk    *risk,
            GListStore *missing)
{
  if (lev_risk_get_level (risk) < LEV_LEVEL_HIGH || has_action (dossier, risk))
    return;

  if (risk->treatment != LEV_TREATMENT_ACCEPT)
    lev_missing_add (missing, LEV_RECORD (risk), 3, "treatment",
                     _("A high or critical risk has no action"),
                     _("Propose an action, or motivate the acceptance."));
  else if (lev_text_is_blank (risk->acceptance))
    lev_missing_add (missing, LEV_RECORD (risk), 3, "acceptance",
                     _("The risk is accepted without a motivation"), _("Motivate the acceptance."));
}

static void
check_action (LevAction  *action,
              GListStore *missing)
{
  if (action->owner == NULL)
    lev_missing_add (missing, LEV_RECORD (action), 3, "owner", _("The action has no owner"),
                     _("Choose the owner."));
  if (action->due == 0)
    lev_missing_add (missing, LEV_RECORD (action), 3, "due", _("The action has no due date"),
                     _("Fill in the due date."));
}

static void
check_participants (LevDossier *dossier,
                    GListStore *missing)
{
  LevRecordList *people = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_STAKEHOLDER);

  for (guint i = 0; i < lev_record_list_get_n (people); i++)
    if (((LevStakeholder *) lev_record_list_peek (people, i))->took_part)
      return;

  lev_missing_add (missing, LEV_RECORD (dossier), 3, "took-part",
                   _("It is not recorded who took part"),
                   _("Record who filled in the profile together."));
}

void
lev_profile_check (LevDossier *dossier,
                   GListStore *missing)
{
  LevHandbookContent *content = lev_dossier_get_content (dossier);
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);

  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_QUESTION); i++)
    check_answer (dossier, lev_handbook_content_get (content, LEV_HANDBOOK_QUESTION, i), missing);
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    check_criterion (dossier, lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i),
                     missing);
  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    check_risk (dossier, lev_record_list_peek (risks, i), missing);
  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    check_action (lev_record_list_peek (actions, i), missing);
  check_participants (dossier, missing);
}

/* The criteria of @theme with the worst score, and its critical risks, by their codes. */
static GPtrArray *
list_contradictions (LevDossier *dossier,
                     const char *theme)
{
  LevHandbookContent *content = lev_dossier_get_content (dossier);
  LevRecordList *risks = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_RISK);
  GPtrArray *reasons = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);
      LevAssessment *assessment = lev_dossier_find_assessment (dossier, item->code);

      if (g_strcmp0 (item->theme, theme) == 0 && assessment != NULL && assessment->score == 5)
        /* Translators: a criterion with the worst score */
        g_ptr_array_add (reasons, g_strdup_printf (_("%s has score 5"), item->code));
    }

  for (guint i = 0; i < lev_record_list_get_n (risks); i++)
    {
      LevRisk *risk = lev_record_list_peek (risks, i);
      const LevHandbookItem *item = risk->criterion != NULL
                                      ? lev_handbook_content_find (content, LEV_HANDBOOK_CRITERION,
                                                                   risk->criterion)
                                      : NULL;
      g_autofree char *code = lev_record_dup_code (LEV_RECORD (risk));

      if (item != NULL && g_strcmp0 (item->theme, theme) == 0 &&
          lev_risk_get_level (risk) == LEV_LEVEL_CRITICAL)
        /* Translators: a risk */
        g_ptr_array_add (reasons, g_strdup_printf (_("%s is critical"), code));
    }

  return reasons;
}

char *
lev_profile_doubt_answer (LevDossier *dossier,
                          const char *question)
{
  const LevHandbookItem *item = lev_handbook_content_find (lev_dossier_get_content (dossier),
                                                           LEV_HANDBOOK_QUESTION, question);
  LevKeyAnswer *answer = lev_dossier_find_answer (dossier, question);
  g_autoptr (GPtrArray) reasons = NULL;
  g_autofree char *list = NULL;

  if (item == NULL || answer == NULL || answer->answer != LEV_ANSWER_NO)
    return NULL;

  reasons = list_contradictions (dossier, item->theme);
  if (reasons->len == 0)
    return NULL;

  g_ptr_array_add (reasons, NULL);
  list = g_strjoinv (", ", (char **) reasons->pdata);

  /* Translators: the placeholder says which scores are bad, "C7 has score 5, R07 is critical" */
  return g_strdup_printf (_("The answer is ‘no’, but %s. Is that right? Explain it below."), list);
}
