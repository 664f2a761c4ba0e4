#include "lev-state.h"

#include "lev-record-list.h"
#include "lev-register.h"

LevProfileVersion *
lev_dossier_get_version (LevDossier      *dossier,
                         LevVersionReason reason)
{
  LevRecordList *versions = lev_record_get_children (LEV_RECORD (dossier),
                                                     LEV_TYPE_PROFILE_VERSION);
  LevProfileVersion *latest = NULL;

  for (guint i = 0; i < lev_record_list_get_n (versions); i++)
    {
      LevProfileVersion *version = lev_record_list_peek (versions, i);

      if (reason != LEV_VERSION_REASON_NONE && version->reason != (int) reason)
        continue;
      if (latest == NULL || version->number > latest->number)
        latest = version;
    }

  return latest;
}

gboolean
lev_review_is_frozen (LevReview *review)
{
  LevRecordList *dossiers = lev_record_get_children (LEV_RECORD (review), LEV_TYPE_DOSSIER);

  for (guint i = 0; i < lev_record_list_get_n (dossiers); i++)
    if (lev_dossier_get_version (lev_record_list_peek (dossiers, i), LEV_VERSION_REASON_MEETING) !=
        NULL)
      return TRUE;

  return FALSE;
}

gboolean
lev_dossier_is_presented (LevDossier *dossier)
{
  LevRecordList *decisions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_DECISION);

  for (guint i = 0; i < lev_record_list_get_n (decisions); i++)
    if (((LevDecision *) lev_record_list_peek (decisions, i))->step == 5)
      return TRUE;

  return FALSE;
}

gboolean
lev_dossier_is_archived (LevDossier *dossier)
{
  LevRecordList *records = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ARCHIVE_RECORD);

  for (guint i = 0; i < lev_record_list_get_n (records); i++)
    if (((LevArchiveRecord *) lev_record_list_peek (records, i))->verdict == LEV_VERDICT_RIGHT)
      return TRUE;

  return FALSE;
}

/* The step of the action that is furthest behind: 6 while one is undecided, else of those that
 * the MT agreed to; 13 when there are none. */
static guint
get_slowest_action (LevDossier *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  guint slowest = 13;

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    slowest = MIN (slowest, lev_action_get_step (lev_record_list_peek (actions, i)));

  return slowest;
}

static gboolean
has_agreed_action (LevDossier *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    if (lev_action_is_agreed (lev_record_list_peek (actions, i)))
      return TRUE;

  return FALSE;
}

static gboolean
guard_is_content (guint      step,
                  LevScope   scope,
                  LevRecord *subject)
{
  g_autoptr (GListStore) missing = g_list_store_new (LEV_TYPE_MISSING);

  lev_step_get (step)->guards[scope](subject, missing);

  return g_list_model_get_n_items (G_LIST_MODEL (missing)) == 0;
}

static guint
get_step_after_meeting (LevDossier *dossier)
{
  guint slowest = get_slowest_action (dossier);

  if (slowest == 6)
    return 6;
  if (has_agreed_action (dossier) &&
      lev_dossier_get_version (dossier, LEV_VERSION_REASON_UPDATE) == NULL)
    return 7;

  return slowest;
}

LevPreparation
lev_review_get_preparation (LevReview *review)
{
  LevRecord *record = LEV_RECORD (review);

  return (LevPreparation) {
    .selected = guard_is_content (1, LEV_SCOPE_REVIEW, record) &&
                guard_is_content (2, LEV_SCOPE_REVIEW, record),
    .planned = guard_is_content (4, LEV_SCOPE_REVIEW, record),
  };
}

/* The step of a dossier that does not depend on how far the round itself is prepared. */
static gboolean
find_own_step (LevDossier *dossier,
               guint      *step)
{
  if (!dossier->chosen)
    *step = 0;
  else if (lev_dossier_is_archived (dossier))
    *step = 14;
  else if (lev_dossier_is_presented (dossier))
    *step = get_step_after_meeting (dossier);
  else if (lev_dossier_get_version (dossier, LEV_VERSION_REASON_MEETING) != NULL)
    *step = 5;
  else
    return FALSE;

  return TRUE;
}

guint
lev_dossier_get_step_in (LevDossier           *dossier,
                         const LevPreparation *preparation)
{
  guint step;

  if (find_own_step (dossier, &step))
    return step;
  if (!preparation->selected)
    return 2;
  if (!guard_is_content (3, LEV_SCOPE_DOSSIER, LEV_RECORD (dossier)))
    return 3;

  return preparation->planned ? 5 : 4;
}

guint
lev_dossier_get_step (LevDossier *dossier)
{
  LevPreparation preparation = { FALSE, FALSE };
  guint step;

  if (find_own_step (dossier, &step))
    return step;
  if (dossier->review != NULL)
    preparation = lev_review_get_preparation (dossier->review);

  return lev_dossier_get_step_in (dossier, &preparation);
}

static LevProgress
get_action_progress (LevReview *review,
                     guint      number)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  LevProgress progress = { 0, 0 };

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevRecordList *actions = lev_record_get_children (g_ptr_array_index (dossiers, i),
                                                        LEV_TYPE_ACTION);

      for (guint j = 0; j < lev_record_list_get_n (actions); j++)
        {
          LevAction *action = lev_record_list_peek (actions, j);

          if (number > 6 && !lev_action_is_agreed (action))
            continue;
          progress.total++;
          if (lev_action_get_step (action) > number)
            progress.done++;
        }
    }

  return progress;
}

