#include "lev-status-update.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevStatusUpdate, action, LevAction, lev_action_get_type, N_("Action")),
  LEV_FIELD_INTEGER (LevStatusUpdate, number, N_("Number")),
  LEV_FIELD_DATE (LevStatusUpdate, date, N_("Date")),
  LEV_FIELD_REFERENCE (LevStatusUpdate, author, LevPerson, lev_person_get_type, N_("Author")),
  LEV_FIELD_NAME (LevStatusUpdate, text, N_("Status update")),
  LEV_FIELD_INTEGER (LevStatusUpdate, progress, N_("Progress in percent")),
  LEV_FIELD_CHOICE (LevStatusUpdate, channel, lev_channel_choices, N_("Channel")),
  LEV_FIELD_TEXT (LevStatusUpdate, recipients, N_("Recipients")),
  LEV_FIELD_REFERENCE (LevStatusUpdate, corrects, LevStatusUpdate, lev_status_update_get_type, N_("Correction of")),
};

LEV_DEFINE_RECORD (LevStatusUpdate, lev_status_update, "status_update", N_("Status update"), TRUE)
