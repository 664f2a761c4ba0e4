#include "lev-deferral.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_TEXT (LevDeferral, subject, N_("Subject")),
  LEV_FIELD_INTEGER (LevDeferral, task, N_("Kind of reminder")),
  LEV_FIELD_INTEGER (LevDeferral, step, N_("Step")),
  LEV_FIELD_DATE (LevDeferral, due, N_("Due date")),
  LEV_FIELD_DATE (LevDeferral, until, N_("Put off until")),
  LEV_FIELD_NAME (LevDeferral, reason, N_("Reason")),
  LEV_FIELD_REFERENCE (LevDeferral, by, LevPerson, lev_person_get_type, N_("By")),
  LEV_FIELD_MOMENT (LevDeferral, moment, N_("Moment")),
};

LEV_DEFINE_RECORD (LevDeferral, lev_deferral, "deferral", N_("Reminder that was put off"), TRUE)