/* A dossier also has passed a step when only its actions are still there: in step 7 the profile
 * can be ready before the actions are handed out. */
static LevProgress
get_dossier_progress (LevReview            *review,
                      guint                 number,
                      const LevPreparation *preparation)
{
  g_autoptr (GPtrArray) dossiers = NULL;
  LevProgress progress = { 0, 0 };

  if (lev_step_get (number)->guards[LEV_SCOPE_DOSSIER] == NULL)
    return progress;

  dossiers = lev_review_list_chosen (review);
  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      guint step = lev_dossier_get_step_in (dossier, preparation);

      progress.total++;
      if (step > number ||
          (step == number && guard_is_content (number, LEV_SCOPE_DOSSIER, LEV_RECORD (dossier))))
        progress.done++;
    }

  return progress;
}

LevProgress
lev_review_get_progress_in (LevReview            *review,
                            guint                 number,
                            const LevPreparation *preparation)
{
  const LevStep *step = lev_step_get (number);

  if (step->guards[LEV_SCOPE_ACTION] != NULL)
    return get_action_progress (review, number);
  if (step->guards[LEV_SCOPE_DOSSIER] != NULL)
    return get_dossier_progress (review, number, preparation);

  return (LevProgress) {
    .done = guard_is_content (number, LEV_SCOPE_REVIEW, LEV_RECORD (review)) ? 1 : 0,
    .total = 1,
  };
}

LevProgress
lev_review_get_dossier_progress (LevReview *review,
                                 guint      number)
{
  LevPreparation preparation = lev_review_get_preparation (review);

  return get_dossier_progress (review, number, &preparation);
}

LevProgress
lev_review_get_progress (LevReview *review,
                         guint      number)
{
  LevPreparation preparation = lev_review_get_preparation (review);

  return lev_review_get_progress_in (review, number, &preparation);
}

guint
lev_review_get_step_in (LevReview            *review,
                        const LevPreparation *preparation)
{
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      LevProgress progress = lev_review_get_progress_in (review, number, preparation);
      LevProgress dossiers = get_dossier_progress (review, number, preparation);

      if (progress.done < progress.total || dossiers.done < dossiers.total)
        return number;
    }

  return LEV_STEP_END;
}

guint
lev_review_get_step (LevReview *review)
{
  LevPreparation preparation = lev_review_get_preparation (review);

  return lev_review_get_step_in (review, &preparation);
}

static int
compare_dossiers (gconstpointer a,
                  gconstpointer b)
{
  int difference = ((const LevDossier *) a)->number - ((const LevDossier *) b)->number;

  return difference != 0 ? difference
                         : strcmp (LEV_RECORD ((gpointer) a)->id, LEV_RECORD ((gpointer) b)->id);
}

GPtrArray *
lev_review_list_chosen (LevReview *review)
{
  LevRecordList *dossiers = lev_record_get_children (LEV_RECORD (review), LEV_TYPE_DOSSIER);
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < lev_record_list_get_n (dossiers); i++)
    {
      LevDossier *dossier = lev_record_list_peek (dossiers, i);

      if (dossier->chosen)
        g_ptr_array_add (chosen, dossier);
    }
  g_ptr_array_sort_values (chosen, compare_dossiers);

  return chosen;
}

LevMeeting *
lev_review_get_meeting (LevReview *review)
{
  LevRecordList *meetings = lev_record_get_children (LEV_RECORD (review), LEV_TYPE_MEETING);

  for (guint i = 0; i < lev_record_list_get_n (meetings); i++)
    {
      LevMeeting *meeting = lev_record_list_peek (meetings, i);

      if (meeting->kind == LEV_MEETING_KIND_REVIEW)
        return meeting;
    }

  return NULL;
}

LevDossier *
lev_review_find_dossier (LevReview   *review,
                         LevSupplier *supplier)
{
  return lev_record_find_part_by_record (review, LEV_TYPE_DOSSIER, "supplier", supplier);
}

LevDossier *
lev_dossier_get_previous (LevDossier *dossier)
{
  LevDossier *previous;

  if (dossier->review == NULL || dossier->review->previous == NULL)
    return NULL;

  previous = lev_review_find_dossier (dossier->review->previous, dossier->supplier);

  return previous != NULL && previous->chosen ? previous : NULL;
}

LevAssessment *
lev_dossier_find_assessment (LevDossier *dossier,
                             const char *code)
{
  return lev_record_find_part_by_text (dossier, LEV_TYPE_ASSESSMENT, "criterion", code);
}

LevKeyAnswer *
lev_dossier_find_answer (LevDossier *dossier,
                         const char *code)
{
  return lev_record_find_part_by_text (dossier, LEV_TYPE_KEY_ANSWER, "question", code);
}

LevReview *
lev_record_get_review (LevRecord *record)
{
  guint depth = 0;

  while (record != NULL && !LEV_IS_REVIEW (record) && depth++ < 8)
    record = lev_record_get_owner (record);

  return record != NULL && LEV_IS_REVIEW (record) ? LEV_REVIEW (record) : NULL;
}

LevReview *
lev_calendar_entry_find_running (LevCalendarEntry *entry)
{
  LevRecordList *reviews = lev_register_list (LEV_RECORD (entry)->records, LEV_TYPE_REVIEW);

  for (guint i = 0; i < lev_record_list_get_n (reviews); i++)
    {
      LevReview *review = lev_record_list_peek (reviews, i);

      if (review->calendar_entry == entry && review->closed == 0)
        return review;
    }

  return NULL;
}
