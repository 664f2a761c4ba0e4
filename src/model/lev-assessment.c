#include "lev-assessment.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevAssessment, dossier, LevDossier, lev_dossier_get_type, N_("Dossier")),
  LEV_FIELD_NAME (LevAssessment, criterion, N_("Criterion")),
  LEV_FIELD_SCORE (LevAssessment, score, N_("Control")),
  LEV_FIELD_TEXT (LevAssessment, note, N_("Explanation")),
  LEV_FIELD_BOOLEAN (LevAssessment, confirmed, N_("Confirmed")),
};

LEV_DEFINE_RECORD (LevAssessment, lev_assessment, "assessment", N_("Assessment"), FALSE)
