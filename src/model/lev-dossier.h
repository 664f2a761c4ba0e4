#pragma once

#include "lev-person.h"
#include "lev-record.h"
#include "lev-review.h"
#include "lev-supplier.h"

G_BEGIN_DECLS

/* A supplier in a round. */

#define LEV_TYPE_DOSSIER (lev_dossier_get_type ())
LEV_DECLARE_RECORD (LevDossier, lev_dossier, DOSSIER)

struct _LevDossier
{
  LevRecord parent_instance;

  LevReview   *review;
  LevSupplier *supplier;
  int          number;
  gboolean     chosen;
  char        *motivation;
  LevPerson   *manager;
  LevPerson   *owner;
  LevPerson   *level_manager;
};

G_END_DECLS
