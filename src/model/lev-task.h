#pragma once

#include "lev-step.h"

G_BEGIN_DECLS

/* One thing that waits: a line on “Today”. Tasks follow from the steps, the guards and the dates
 * that someone set; they are not records. */

typedef enum
{
  LEV_URGENCY_LATE,
  LEV_URGENCY_WEEK,   /* due within seven days, or without a date and now to be done */
  LEV_URGENCY_OTHERS, /* waits for someone who does not use the application */
  LEV_URGENCY_COMING,
  LEV_N_URGENCIES,
} LevUrgency;

typedef struct
{
  LevUrgency  urgency;
  LevRecord  *subject; /* borrowed: a review, dossier, action or calendar entry */
  LevDossier *dossier; /* borrowed: whose supplier it is about; %NULL for none */
  guint       step;    /* 0 outside a round */
  LevDate     due;     /* 0 when no one set a date */
  const char *what;    /* in the user's language: what is to be done */
} LevTask;

/**
 * lev_task_list:
 * @today: the date from which is counted
 *
 * Returns: (transfer full) (element-type LevTask): what waits in the open rounds and the year
 *   calendar, by urgency and then date
 */
GArray     *lev_task_list         (LevRegister *records,
                                   LevDate      today);

/**
 * lev_review_list_tasks:
 * @number: a step of follow-up or feedback, 7 to 12
 *
 * Returns: (transfer full) (element-type LevTask): what waits in step @number of @review, one per
 *   dossier or action, by urgency and then date. In step 8 these are also the actions that wait
 *   for the verdict of step 9: their status updates go on.
 */
GArray     *lev_review_list_tasks (LevReview *review,
                                   guint      number,
                                   LevDate    today);

/* The translated heading for @urgency. */
const char *lev_urgency_get_title (LevUrgency urgency);

G_END_DECLS
