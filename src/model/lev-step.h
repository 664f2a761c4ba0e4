#pragma once

#include "lev-missing.h"
#include "lev-records.h"

G_BEGIN_DECLS

/* The fourteen steps of the review (process description; design section 3) as one table, which
 * drives the wizard, the guards, the commands, the help and the tests. */

#define LEV_N_STEPS (14)

/* Where a round, dossier or action is when nothing is left to do. */
#define LEV_STEP_END (LEV_N_STEPS + 1)

/* What moves through a step. */
typedef enum
{
  LEV_SCOPE_REVIEW,
  LEV_SCOPE_DOSSIER,
  LEV_SCOPE_ACTION,
  LEV_N_SCOPES,
} LevScope;

typedef enum
{
  LEV_PHASE_PREPARE,
  LEV_PHASE_MEETING,
  LEV_PHASE_FOLLOW_UP,
  LEV_PHASE_FEEDBACK,
  LEV_PHASE_ARCHIVE,
  LEV_N_PHASES,
} LevPhase;

/* What a decision must say for the outcome to count. */
typedef enum
{
  LEV_NEEDS_NOTHING = 0,
  LEV_NEEDS_BY = 1 << 0, /* who decided */
  LEV_NEEDS_DATE = 1 << 1,
  LEV_NEEDS_REASON = 1 << 2,
  LEV_NEEDS_ACCEPTANCE = 1 << 3, /* who accepts the residual risk, and until when */
  LEV_NEEDS_FORM = 1 << 4,       /* in which form it was reported */
  LEV_NEEDS_RECIPIENTS = 1 << 5, /* who were involved or told */
} LevNeeds;

/* One way out of a step. */
typedef struct
{
  LevScope   scope;
  LevOutcome outcome;
  guint      next;
  LevNeeds   needs;
} LevMove;

/* What is missing before @subject, a review, dossier or action, is done with the step. */
typedef void (*LevGuard) (LevRecord *subject, GListStore *missing);

typedef struct
{
  guint       number;
  LevPhase    phase;
  const char *name;       /* short, for the rail; English, marked for translation, as all here */
  const char *short_name; /* shorter still, for where there is little room beside others */
  const char *title;      /* long, for the header */
  const char *who;
  const char *explanation;
  const char *document;             /* or %NULL */
  const char *place;                /* or %NULL */
  LevGuard    guards[LEV_N_SCOPES]; /* %NULL: nothing of that scope passes here */
  LevMove     moves[4];             /* ends with next = 0 */
} LevStep;

/* The step with @number, 1 to LEV_N_STEPS. */
const LevStep *lev_step_get        (guint number);

/* The translated name of @phase. */
const char    *lev_phase_get_title (LevPhase phase);

/* The way out of step @number for @scope with @outcome; %NULL when the process has none. */
const LevMove *lev_step_find_move  (guint      number,
                                    LevScope   scope,
                                    LevOutcome outcome);

/* The scope of @record; LEV_N_SCOPES when it is no review, dossier or action. */
LevScope       lev_scope_of        (LevRecord *record);

G_END_DECLS
