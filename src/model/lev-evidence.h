#pragma once

#include "lev-action.h"
#include "lev-assessment.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* What proves an assessment or the result of an action. */

#define LEV_TYPE_EVIDENCE (lev_evidence_get_type ())
LEV_DECLARE_RECORD (LevEvidence, lev_evidence, EVIDENCE)

struct _LevEvidence
{
  LevRecord parent_instance;

  LevAssessment *assessment;
  LevAction     *action;
  char          *name;
  LevDate        date;
  LevDate        valid_until;
  char          *link;
  char          *sha256;
};

G_END_DECLS
