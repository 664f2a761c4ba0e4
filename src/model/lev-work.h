#pragma once

#include "lev-person.h"
#include "lev-task.h"

G_BEGIN_DECLS

/* What waits for one person: the tasks that are theirs, and what they wait for themselves.
 *
 * lev_task_list() → whose it is → acts on the same kind of subject in one line → by urgency */

/**
 * lev_work_list:
 * @user: (nullable): for whom; %NULL for everyone, when it is not known who looks
 * @today: the date from which is counted
 *
 * A task is someone's when it waits for them, or for no one or someone who is no contract
 * manager. What the service owners of their own dossiers have to say, and what other contract
 * managers have to do in a round that they coordinate, waits for others: what asks the same of
 * the same person in the same step is one task there. So are the steps of the MT meeting itself.
 *
 * Returns: (transfer full) (element-type LevTask): by urgency and then date
 */
GArray *lev_work_list        (LevRegister *records,
                              LevPerson   *user,
                              LevDate      today);

/* As lev_work_list(), of @review alone. */
GArray *lev_review_list_work (LevReview *review,
                              LevPerson *user,
                              LevDate    today);

/* How many of @tasks are of @urgency. */
guint   lev_work_count       (GArray    *tasks,
                              LevUrgency urgency);

/* How many of @tasks wait for the user now: those that are late or of this week. */
guint   lev_work_count_own   (GArray *tasks);

G_END_DECLS
