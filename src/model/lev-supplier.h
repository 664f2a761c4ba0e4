#pragma once

#include "lev-person.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* A supplier, whether or not it is in a round. */

#define LEV_TYPE_SUPPLIER (lev_supplier_get_type ())
LEV_DECLARE_RECORD (LevSupplier, lev_supplier, SUPPLIER)

typedef enum
{
  LEV_KRALJIC_NONE,
  LEV_KRALJIC_ROUTINE,
  LEV_KRALJIC_LEVERAGE,
  LEV_KRALJIC_BOTTLENECK,
  LEV_KRALJIC_STRATEGIC,
} LevKraljic;

extern const LevChoice lev_kraljic_choices[];

struct _LevSupplier
{
  LevRecord parent_instance;

  char      *name;
  char      *number;
  char      *kvk;
  char      *parent;
  char      *country;
  char      *website;
  int        kraljic; /* LevKraljic */
  char      *notes;
  LevPerson *manager;
};

G_END_DECLS
