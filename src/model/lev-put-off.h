#pragma once

#include "lev-deferral.h"
#include "lev-task.h"

G_BEGIN_DECLS

/* Reminders that are put off: they wait, out of the way, until a date that someone chose and with
 * the reason in sight. The due date itself stays as it is. */

/* What makes a reminder the same from day to day. */
typedef struct
{
  const char *subject; /* identifier */
  LevTaskKind kind;
  guint       step;
  LevDate     due;
} LevTaskKey;

LevTaskKey   lev_task_get_key       (const LevTask *task);

/* Whether @task can be put off: it is one thing, and it waits for the user. */
gboolean     lev_task_is_deferrable (const LevTask *task);

/* The latest that puts @key off until after @today; %NULL when nothing does. */
LevDeferral *lev_task_find_deferral (LevRegister      *records,
                                     const LevTaskKey *key,
                                     LevDate           today);

/**
 * lev_task_put_off:
 * @until: the day on which it comes back
 * @reason: why
 * @by: (nullable)
 *
 * Returns: (transfer none): the record, in the running edit; %NULL with %LEV_MODEL_ERROR_INCOMPLETE
 *   when @until is not after today or there is no reason
 */
LevDeferral *lev_task_put_off       (LevRegister      *records,
                                     const LevTaskKey *key,
                                     LevDate           until,
                                     const char       *reason,
                                     LevPerson        *by,
                                     GError          **error);

G_END_DECLS
