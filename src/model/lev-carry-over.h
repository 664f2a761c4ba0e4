#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/* Takes the last profile of the supplier over into @dossier, when it has none yet: every score
 * to be confirmed, the risks with a reference to what they were (design section 3). Without a
 * last profile nothing is done. To be called inside a running edit. */
void        lev_carry_over                (LevDossier *dossier);

/* How a risk stands against the previous round. A risk that is gone has no record of its own. */
typedef enum
{
  LEV_TREND_NEW,
  LEV_TREND_CHANGED,
  LEV_TREND_EQUAL,
} LevTrend;

LevTrend    lev_risk_get_trend            (LevRisk *risk);

/* The risks of the last profile that @dossier no longer has. */
GPtrArray  *lev_dossier_list_gone_risks   (LevDossier *dossier);

/* Actions are proposed anew in every round. One that is called the same as one of the last profile
 * goes on with it; @action is compared with that one, %NULL when there is none. */
LevAction  *lev_action_get_previous       (LevAction *action);

LevTrend    lev_action_get_trend          (LevAction *action);

/* The actions of the last profile that @dossier does not propose again. */
GPtrArray  *lev_dossier_list_gone_actions (LevDossier *dossier);

/* The word for @trend, translated. */
const char *lev_trend_get_label           (LevTrend trend);

G_END_DECLS
