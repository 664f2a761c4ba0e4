#pragma once

#include "lev-dossier.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* A risk of a dossier (template, section 5). */

#define LEV_TYPE_RISK (lev_risk_get_type ())
LEV_DECLARE_RECORD (LevRisk, lev_risk, RISK)

typedef enum
{
  LEV_TREATMENT_NONE,
  LEV_TREATMENT_AVOID,
  LEV_TREATMENT_REDUCE,
  LEV_TREATMENT_TRANSFER,
  LEV_TREATMENT_ACCEPT,
} LevTreatment;

extern const LevChoice lev_treatment_choices[];

typedef enum
{
  LEV_CONFIDENCE_NONE,
  LEV_CONFIDENCE_LOW,
  LEV_CONFIDENCE_MEDIUM,
  LEV_CONFIDENCE_HIGH,
} LevConfidence;

extern const LevChoice lev_confidence_choices[];

struct _LevRisk
{
  LevRecord parent_instance;

  LevDossier *dossier;
  int         number;
  char       *criterion;
  char       *cause;
  char       *event;
  char       *consequence;
  int         likelihood;          /* 1 to 5, or LEV_SCORE_… */
  int         impact;              /* 1 to 5, or LEV_SCORE_… */
  int         residual_likelihood; /* 1 to 5, or LEV_SCORE_… */
  int         residual_impact;     /* 1 to 5, or LEV_SCORE_… */
  int         treatment;           /* LevTreatment */
  int         confidence;          /* LevConfidence */
  char       *acceptance;
  LevRisk    *previous;
};

G_END_DECLS
