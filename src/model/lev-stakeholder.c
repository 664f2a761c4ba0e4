#include "lev-stakeholder.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevStakeholder, dossier, LevDossier, lev_dossier_get_type, N_("Dossier")),
  LEV_FIELD_SUBJECT (LevStakeholder, person, LevPerson, lev_person_get_type, N_("Person")),
  LEV_FIELD_TEXT (LevStakeholder, role, N_("Role")),
  LEV_FIELD_BOOLEAN (LevStakeholder, took_part, N_("Took part in the profile")),
};

LEV_DEFINE_RECORD (LevStakeholder, lev_stakeholder, "stakeholder", N_("Stakeholder"), FALSE)
