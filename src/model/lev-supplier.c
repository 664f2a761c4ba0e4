#include "lev-supplier.h"

#include <glib/gi18n.h>

const LevChoice lev_kraljic_choices[] = {
  { NULL, NULL },
  { "routine", N_("routine") },
  { "leverage", N_("leverage") },
  { "bottleneck", N_("bottleneck") },
  { "strategic", N_("strategic") },
  { NULL, NULL },
};

static const LevField fields[] = {
  LEV_FIELD_NAME (LevSupplier, name, N_("Supplier")),
  LEV_FIELD_TEXT (LevSupplier, number, N_("Supplier number")),
  LEV_FIELD_TEXT (LevSupplier, kvk, N_("Chamber of Commerce number")),
  LEV_FIELD_TEXT (LevSupplier, parent, N_("Parent company")),
  LEV_FIELD_TEXT (LevSupplier, country, N_("Country")),
  LEV_FIELD_TEXT (LevSupplier, website, N_("Website")),
  LEV_FIELD_CHOICE (LevSupplier, kraljic, lev_kraljic_choices, N_("Kraljic quadrant")),
  LEV_FIELD_TEXT (LevSupplier, notes, N_("Notes")),
  LEV_FIELD_REFERENCE (LevSupplier, manager, LevPerson, lev_person_get_type, N_("Contract manager")),
};

LEV_DEFINE_RECORD (LevSupplier, lev_supplier, "supplier", N_("Supplier"), FALSE)
