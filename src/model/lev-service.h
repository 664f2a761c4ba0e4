#pragma once

#include "lev-person.h"
#include "lev-record.h"
#include "lev-supplier.h"

G_BEGIN_DECLS

/* What a supplier delivers. */

#define LEV_TYPE_SERVICE (lev_service_get_type ())
LEV_DECLARE_RECORD (LevService, lev_service, SERVICE)

struct _LevService
{
  LevRecord parent_instance;

  LevSupplier *supplier;
  char        *name;
  char        *description;
  LevPerson   *owner;
  LevPerson   *level_manager;
  char        *biv;
};

G_END_DECLS
