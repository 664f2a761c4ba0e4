#include "lev-decision.h"

#include <glib/gi18n.h>

const LevChoice lev_feedback_form_choices[] = {
  { NULL, NULL },
  { "separate", N_("per CM") },
  { "bundled", N_("bundled") },
  { "yearly", N_("yearly report") },
  { NULL, NULL },
};

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevDecision, dossier, LevDossier, lev_dossier_get_type, N_("Dossier")),
  LEV_FIELD_PARENT (LevDecision, action, LevAction, lev_action_get_type, N_("Action")),
  LEV_FIELD_INTEGER (LevDecision, number, N_("Number")),
  LEV_FIELD_INTEGER (LevDecision, step, N_("Step")),
  LEV_FIELD_CHOICE (LevDecision, outcome, lev_outcome_choices, N_("Outcome")),
  LEV_FIELD_REFERENCE (LevDecision, by, LevPerson, lev_person_get_type, N_("By")),
  LEV_FIELD_DATE (LevDecision, date, N_("Date")),
  LEV_FIELD_TEXT (LevDecision, reason, N_("Reason")),
  LEV_FIELD_REFERENCE (LevDecision, profile_version, LevProfileVersion, lev_profile_version_get_type, N_("Profile version")),
  LEV_FIELD_REFERENCE (LevDecision, accepted_by, LevPerson, lev_person_get_type, N_("Residual risk accepted by")),
  LEV_FIELD_DATE (LevDecision, accepted_until, N_("Accepted until")),
  LEV_FIELD_CHOICE (LevDecision, form, lev_feedback_form_choices, N_("Form")),
  LEV_FIELD_TEXT (LevDecision, recipients, N_("Recipients")),
  LEV_FIELD_REFERENCE (LevDecision, evidence, LevEvidence, lev_evidence_get_type, N_("Evidence")),
};

LEV_DEFINE_RECORD (LevDecision, lev_decision, "decision", N_("Decision"), TRUE)
