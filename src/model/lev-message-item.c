#include "lev-message-item.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevMessageItem, message, LevMessage, lev_message_get_type, N_("Mail that was sent")),
  LEV_FIELD_REFERENCE (LevMessageItem, update, LevStatusUpdate, lev_status_update_get_type, N_("Status update")),
  LEV_FIELD_REFERENCE (LevMessageItem, decision, LevDecision, lev_decision_get_type, N_("Decision")),
};

LEV_DEFINE_RECORD (LevMessageItem, lev_message_item, "message_item", N_("Part of a mail"), TRUE)
