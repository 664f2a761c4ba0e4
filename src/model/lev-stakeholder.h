#pragma once

#include "lev-dossier.h"
#include "lev-person.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* Someone who takes part in a dossier besides its CM, service owner and SLM, or who filled in the profile. */

#define LEV_TYPE_STAKEHOLDER (lev_stakeholder_get_type ())
LEV_DECLARE_RECORD (LevStakeholder, lev_stakeholder, STAKEHOLDER)

struct _LevStakeholder
{
  LevRecord parent_instance;

  LevDossier *dossier;
  LevPerson  *person;
  char       *role;
  gboolean    took_part;
};

G_END_DECLS
