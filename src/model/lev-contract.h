#pragma once

#include "lev-record.h"
#include "lev-supplier.h"

G_BEGIN_DECLS

/* An agreement with a supplier. */

#define LEV_TYPE_CONTRACT (lev_contract_get_type ())
LEV_DECLARE_RECORD (LevContract, lev_contract, CONTRACT)

struct _LevContract
{
  LevRecord parent_instance;

  LevSupplier *supplier;
  char        *number;
  char        *title;
  LevDate      start;
  LevDate      end;
  int          notice_months;
  gint64       yearly_value; /* in cents */
};

G_END_DECLS
