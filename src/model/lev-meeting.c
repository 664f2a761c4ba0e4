#include "lev-meeting.h"

#include <glib/gi18n.h>

const LevChoice lev_meeting_kind_choices[] = {
  { NULL, NULL },
  { "review", N_("review meeting") },
  { "feedback", N_("feedback meeting") },
  { NULL, NULL },
};

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevMeeting, review, LevReview, lev_review_get_type, N_("Review")),
  LEV_FIELD_CHOICE (LevMeeting, kind, lev_meeting_kind_choices, N_("Kind of meeting")),
  LEV_FIELD_MOMENT (LevMeeting, start, N_("Start")),
  LEV_FIELD_INTEGER (LevMeeting, minutes_long, N_("Length in minutes")),
  LEV_FIELD_TEXT (LevMeeting, place, N_("Place")),
  LEV_FIELD_TEXT (LevMeeting, agenda, N_("Agenda")),
  LEV_FIELD_TEXT (LevMeeting, minutes, N_("Minutes")),
  LEV_FIELD_INTEGER (LevMeeting, sequence, N_("Version of the invitation")),
  LEV_FIELD_TEXT (LevMeeting, sent, N_("Invitation that was sent")),
};

LEV_DEFINE_RECORD (LevMeeting, lev_meeting, "meeting", N_("Meeting"), FALSE)
