#pragma once

#include "lev-scoring.h"

G_BEGIN_DECLS

/* What a list of suppliers shows, sorts and searches, and that follows from the parts of a
 * supplier. It is kept with the supplier until one of them changes, so that a list of 100,000 does
 * not count scores for each row that comes in sight. */
typedef struct
{
  LevCriticality criticality;
  LevDate        contract_end; /* the next end of a contract, else the last one; 0 for none */
  char          *services;     /* their names; "" for none */
  char          *folded;       /* name, number, KvK, services and country, for searching */
} LevSupplierFacts;

/* The facts of @supplier on @today; they hold until it, @content or the day changes. */
const LevSupplierFacts *lev_supplier_get_facts       (LevSupplier        *supplier,
                                                      LevHandbookContent *content,
                                                      LevDate             today);

/* The last day on which @contract can be given notice: so many months before its end. Without an
 * end or a notice period it is 0. */
LevDate                 lev_contract_get_notice_date (LevContract *contract);

G_END_DECLS
