#pragma once

#include "lev-dossier.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* How well a criterion is under control (template, section 4). */

#define LEV_TYPE_ASSESSMENT (lev_assessment_get_type ())
LEV_DECLARE_RECORD (LevAssessment, lev_assessment, ASSESSMENT)

struct _LevAssessment
{
  LevRecord parent_instance;

  LevDossier *dossier;
  char       *criterion;
  int         score; /* 1 to 5, or LEV_SCORE_… */
  char       *note;
  gboolean    confirmed;
};

G_END_DECLS
