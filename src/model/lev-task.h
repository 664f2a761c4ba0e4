#pragma once

#include "lev-deferral.h"
#include "lev-step.h"

G_BEGIN_DECLS

/* One thing that waits: a line on “Today”. Tasks follow from the steps, the guards and the dates
 * that someone set; they are not records. */

typedef enum
{
  LEV_URGENCY_LATE,
  LEV_URGENCY_WEEK,   /* due within seven days, or without a date and now to be done */
  LEV_URGENCY_OTHERS, /* waits for someone else */
  LEV_URGENCY_COMING,
  LEV_N_URGENCIES,
} LevUrgency;

typedef enum
{
  LEV_TASK_STEP,     /* what the step of a round, dossier or action asks */
  LEV_TASK_UPDATE,   /* the next status update of an action */
  LEV_TASK_DEADLINE, /* the due date of an action that is carried out */
  LEV_TASK_NOTICE,   /* the last day on which a contract can be ended */
  LEV_TASK_CONTRACT, /* the end of a contract */
  LEV_TASK_EVIDENCE, /* the end of the validity of evidence */
  LEV_TASK_CALENDAR, /* an entry of the year calendar */
  LEV_TASK_MAIL,     /* what was recorded and not mailed yet to who should know */
} LevTaskKind;

typedef struct
{
  LevUrgency   urgency;
  LevRecord   *subject; /* borrowed: a review, dossier, action, contract, evidence or entry */
  LevDossier  *dossier; /* borrowed: whose supplier it is about; %NULL for none */
  guint        step;    /* 0 outside a round */
  LevDate      due;     /* 0 when no one set a date */
  const char  *what;    /* in the user's language: what is to be done */
  LevTaskKind  kind;
  LevPerson   *who;       /* borrowed: for whom it waits; %NULL when no one was appointed */
  LevDate      since;     /* from when it waits; 0 when that is not known */
  LevRecord   *target;    /* borrowed: where it is done, a part of a round; %NULL outside of one */
  const char  *field;     /* interned: and in which field of it; %NULL for the record as a whole */
  guint        n_missing; /* how much the step still asks of the subject; how many get a mail */
  guint        count;     /* how many subjects this one stands for; 1 for itself alone */
  guint        n_dossiers;
  LevDeferral *deferral; /* borrowed: what puts it off now; %NULL for none */
  LevDossier  *other;    /* borrowed: the second of the dossiers it stands for; %NULL for none */
} LevTask;

/**
 * lev_task_list:
 * @user: (nullable): whose mails are listed, see lev_outgoing_list(); everything else is listed for
 *   everyone
 * @today: the date from which is counted
 *
 * Returns: (transfer full) (element-type LevTask): what waits in the open rounds, in the contracts
 *   and in the year calendar, by urgency and then date; the verdict of a service owner is
 *   %LEV_URGENCY_OTHERS
 */
GArray     *lev_task_list            (LevRegister *records,
                                      LevPerson   *user,
                                      LevDate      today);

/**
 * lev_review_list_tasks:
 * @number: a step of follow-up or feedback, 7 to 12
 *
 * Returns: (transfer full) (element-type LevTask): what waits in step @number of @review, one per
 *   dossier or action, by urgency and then date. In step 8 these are also the actions that wait
 *   for the verdict of step 9: their status updates go on.
 */
GArray     *lev_review_list_tasks    (LevReview *review,
                                      guint      number,
                                      LevDate    today);

/* Appends to @tasks (element-type LevTask) the actions that have passed step @number, for who looks
 * back; their urgency is %LEV_N_URGENCIES. */
void        lev_review_append_passed (LevReview *review,
                                      guint      number,
                                      GArray    *tasks);

/* By urgency, then what is due first (among what waits for others: what waits longest), then what
 * waits longest: a GCompareFunc for LevTask. */
int         lev_task_compare         (gconstpointer first,
                                      gconstpointer second);

/* The round that @task is about; %NULL for none. */
LevReview  *lev_task_get_review      (const LevTask *task);

/* The urgency of what is due on @due, or has no date when that is 0. */
LevUrgency  lev_urgency_of           (LevDate due,
                                      LevDate today);

/* The translated heading for @urgency. */
const char *lev_urgency_get_title    (LevUrgency urgency);

G_END_DECLS
