#include "lev-process.h"

#include "lev-carry-over.h"
#include "lev-guard.h"
#include "lev-numbering.h"
#include "lev-profile-guard.h"
#include "lev-refusal.h"
#include "lev-register.h"
#include "lev-selection.h"

#include <glib/gi18n.h>

static LevRegister *
get_records (gpointer record)
{
  return LEV_RECORD (record)->records;
}

LevReview *
lev_process_get_running (LevRegister *records)
{
  LevRecordList *reviews = lev_register_list (records, LEV_TYPE_REVIEW);

  for (guint i = lev_record_list_get_n (reviews); i > 0; i--)
    {
      LevReview *review = lev_record_list_peek (reviews, i - 1);

      if (review->closed == 0)
        return review;
    }

  return NULL;
}

LevHandbook *
lev_process_get_handbook (LevRegister *records)
{
  LevRecordList *handbooks = lev_register_list (records, LEV_TYPE_HANDBOOK);
  LevHandbook *newest = NULL;

  for (guint i = 0; i < lev_record_list_get_n (handbooks); i++)
    {
      LevHandbook *handbook = lev_record_list_peek (handbooks, i);

      if (newest == NULL || handbook->version > newest->version ||
          (handbook->version == newest->version &&
           strcmp (LEV_RECORD (handbook)->id, LEV_RECORD (newest)->id) > 0))
        newest = handbook;
    }

  return newest;
}

static LevReview *
get_last_closed (LevRegister *records)
{
  LevRecordList *reviews = lev_register_list (records, LEV_TYPE_REVIEW);
  LevReview *last = NULL;

  for (guint i = 0; i < lev_record_list_get_n (reviews); i++)
    {
      LevReview *review = lev_record_list_peek (reviews, i);

      if (review->closed != 0 && (last == NULL || review->closed >= last->closed))
        last = review;
    }

  return last;
}

LevReview *
lev_process_start (LevRegister      *records,
                   const char       *title,
                   LevCalendarEntry *entry,
                   GError          **error)
{
  LevHandbook *handbook = lev_process_get_handbook (records);
  int value = 0;
  gboolean by_count;

  if (handbook == NULL)
    {
      g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_FORBIDDEN,
                   _("A round cannot start: there is no handbook"));
      return NULL;
    }

  by_count = lev_handbook_content_selects_by_count (lev_handbook_get_content (handbook), &value);

  return lev_register_add (records, LEV_TYPE_REVIEW, "title", title, "calendar-entry", entry,
                           "coordinator", entry != NULL ? entry->coordinator : NULL, "handbook",
                           handbook, "previous", get_last_closed (records), "selection-rule",
                           by_count ? LEV_SELECTION_RULE_COUNT : LEV_SELECTION_RULE_THRESHOLD,
                           "selection-value", value, NULL);
}

/* Who the register says is responsible: the supplier's CM, and the people of its first service. */
static void
propose_people (LevDossier *dossier)
{
  LevRecordList *services = lev_record_get_children (LEV_RECORD (dossier->supplier),
                                                     LEV_TYPE_SERVICE);

  if (dossier->manager == NULL)
    g_object_set (dossier, "manager", dossier->supplier->manager, NULL);

  if (lev_record_list_get_n (services) > 0)
    {
      LevService *service = lev_record_list_peek (services, 0);

      if (dossier->owner == NULL)
        g_object_set (dossier, "owner", service->owner, NULL);
      if (dossier->level_manager == NULL)
        g_object_set (dossier, "level-manager", service->level_manager, NULL);
    }
}

/* One more than the highest: a dossier may have been taken back. */
static int
get_next_dossier_number (LevReview *review)
{
  LevRecordList *dossiers = lev_record_get_children (LEV_RECORD (review), LEV_TYPE_DOSSIER);
  int highest = 0;

  for (guint i = 0; i < lev_record_list_get_n (dossiers); i++)
    highest = MAX (highest, LEV_DOSSIER (lev_record_list_peek (dossiers, i))->number);

  return highest + 1;
}

LevDossier *
lev_process_choose (LevReview   *review,
                    LevSupplier *supplier,
                    gboolean     chosen,
                    const char  *motivation,
                    GError     **error)
{
  LevDossier *dossier = lev_review_find_dossier (review, supplier);

  if (!lev_check_open (review, error))
    return NULL;

  if (lev_review_is_frozen (review))
    {
      lev_refuse_step (error, review, 2, lev_review_get_step (review));
      return NULL;
    }

  if (dossier == NULL)
    dossier = lev_register_add_only (get_records (review), LEV_TYPE_DOSSIER, review,
                                     LEV_RECORD (supplier)->id, "review", review, "supplier",
                                     supplier, "number", get_next_dossier_number (review), NULL);

  g_object_set (dossier, "chosen", chosen, NULL);
  if (motivation != NULL)
    g_object_set (dossier, "motivation", motivation, NULL);
  if (chosen)
    propose_people (dossier);

  return dossier;
}

