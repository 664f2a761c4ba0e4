#include "lev-evidence.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevEvidence, assessment, LevAssessment, lev_assessment_get_type, N_("Assessment")),
  LEV_FIELD_PARENT (LevEvidence, action, LevAction, lev_action_get_type, N_("Action")),
  LEV_FIELD_NAME (LevEvidence, name, N_("Evidence")),
  LEV_FIELD_DATE (LevEvidence, date, N_("Date")),
  LEV_FIELD_DATE (LevEvidence, valid_until, N_("Valid until")),
  LEV_FIELD_TEXT (LevEvidence, link, N_("Link")),
  LEV_FIELD_TEXT (LevEvidence, sha256, N_("SHA-256")),
};

LEV_DEFINE_RECORD (LevEvidence, lev_evidence, "evidence", N_("Evidence"), FALSE)
