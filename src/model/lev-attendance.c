#include "lev-attendance.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevAttendance, meeting, LevMeeting, lev_meeting_get_type, N_("Meeting")),
  LEV_FIELD_SUBJECT (LevAttendance, person, LevPerson, lev_person_get_type, N_("Person")),
  LEV_FIELD_TEXT (LevAttendance, role, N_("Role")),
  LEV_FIELD_BOOLEAN (LevAttendance, invited, N_("Invited")),
  LEV_FIELD_BOOLEAN (LevAttendance, present, N_("Was present")),
};

LEV_DEFINE_RECORD (LevAttendance, lev_attendance, "attendance", N_("Attendance"), FALSE)
