#pragma once

#include "lev-action-state.h"

G_BEGIN_DECLS

/* How long an action took, and how often it came back. It follows from the decisions. */
typedef struct
{
  LevDate agreed;          /* the MT decided to take it (step 6); 0 when it did not */
  LevDate handed_out;      /* for the first time (step 7); 0 when it was not */
  LevDate done;            /* the service owner’s yes that stands (step 9); 0 for none */
  LevDate finished;        /* the MT’s yes that stands (step 11); 0 for none */
  guint   n_owner_returns; /* how often the service owner said no */
  guint   n_mt_returns;    /* how often the MT did */
} LevLeadTime;

LevLeadTime lev_action_get_lead_time (LevAction *action);

/* Days from @from to @until; -1 when one of them has not come. */
int         lev_lead_time_get_days   (LevDate from,
                                      LevDate until);

G_END_DECLS
