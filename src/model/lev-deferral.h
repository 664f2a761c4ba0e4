#pragma once

#include "lev-person.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* A reminder that was put off: which one, until when, why and by whom. It holds for the date on which
 * the reminder was due; when that changes there is a new reminder. */

#define LEV_TYPE_DEFERRAL (lev_deferral_get_type ())
LEV_DECLARE_RECORD (LevDeferral, lev_deferral, DEFERRAL)

struct _LevDeferral
{
  LevRecord parent_instance;

  char      *subject; /* the identifier of what the reminder is about */
  int        task;    /* LevTaskKind */
  int        step;
  LevDate    due;
  LevDate    until;
  char      *reason;
  LevPerson *by;
  gint64     moment; /* seconds since 1970, UTC */
};

G_END_DECLS
