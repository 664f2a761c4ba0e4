#include "lev-review.h"

#include <glib/gi18n.h>

const LevChoice lev_selection_rule_choices[] = {
  { NULL, NULL },
  { "count", N_("the highest scores") },
  { "threshold", N_("from a score") },
  { NULL, NULL },
};

static const LevField fields[] = {
  LEV_FIELD_NAME (LevReview, title, N_("Review")),
  LEV_FIELD_TEXT (LevReview, subtitle, N_("Subtitle")),
  LEV_FIELD_DATE (LevReview, period_from, N_("Period from")),
  LEV_FIELD_DATE (LevReview, period_until, N_("Period until")),
  LEV_FIELD_REFERENCE (LevReview, coordinator, LevPerson, lev_person_get_type, N_("Coordinating CM")),
  LEV_FIELD_REFERENCE (LevReview, calendar_entry, LevCalendarEntry, lev_calendar_entry_get_type, N_("Calendar entry")),
  LEV_FIELD_REFERENCE (LevReview, previous, LevReview, lev_review_get_type, N_("Previous round")),
  LEV_FIELD_REFERENCE (LevReview, handbook, LevHandbook, lev_handbook_get_type, N_("Handbook")),
  LEV_FIELD_CHOICE (LevReview, selection_rule, lev_selection_rule_choices, N_("Selection rule")),
  LEV_FIELD_INTEGER (LevReview, selection_value, N_("Selection value")),
  LEV_FIELD_MOMENT (LevReview, closed, N_("Closed")),
  LEV_FIELD_TEXT (LevReview, lessons, N_("Lessons")),
  LEV_FIELD_DATE (LevReview, next_date, N_("Next date")),
};

LEV_DEFINE_RECORD (LevReview, lev_review, "review", N_("Review"), FALSE)
