#include "lev-due-change.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevDueChange, action, LevAction, lev_action_get_type, N_("Action")),
  LEV_FIELD_INTEGER (LevDueChange, number, N_("Number")),
  LEV_FIELD_DATE (LevDueChange, old_due, N_("Due date before")),
  LEV_FIELD_DATE (LevDueChange, due, N_("Due date")),
  LEV_FIELD_NAME (LevDueChange, reason, N_("Reason")),
  LEV_FIELD_REFERENCE (LevDueChange, by, LevPerson, lev_person_get_type, N_("By")),
  LEV_FIELD_DATE (LevDueChange, date, N_("Date")),
};

LEV_DEFINE_RECORD (LevDueChange, lev_due_change, "due_change", N_("Change of a due date"), TRUE)
