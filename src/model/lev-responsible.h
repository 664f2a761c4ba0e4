#pragma once

#include "lev-step.h"

G_BEGIN_DECLS

/* Who looks after what in a round. */

/* The person whose turn it is for @subject (a review, dossier, action or a part of them) in step
 * @number, as far as they were appointed: the coordinating CM for what the round asks and the
 * meeting with the MT, the service owner for the verdict of step 9, the CM for the rest.
 * @review: the round it is about, for subjects that belong to none (people, suppliers)
 * Returns: (nullable) */
LevPerson  *lev_step_get_responsible (guint      number,
                                      LevReview *review,
                                      LevRecord *subject);

/* The dossier that @record is, or is a part of; %NULL for none. */
LevDossier *lev_record_get_dossier   (LevRecord *record);

/* The date that was set for @subject in step @number: the next status update in step 8, the due
 * date of an action in 7 and 9; 0 for none. */
LevDate     lev_step_get_due         (guint      number,
                                      LevRecord *subject);

G_END_DECLS
