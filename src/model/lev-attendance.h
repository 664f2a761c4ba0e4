#pragma once

#include "lev-meeting.h"
#include "lev-person.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* Someone who is invited to a meeting or was there. */

#define LEV_TYPE_ATTENDANCE (lev_attendance_get_type ())
LEV_DECLARE_RECORD (LevAttendance, lev_attendance, ATTENDANCE)

struct _LevAttendance
{
  LevRecord parent_instance;

  LevMeeting *meeting;
  LevPerson  *person;
  char       *role;
  gboolean    invited;
  gboolean    present;
};

G_END_DECLS
