#include "lev-risk.h"

#include <glib/gi18n.h>

const LevChoice lev_treatment_choices[] = {
  { NULL, NULL },
  { "avoid", N_("avoid") },
  { "reduce", N_("reduce") },
  { "transfer", N_("transfer") },
  { "accept", N_("accept") },
  { NULL, NULL },
};

const LevChoice lev_confidence_choices[] = {
  { NULL, NULL },
  { "low", N_("low") },
  { "medium", N_("medium") },
  { "high", N_("high") },
  { NULL, NULL },
};

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevRisk, dossier, LevDossier, lev_dossier_get_type, N_("Dossier")),
  LEV_FIELD_INTEGER (LevRisk, number, N_("Number")),
  LEV_FIELD_TEXT (LevRisk, criterion, N_("Criterion")),
  LEV_FIELD_TEXT (LevRisk, cause, N_("Cause")),
  LEV_FIELD_NAME (LevRisk, event, N_("Event")),
  LEV_FIELD_TEXT (LevRisk, consequence, N_("Consequence")),
  LEV_FIELD_SCORE (LevRisk, likelihood, N_("Likelihood")),
  LEV_FIELD_SCORE (LevRisk, impact, N_("Impact")),
  LEV_FIELD_SCORE (LevRisk, residual_likelihood, N_("Residual likelihood")),
  LEV_FIELD_SCORE (LevRisk, residual_impact, N_("Residual impact")),
  LEV_FIELD_CHOICE (LevRisk, treatment, lev_treatment_choices, N_("Treatment")),
  LEV_FIELD_CHOICE (LevRisk, confidence, lev_confidence_choices, N_("Confidence")),
  LEV_FIELD_TEXT (LevRisk, acceptance, N_("Motivation of the acceptance")),
  LEV_FIELD_REFERENCE (LevRisk, previous, LevRisk, lev_risk_get_type, N_("Risk in the previous round")),
};

LEV_DEFINE_RECORD (LevRisk, lev_risk, "risk", N_("Risk"), FALSE)
