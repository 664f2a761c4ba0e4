#include "lev-profile-version.h"

#include <glib/gi18n.h>

const LevChoice lev_version_reason_choices[] = {
  { NULL, NULL },
  { "meeting", N_("for the MT meeting") },
  { "update", N_("after the MT meeting") },
  { NULL, NULL },
};

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevProfileVersion, dossier, LevDossier, lev_dossier_get_type, N_("Dossier")),
  LEV_FIELD_INTEGER (LevProfileVersion, number, N_("Version")),
  LEV_FIELD_MOMENT (LevProfileVersion, moment, N_("Moment")),
  LEV_FIELD_CHOICE (LevProfileVersion, reason, lev_version_reason_choices, N_("Reason")),
  LEV_FIELD_TEXT (LevProfileVersion, note, N_("Explanation")),
  LEV_FIELD_TEXT (LevProfileVersion, sha256, N_("SHA-256")),
  LEV_FIELD_TEXT (LevProfileVersion, content, N_("Content")),
};

LEV_DEFINE_RECORD (LevProfileVersion,
                   lev_profile_version,
                   "profile_version",
                   N_("Profile version"),
                   TRUE)
