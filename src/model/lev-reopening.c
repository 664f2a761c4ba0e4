#include "lev-reopening.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevReopening, review, LevReview, lev_review_get_type, N_("Review")),
  LEV_FIELD_MOMENT (LevReopening, moment, N_("Moment")),
  LEV_FIELD_REFERENCE (LevReopening, by, LevPerson, lev_person_get_type, N_("By")),
  LEV_FIELD_NAME (LevReopening, reason, N_("Reason")),
};

LEV_DEFINE_RECORD (LevReopening, lev_reopening, "reopening", N_("Reopening of a round"), TRUE)
