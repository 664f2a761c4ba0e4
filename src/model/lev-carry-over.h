#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/* Takes the last profile of the supplier over into @dossier, when it has none yet: every score
 * to be confirmed, the risks with a reference to what they were (design section 3). Without a
 * last profile nothing is done. To be called inside a running edit. */
void       lev_carry_over              (LevDossier *dossier);

/* The number for the next risk or action (@type) of @review: they count on within the round. */
int        lev_review_next_number      (LevReview *review,
                                        GType      type);

/* How a risk stands against the previous round. A risk that is gone has no record of its own. */
typedef enum
{
  LEV_TREND_NEW,
  LEV_TREND_CHANGED,
  LEV_TREND_EQUAL,
} LevTrend;

LevTrend   lev_risk_get_trend          (LevRisk *risk);

/* The risks of the last profile that @dossier no longer has. */
GPtrArray *lev_dossier_list_gone_risks (LevDossier *dossier);

G_END_DECLS
