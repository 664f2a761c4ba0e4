#pragma once

#include "lev-state.h"

G_BEGIN_DECLS

/* What people do in the process: the only way in which the window, the commands and the example
 * move a round on. Each function looks first whether the process allows it here and whether
 * everything that is asked is there; if not, nothing is changed and the error
 * (LEV_MODEL_ERROR_INCOMPLETE, _FORBIDDEN or _CLOSED) says per subject what is missing and what
 * to do. All are to be called inside a running edit of the register. */

/* What is said with a decision; which of it is asked stands in the step table. */
typedef struct
{
  LevPerson      *by;
  LevDate         date; /* 0: today */
  const char     *reason;
  LevPerson      *accepted_by;
  LevDate         accepted_until;
  LevFeedbackForm form;
  const char     *recipients;
  LevEvidence    *evidence; /* %NULL for none */
} LevDecisionDetails;

/* What is said in a status update. */
typedef struct
{
  LevPerson  *author;
  LevDate     date; /* 0: today */
  const char *text;
  int         progress; /* percent */
  LevChannel  channel;
  const char *recipients;
} LevUpdateDetails;

/* The running round: the one begun last that is not closed; %NULL for none. */
LevReview         *lev_process_get_running      (LevRegister *records);

/* The handbook that a new round gets: the newest version; %NULL for none. */
LevHandbook       *lev_process_get_handbook     (LevRegister *records);

/**
 * lev_process_start:
 * @entry: (nullable): the year-calendar entry that asks for the round
 *
 * Step 1: a new round with the newest handbook and its selection rule; the round before it is
 * the previous one. Coordinator and period are filled in on the record.
 */
LevReview         *lev_process_start            (LevRegister      *records,
                                                 const char       *title,
                                                 LevCalendarEntry *entry,
                                                 GError          **error);

/* Step 2: @supplier is chosen or not, with a motivation that is asked when it deviates from the
 * handbook's line. CM, service owner and SLM are proposed from the supplier and its services. */
LevDossier        *lev_process_choose           (LevReview   *review,
                                                 LevSupplier *supplier,
                                                 gboolean     chosen,
                                                 const char  *motivation,
                                                 GError     **error);

/* The end of step 2: checks the selection and prepares the profile of each chosen dossier, from
 * the last round where there is one: its scores to be confirmed, its risks to be looked at. */
gboolean           lev_process_open_profiles    (LevReview *review,
                                                 GError   **error);

/* Step 3: scores a criterion, which also confirms it. */
LevAssessment     *lev_process_assess           (LevDossier *dossier,
                                                 const char *criterion,
                                                 int         score,
                                                 GError    **error);

/* Step 3: answers a key question. */
LevKeyAnswer      *lev_process_answer           (LevDossier *dossier,
                                                 const char *question,
                                                 LevAnswer   answer,
                                                 const char *explanation,
                                                 GError    **error);

/* Step 3: a new risk or action, numbered on within the round. */
LevRisk           *lev_process_add_risk         (LevDossier *dossier,
                                                 GError    **error);
LevAction         *lev_process_propose          (LevDossier *dossier,
                                                 LevRisk    *risk,
                                                 GError    **error);

/* Step 3: what @risk is expected to be after the measures, from what its actions are expected to
 * do: each lowers the likelihood and the impact of now, never below 1 (template, section 6).
 * Without an effect, or while the risk of now is not known, what was filled in stays. */
void               lev_process_follow_effects   (LevRisk *risk);

/* Step 3: @person as a stakeholder of @dossier, the one that is there or a new one. */
LevStakeholder    *lev_process_add_stakeholder  (LevDossier *dossier,
                                                 LevPerson  *person,
                                                 GError    **error);

/* Whether the profile of @dossier may be changed: from step 3 until it is archived. */
gboolean           lev_process_check_editable   (LevDossier *dossier,
                                                 GError    **error);

/* Step 3: whether the profile of @dossier is complete. */
gboolean           lev_process_check_profile    (LevDossier *dossier,
                                                 GError    **error);

/* Step 4: whether the meeting is planned and everyone is invited. */
gboolean           lev_process_check_step       (LevReview *review,
                                                 guint      number,
                                                 GError   **error);

/* Step 5: freezes the profile as @content (the canonical document) for the MT. */
LevProfileVersion *lev_process_freeze           (LevDossier *dossier,
                                                 const char *content,
                                                 GError    **error);

/* Step 5: @dossier is presented to the MT. */
LevDecision       *lev_process_present          (LevDossier *dossier,
                                                 GError    **error);

/**
 * lev_process_decide:
 * @step: 6, 7, 9, 10, 11 or 12: what is decided or done
 * @outcome: yes, or no in 6, 9 and 11
 * @details: what is said with it
 *
 * Steps 6 to 12 of an action, except 8. A yes in step 6 without a reason follows the CM's
 * advice, when that was to take the action.
 */
LevDecision       *lev_process_decide           (LevAction                *action,
                                                 guint                     step,
                                                 LevOutcome                outcome,
                                                 const LevDecisionDetails *details,
                                                 GError                  **error);

/* Newly made: what @details lacks for lev_process_decide() to take them; empty when nothing. */
GListStore        *lev_process_check_decision   (LevAction                *action,
                                                 guint                     step,
                                                 LevOutcome                outcome,
                                                 const LevDecisionDetails *details);

/**
 * lev_process_change_due:
 * @reason: (nullable): why; when @action came back, its verdict is the reason if none is given
 * @by: (nullable): who changes it
 *
 * Steps 3 to 9: another due date. Once @action is handed out the old date stays, with the reason.
 */
gboolean           lev_process_change_due       (LevAction  *action,
                                                 LevDate     due,
                                                 const char *reason,
                                                 LevPerson  *by,
                                                 GError    **error);

/* Step 7: confirms the profile after the meeting as a new version with @content. */
LevProfileVersion *lev_process_confirm_profile  (LevDossier *dossier,
                                                 const char *content,
                                                 const char *note,
                                                 GError    **error);

/* Step 8: a status update; also possible while the action waits for a verdict. */
LevStatusUpdate   *lev_process_report_status    (LevAction              *action,
                                                 const LevUpdateDetails *details,
                                                 GError                **error);

/**
 * lev_process_correct_status:
 * @details: what it says now; without a date, channel or recipients those of @update
 *
 * Step 8: a status update that takes the place of @update, which stays as it is. When that was
 * corrected before, the new one corrects the correction.
 */
LevStatusUpdate   *lev_process_correct_status   (LevStatusUpdate        *update,
                                                 const LevUpdateDetails *details,
                                                 GError                **error);

/* Step 13: @path with @sha256 holds the dossier; @verdict after reading it back. */
LevArchiveRecord  *lev_process_record_archive   (LevDossier *dossier,
                                                 const char *path,
                                                 const char *sha256,
                                                 LevVerdict  verdict,
                                                 GError    **error);

/* Whether @dossier can be archived now: at step 13, or at 14 for a newer version. */
gboolean           lev_process_check_archivable (LevDossier *dossier,
                                                 GError    **error);

/* Step 14: closes the round. With @next_date, the calendar entry moves to it. */
gboolean           lev_process_close            (LevReview  *review,
                                                 const char *lessons,
                                                 LevDate     next_date,
                                                 GError    **error);

/* After step 14: opens a closed round again, for a @reason that stays on record. It is at step 14
 * until it is closed again. */
LevReopening      *lev_process_reopen           (LevReview  *review,
                                                 const char *reason,
                                                 LevPerson  *by,
                                                 GError    **error);

G_END_DECLS
