#pragma once

#include "lev-action.h"
#include "lev-dossier.h"
#include "lev-evidence.h"
#include "lev-person.h"
#include "lev-profile-version.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* What was decided or done about a dossier or an action in one step: who, when, outcome, reason. */

#define LEV_TYPE_DECISION (lev_decision_get_type ())
LEV_DECLARE_RECORD (LevDecision, lev_decision, DECISION)

typedef enum
{
  LEV_FEEDBACK_FORM_NONE,
  LEV_FEEDBACK_FORM_SEPARATE,
  LEV_FEEDBACK_FORM_BUNDLED,
  LEV_FEEDBACK_FORM_YEARLY,
} LevFeedbackForm;

extern const LevChoice lev_feedback_form_choices[];

struct _LevDecision
{
  LevRecord parent_instance;

  LevDossier        *dossier;
  LevAction         *action;
  int                number;
  int                step;
  int                outcome; /* LevOutcome */
  LevPerson         *by;
  LevDate            date;
  char              *reason;
  LevProfileVersion *profile_version;
  LevPerson         *accepted_by;
  LevDate            accepted_until;
  int                form; /* LevFeedbackForm */
  char              *recipients;
  LevEvidence       *evidence; /* on which a verdict rests */
};

G_END_DECLS
