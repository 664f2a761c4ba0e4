#pragma once

#include "lev-action.h"
#include "lev-person.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* Another due date for an action that was handed out: the old date stays, with the reason. */

#define LEV_TYPE_DUE_CHANGE (lev_due_change_get_type ())
LEV_DECLARE_RECORD (LevDueChange, lev_due_change, DUE_CHANGE)

struct _LevDueChange
{
  LevRecord parent_instance;

  LevAction *action;
  int        number; /* in the journal of the action */
  LevDate    old_due;
  LevDate    due;
  char      *reason;
  LevPerson *by;
  LevDate    date;
};

G_END_DECLS
