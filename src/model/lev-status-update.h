#pragma once

#include "lev-action.h"
#include "lev-person.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* News about an agreed action. */

#define LEV_TYPE_STATUS_UPDATE (lev_status_update_get_type ())
LEV_DECLARE_RECORD (LevStatusUpdate, lev_status_update, STATUS_UPDATE)

struct _LevStatusUpdate
{
  LevRecord parent_instance;

  LevAction *action;
  int        number;
  LevDate    date;
  LevPerson *author;
  char      *text;
  int        progress;
  int        channel; /* LevChannel */
  char      *recipients;

  LevStatusUpdate *corrects; /* the one that it takes the place of; NULL for none */
};

G_END_DECLS
