#pragma once

#include "lev-step.h"

G_BEGIN_DECLS

/* Where a mitigation action stands. Nothing of it is stored: it follows from the decisions and
 * status updates, which are only added (design section 3). */

/* The decisions, status updates and changes of the due date of @action in the order in which they were made. */
GPtrArray       *lev_action_list_journal        (LevAction *action);

/* The number that the next decision or status update of @action takes. */
int              lev_action_next_number         (LevAction *action);

/* The step at which @action waits: 6 to 13. At 13 it waits for its dossier. */
guint            lev_action_get_step            (LevAction *action);

/* Whether the MT decided to take @action, and it still stands. */
gboolean         lev_action_is_agreed           (LevAction *action);

/* Whether a new decision of step 6 may replace the one that stands: as long as nothing was done
 * with it. */
gboolean         lev_action_is_reconsiderable   (LevAction *action);

/* How often @action came back from step 9 or 11. */
guint            lev_action_get_n_returns       (LevAction *action);

/* The latest decision of @action in @step, or in any step for 0; %NULL for none. */
LevDecision     *lev_action_get_decision        (LevAction *action,
                                                 guint      step);

/* The latest verdict of step 9 or 11 by which @action went back; %NULL when it never did, or when
 * that step said yes since. */
LevDecision     *lev_action_get_return          (LevAction *action);

/* What stands in the place of @update: the last correction of it, or @update itself. */
LevStatusUpdate *lev_status_update_get_standing (LevStatusUpdate *update);

/* The latest status update of @action, as it was corrected; %NULL for none. */
LevStatusUpdate *lev_action_get_update          (LevAction *action);

/* When a status update of @action is due after one on @last, as was agreed; 0 without an agreed
 * frequency. */
LevDate          lev_action_get_update_after    (LevAction *action,
                                                 LevDate    last);

/* When the next status update of @action is due: its frequency after the last one, or after it
 * was handed out; 0 when no updates are due. */
LevDate          lev_action_get_next_update     (LevAction *action);

G_END_DECLS
