#pragma once

#include "lev-step.h"

G_BEGIN_DECLS

/* What each step asks before it is done (design section 3, column “done when”). Guards are pure:
 * they look and add to @missing, and change nothing. The step table says which belongs where. */

void        lev_guard_start          (LevRecord  *review,
                                      GListStore *missing);           /* 1 */
void        lev_guard_select         (LevRecord  *review,
                                      GListStore *missing);          /* 2 */
void        lev_guard_profile        (LevRecord  *dossier,
                                      GListStore *missing);        /* 3 */
void        lev_guard_plan           (LevRecord  *review,
                                      GListStore *missing);            /* 4 */
void        lev_guard_present        (LevRecord  *dossier,
                                      GListStore *missing);        /* 5 */
void        lev_guard_decide         (LevRecord  *action,
                                      GListStore *missing);          /* 6 */
void        lev_guard_update_profile (LevRecord  *dossier,
                                      GListStore *missing); /* 7 */
void        lev_guard_hand_out       (LevRecord  *action,
                                      GListStore *missing);        /* 7 */
void        lev_guard_report_status  (LevRecord  *action,
                                      GListStore *missing);   /* 8 */
void        lev_guard_judge_done     (LevRecord  *action,
                                      GListStore *missing);      /* 9 */
void        lev_guard_feed_back      (LevRecord  *action,
                                      GListStore *missing);       /* 10 */
void        lev_guard_judge_finished (LevRecord  *action,
                                      GListStore *missing);  /* 11 */
void        lev_guard_inform         (LevRecord  *action,
                                      GListStore *missing);          /* 12 */
void        lev_guard_archive        (LevRecord  *dossier,
                                      GListStore *missing);        /* 13 */
void        lev_guard_close          (LevRecord  *review,
                                      GListStore *missing);           /* 14 */

/* What has to be filled in before a move can be made, apart from the move itself: the agreement
 * of step 7 and the frequency of step 8; nothing for other steps. */
void        lev_guard_preconditions  (LevRecord  *subject,
                                      guint       step,
                                      GListStore *missing);

/* Everything that @review still asks in step @number: of itself, of the dossiers and of the
 * actions that wait there. */
GListStore *lev_review_list_missing  (LevReview *review,
                                      guint      number);

/* Everyone who must be invited to the review meeting (step 4): the MT, the coordinating CM, and
 * the CM and service owner of each chosen dossier. Each person once. */
GPtrArray  *lev_review_list_invitees (LevReview *review);

G_END_DECLS