gboolean
lev_process_check_step (LevReview *review,
                        guint      number,
                        GError   **error)
{
  g_autoptr (GListStore) missing = lev_review_list_missing (review, number);

  return lev_check_complete (missing, number, error);
}

gboolean
lev_process_open_profiles (LevReview *review,
                           GError   **error)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);

  if (!lev_check_open (review, error) || !lev_process_check_step (review, 1, error) ||
      !lev_process_check_step (review, 2, error))
    return FALSE;

  for (guint i = 0; i < dossiers->len; i++)
    lev_carry_over (g_ptr_array_index (dossiers, i));

  return TRUE;
}

gboolean
lev_process_check_editable (LevDossier *dossier,
                            GError    **error)
{
  guint step = lev_dossier_get_step (dossier);

  if (!lev_check_open (dossier, error))
    return FALSE;
  if (step >= 3 && step <= 13)
    return TRUE;

  lev_refuse_step (error, dossier, 3, step);
  return FALSE;
}

LevAssessment *
lev_process_assess (LevDossier *dossier,
                    const char *criterion,
                    int         score,
                    GError    **error)
{
  LevHandbookContent *content = lev_dossier_get_content (dossier);
  LevAssessment *assessment = lev_dossier_find_assessment (dossier, criterion);

  if (!lev_process_check_editable (dossier, error))
    return NULL;

  if (lev_handbook_content_find (content, LEV_HANDBOOK_CRITERION, criterion) == NULL)
    {
      g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_VALUE,
                   _("Scoring a criterion: the handbook has no criterion ‘%s’"), criterion);
      return NULL;
    }

  if (assessment == NULL)
    assessment = lev_register_add_only (get_records (dossier), LEV_TYPE_ASSESSMENT, dossier,
                                        criterion, "dossier", dossier, "criterion", criterion,
                                        NULL);
  g_object_set (assessment, "score", score, "confirmed", TRUE, NULL);

  return assessment;
}

LevKeyAnswer *
lev_process_answer (LevDossier *dossier,
                    const char *question,
                    LevAnswer   answer,
                    const char *explanation,
                    GError    **error)
{
  LevHandbookContent *content = lev_dossier_get_content (dossier);
  LevKeyAnswer *record = lev_dossier_find_answer (dossier, question);

  if (!lev_process_check_editable (dossier, error))
    return NULL;

  if (lev_handbook_content_find (content, LEV_HANDBOOK_QUESTION, question) == NULL)
    {
      g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_VALUE,
                   _("Answering a key question: the handbook has no question ‘%s’"), question);
      return NULL;
    }

  if (record == NULL)
    record = lev_register_add_only (get_records (dossier), LEV_TYPE_KEY_ANSWER, dossier, question,
                                    "dossier", dossier, "question", question, NULL);
  g_object_set (record, "answer", answer, "explanation", explanation, NULL);

  return record;
}

LevRisk *
lev_process_add_risk (LevDossier *dossier,
                      GError    **error)
{
  if (!lev_process_check_editable (dossier, error))
    return NULL;

  return lev_register_add (get_records (dossier), LEV_TYPE_RISK, "dossier", dossier, "number",
                           lev_review_next_number (dossier->review, LEV_TYPE_RISK), NULL);
}

LevAction *
lev_process_propose (LevDossier *dossier,
                     LevRisk    *risk,
                     GError    **error)
{
  if (!lev_process_check_editable (dossier, error))
    return NULL;

  return lev_register_add (get_records (dossier), LEV_TYPE_ACTION, "dossier", dossier, "risk", risk,
                           "number", lev_review_next_number (dossier->review, LEV_TYPE_ACTION),
                           NULL);
}

void
lev_process_follow_effects (LevRisk *risk)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (risk->dossier), LEV_TYPE_ACTION);
  int likelihood = 0, impact = 0;

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);

      if (action->risk != risk)
        continue;
      likelihood += action->effect_likelihood;
      impact += action->effect_impact;
    }

  if (likelihood == 0 && impact == 0)
    return;
  if (LEV_SCORE_IS_KNOWN (risk->likelihood))
    g_object_set (risk, "residual-likelihood", CLAMP (risk->likelihood + likelihood, 1, 5), NULL);
  if (LEV_SCORE_IS_KNOWN (risk->impact))
    g_object_set (risk, "residual-impact", CLAMP (risk->impact + impact, 1, 5), NULL);
}

LevStakeholder *
lev_process_add_stakeholder (LevDossier *dossier,
                             LevPerson  *person,
                             GError    **error)
{
  LevStakeholder *stakeholder;

  if (!lev_process_check_editable (dossier, error))
    return NULL;

  stakeholder = lev_record_find_part_by_record (dossier, LEV_TYPE_STAKEHOLDER, "person", person);
  if (stakeholder != NULL)
    return stakeholder;

  return lev_register_add_only (get_records (dossier), LEV_TYPE_STAKEHOLDER, dossier,
                                LEV_RECORD (person)->id, "dossier", dossier, "person", person,
                                NULL);
}

