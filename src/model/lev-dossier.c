#include "lev-dossier.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevDossier, review, LevReview, lev_review_get_type, N_("Review")),
  LEV_FIELD_SUBJECT (LevDossier, supplier, LevSupplier, lev_supplier_get_type, N_("Supplier")),
  LEV_FIELD_INTEGER (LevDossier, number, N_("Number")),
  LEV_FIELD_BOOLEAN (LevDossier, chosen, N_("Chosen")),
  LEV_FIELD_TEXT (LevDossier, motivation, N_("Motivation")),
  LEV_FIELD_REFERENCE (LevDossier, manager, LevPerson, lev_person_get_type, N_("Contract manager")),
  LEV_FIELD_REFERENCE (LevDossier, owner, LevPerson, lev_person_get_type, N_("Service owner")),
  LEV_FIELD_REFERENCE (LevDossier, level_manager, LevPerson, lev_person_get_type, N_("SLM")),
};

LEV_DEFINE_RECORD (LevDossier, lev_dossier, "dossier", N_("Dossier"), FALSE)
