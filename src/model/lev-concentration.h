#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/* What several suppliers of a round have in common, so that one event hits them together
 * (template, sections 2 A7 and 4 C4, C5, C9). */

typedef enum
{
  LEV_CONCENTRATION_SUPPLIER, /* a supplier of the register that the profiles of others name */
  LEV_CONCENTRATION_PARENT,
  LEV_CONCENTRATION_COUNTRY,
  LEV_CONCENTRATION_END_DATE, /* of a contract that has not ended */
} LevConcentrationKind;

typedef struct
{
  LevConcentrationKind kind;
  char                *value;    /* what they share, as a person reads it */
  LevDate              date;     /* the shared end date; 0 otherwise */
  GPtrArray           *dossiers; /* borrowed, two or more */
} LevConcentration;

/* What the chosen suppliers of @review share, the largest first within each kind. */
GPtrArray  *lev_review_list_concentrations   (LevReview *review);

/* Newly allocated: the suppliers of @self, by name. */
char       *lev_concentration_dup_suppliers  (const LevConcentration *self);

/* What is shared, translated: “Land”. */
const char *lev_concentration_get_kind_label (LevConcentrationKind kind);

G_END_DECLS
