#pragma once

#include "lev-record.h"
#include "lev-supplier.h"

G_BEGIN_DECLS

/* The score of a supplier on one factor of the criticality (template, section 2). */

#define LEV_TYPE_CRITICALITY_SCORE (lev_criticality_score_get_type ())
LEV_DECLARE_RECORD (LevCriticalityScore, lev_criticality_score, CRITICALITY_SCORE)

struct _LevCriticalityScore
{
  LevRecord parent_instance;

  LevSupplier *supplier;
  char        *factor;
  int          score; /* 1 to 5, or LEV_SCORE_… */
  char        *note;
};

G_END_DECLS
