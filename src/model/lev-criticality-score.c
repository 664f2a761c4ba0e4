#include "lev-criticality-score.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevCriticalityScore, supplier, LevSupplier, lev_supplier_get_type, N_("Supplier")),
  LEV_FIELD_NAME (LevCriticalityScore, factor, N_("Factor")),
  LEV_FIELD_SCORE (LevCriticalityScore, score, N_("Score")),
  LEV_FIELD_TEXT (LevCriticalityScore, note, N_("Note")),
};

LEV_DEFINE_RECORD (LevCriticalityScore,
                   lev_criticality_score,
                   "criticality_score",
                   N_("Criticality score"),
                   FALSE)
