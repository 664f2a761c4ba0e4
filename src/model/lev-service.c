#include "lev-service.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevService, supplier, LevSupplier, lev_supplier_get_type, N_("Supplier")),
  LEV_FIELD_NAME (LevService, name, N_("Service")),
  LEV_FIELD_TEXT (LevService, description, N_("Description")),
  LEV_FIELD_REFERENCE (LevService, owner, LevPerson, lev_person_get_type, N_("Service owner")),
  LEV_FIELD_REFERENCE (LevService, level_manager, LevPerson, lev_person_get_type, N_("SLM")),
  LEV_FIELD_TEXT (LevService, biv, N_("BIV classification")),
};

LEV_DEFINE_RECORD (LevService, lev_service, "service", N_("Service"), FALSE)