gboolean
lev_process_check_profile (LevDossier *dossier,
                           GError    **error)
{
  g_autoptr (GListStore) missing = g_list_store_new (LEV_TYPE_MISSING);

  lev_profile_check (dossier, missing);

  return lev_check_complete (missing, 3, error);
}

static LevProfileVersion *
add_version (LevDossier      *dossier,
             LevVersionReason reason,
             const char      *content,
             const char      *note)
{
  LevProfileVersion *last = lev_dossier_get_version (dossier, LEV_VERSION_REASON_NONE);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);

  return lev_register_add (get_records (dossier), LEV_TYPE_PROFILE_VERSION, "dossier", dossier,
                           "number", last != NULL ? last->number + 1 : 1, "moment",
                           lev_clock_now (), "reason", reason, "note", note, "sha256", sha256,
                           "content", content, NULL);
}

LevProfileVersion *
lev_process_freeze (LevDossier *dossier,
                    const char *content,
                    GError    **error)
{
  guint step = lev_dossier_get_step (dossier);

  if (!lev_check_open (dossier, error))
    return NULL;

  for (guint number = 1; number <= 4; number++)
    if (!lev_process_check_step (dossier->review, number, error))
      return NULL;

  if (step != 5)
    {
      lev_refuse_step (error, dossier, 5, step);
      return NULL;
    }

  return add_version (dossier, LEV_VERSION_REASON_MEETING, content, NULL);
}

LevDecision *
lev_process_present (LevDossier *dossier,
                     GError    **error)
{
  LevProfileVersion *version = lev_dossier_get_version (dossier, LEV_VERSION_REASON_MEETING);
  guint step = lev_dossier_get_step (dossier);

  if (!lev_check_open (dossier, error))
    return NULL;

  if (step != 5 || version == NULL)
    {
      lev_refuse_step (error, dossier, 5, version == NULL && step == 5 ? 0 : step);
      return NULL;
    }

  return lev_register_add (get_records (dossier), LEV_TYPE_DECISION, "dossier", dossier, "number",
                           1, "step", 5, "outcome", LEV_OUTCOME_YES, "date", lev_clock_today (),
                           "profile-version", version, NULL);
}

LevProfileVersion *
lev_process_confirm_profile (LevDossier *dossier,
                             const char *content,
                             const char *note,
                             GError    **error)
{
  guint step = lev_dossier_get_step (dossier);
  g_autoptr (GListStore) missing = g_list_store_new (LEV_TYPE_MISSING);

  if (!lev_check_open (dossier, error))
    return NULL;

  if (step < 7 || step > 13)
    {
      lev_refuse_step (error, dossier, 7, step);
      return NULL;
    }

  lev_profile_check (dossier, missing);
  if (!lev_check_complete (missing, 7, error))
    return NULL;

  return add_version (dossier, LEV_VERSION_REASON_UPDATE, content, note);
}

gboolean
lev_process_check_archivable (LevDossier *dossier,
                              GError    **error)
{
  guint step = lev_dossier_get_step (dossier);

  if (!lev_check_open (dossier, error))
    return FALSE;
  if (step == 13 || step == 14)
    return TRUE;

  lev_refuse_step (error, dossier, 13, step);
  return FALSE;
}

LevArchiveRecord *
lev_process_record_archive (LevDossier *dossier,
                            const char *path,
                            const char *sha256,
                            LevVerdict  verdict,
                            GError    **error)
{
  if (!lev_process_check_archivable (dossier, error))
    return NULL;

  return lev_register_add (get_records (dossier), LEV_TYPE_ARCHIVE_RECORD, "dossier", dossier,
                           "path", path, "sha256", sha256, "moment", lev_clock_now (), "verdict",
                           verdict, NULL);
}

gboolean
lev_process_close (LevReview  *review,
                   const char *lessons,
                   LevDate     next_date,
                   GError    **error)
{
  guint step = lev_review_get_step (review);

  if (!lev_check_open (review, error))
    return FALSE;

  if (step != 14)
    {
      lev_refuse_step (error, review, 14, step);
      return FALSE;
    }

  g_object_set (review, "closed", lev_clock_now (), "lessons", lessons, "next-date", next_date,
                NULL);
  if (review->calendar_entry != NULL && next_date != 0)
    lev_calendar_entry_move (review->calendar_entry, next_date);

  return TRUE;
}

LevReopening *
lev_process_reopen (LevReview  *review,
                    const char *reason,
                    LevPerson  *by,
                    GError    **error)
{
  if (review->closed == 0)
    {
      lev_refuse_step (error, review, 14, lev_review_get_step (review));
      return NULL;
    }
  if (lev_text_is_blank (reason))
    {
      g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_INCOMPLETE,
                   _("A closed round is reopened with a reason"));
      return NULL;
    }

  g_object_set (review, "closed", (gint64) 0, NULL);

  return lev_register_add (get_records (review), LEV_TYPE_REOPENING, "review", review, "moment",
                           lev_clock_now (), "by", by, "reason", reason, NULL);
}
