#pragma once

#include "lev-fold-row.h"
#include "lev-risk.h"

G_BEGIN_DECLS

/* One risk of a profile, now and as it is expected after the measures; unfolded it can be
 * changed. */

#define LEV_TYPE_RISK_ROW (lev_risk_row_get_type ())
G_DECLARE_FINAL_TYPE (LevRiskRow, lev_risk_row, LEV, RISK_ROW, LevFoldRow)

GtkWidget *lev_risk_row_new  (LevRisk *risk);

/* Shows the risk as it is now. */
void       lev_risk_row_show (LevRiskRow *self,
                              gboolean    editable);

G_END_DECLS
