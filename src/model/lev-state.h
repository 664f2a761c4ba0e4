#pragma once

#include "lev-action-state.h"

G_BEGIN_DECLS

/* Where a round or a dossier stands. Nothing of it is stored: it follows from the decisions,
 * profile versions and archive records, and from where its actions stand (design section 3). */

/* How far a step is: of @total rounds (1), dossiers or actions, @done have passed it. */
typedef struct
{
  guint done;
  guint total;
} LevProgress;

/* The latest profile version of @dossier for @reason, or for any for LEV_VERSION_REASON_NONE. */
LevProfileVersion *lev_dossier_get_version         (LevDossier      *dossier,
                                                    LevVersionReason reason);

/* Whether the profiles of @review were frozen for the MT. From then on who is new in the register
 * no longer changes whether the selection and the meeting were prepared well. */
gboolean           lev_review_is_frozen            (LevReview *review);

/* Whether @dossier was presented to the MT. */
gboolean           lev_dossier_is_presented        (LevDossier *dossier);

/* Whether @dossier is in the archive. */
gboolean           lev_dossier_is_archived         (LevDossier *dossier);

/* What the round itself says about where its dossiers are, for whoever asks for more than one of
 * them: the ranking of all suppliers, which step 2 looks at, is then made once. It holds until
 * something changes, so nobody keeps it. */
typedef struct
{
  gboolean selected; /* steps 1 and 2 are done */
  gboolean planned;  /* and so is step 4 */
} LevPreparation;

LevPreparation     lev_review_get_preparation      (LevReview *review);

/* As lev_dossier_get_step(), in a round whose preparation was looked up before. */
guint              lev_dossier_get_step_in         (LevDossier           *dossier,
                                                    const LevPreparation *preparation);

/* The step at which @dossier waits: 2 to 14; 0 when its supplier was not chosen. In follow-up
 * and feedback it is that of the agreed action that is furthest behind. */
guint              lev_dossier_get_step            (LevDossier *dossier);

/* The first step of @review with open work, or LEV_STEP_END when it is closed. */
guint              lev_review_get_step             (LevReview *review);

/* As lev_review_get_step(), when its preparation was looked up before. */
guint              lev_review_get_step_in          (LevReview            *review,
                                                    const LevPreparation *preparation);

/* How far @review is with step @number, counted in that step's scope. */
LevProgress        lev_review_get_progress         (LevReview *review,
                                                    guint      number);

/* As lev_review_get_progress(), when its preparation was looked up before. */
LevProgress        lev_review_get_progress_in      (LevReview            *review,
                                                    guint                 number,
                                                    const LevPreparation *preparation);

/* How many of how many dossiers of @review have passed step @number (3, 5, 7 or 13). */
LevProgress        lev_review_get_dossier_progress (LevReview *review,
                                                    guint      number);

/* The chosen dossiers of @review, by number. */
GPtrArray         *lev_review_list_chosen          (LevReview *review);

/* The review meeting with the MT of @review; %NULL when none is planned. */
LevMeeting        *lev_review_get_meeting          (LevReview *review);

/* The supplier's dossier in @review, chosen or not; %NULL for none. */
LevDossier        *lev_review_find_dossier         (LevReview   *review,
                                                    LevSupplier *supplier);

/* The dossier of the same supplier in the previous round; %NULL for none. */
LevDossier        *lev_dossier_get_previous        (LevDossier *dossier);

/* The assessment of criterion @code; %NULL for none. */
LevAssessment     *lev_dossier_find_assessment     (LevDossier *dossier,
                                                    const char *code);

/* The answer to key question @code; %NULL for none. */
LevKeyAnswer      *lev_dossier_find_answer         (LevDossier *dossier,
                                                    const char *code);

/* The round that @record belongs to, through its owners; %NULL for none. */
LevReview         *lev_record_get_review           (LevRecord *record);

/* The open round that was begun for @entry of the year calendar; %NULL for none. */
LevReview         *lev_calendar_entry_find_running (LevCalendarEntry *entry);

G_END_DECLS
