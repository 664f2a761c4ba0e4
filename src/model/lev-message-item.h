#pragma once

#include "lev-decision.h"
#include "lev-message.h"
#include "lev-status-update.h"

G_BEGIN_DECLS

/* One thing that a mail told: a status update, or that an action is definitively finished. */

#define LEV_TYPE_MESSAGE_ITEM (lev_message_item_get_type ())
LEV_DECLARE_RECORD (LevMessageItem, lev_message_item, MESSAGE_ITEM)

struct _LevMessageItem
{
  LevRecord parent_instance;

  LevMessage      *message;
  LevStatusUpdate *update;
  LevDecision     *decision; /* of step 12 */
};

G_END_DECLS
