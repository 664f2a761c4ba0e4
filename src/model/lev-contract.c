#include "lev-contract.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevContract, supplier, LevSupplier, lev_supplier_get_type, N_("Supplier")),
  LEV_FIELD_TEXT (LevContract, number, N_("Contract number")),
  LEV_FIELD_NAME (LevContract, title, N_("Contract title")),
  LEV_FIELD_DATE (LevContract, start, N_("Start date")),
  LEV_FIELD_DATE (LevContract, end, N_("End date")),
  LEV_FIELD_INTEGER (LevContract, notice_months, N_("Notice period in months")),
  LEV_FIELD_MONEY (LevContract, yearly_value, N_("Yearly value")),
};

LEV_DEFINE_RECORD (LevContract, lev_contract, "contract", N_("Contract"), FALSE)
