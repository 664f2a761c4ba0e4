#pragma once

#include "lev-person.h"
#include "lev-record.h"
#include "lev-review.h"

G_BEGIN_DECLS

/* That a closed round was opened again, and why. */

#define LEV_TYPE_REOPENING (lev_reopening_get_type ())
LEV_DECLARE_RECORD (LevReopening, lev_reopening, REOPENING)

struct _LevReopening
{
  LevRecord parent_instance;

  LevReview *review;
  gint64     moment; /* seconds since 1970, UTC */
  LevPerson *by;
  char      *reason;
};

G_END_DECLS
