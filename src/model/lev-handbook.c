#include "lev-handbook.h"

#include <glib/gi18n.h>

static const LevField fields[] = {
  LEV_FIELD_NAME (LevHandbook, title, N_("Title")),
  LEV_FIELD_INTEGER (LevHandbook, version, N_("Version")),
  LEV_FIELD_TEXT (LevHandbook, content, N_("Content")),
};

LEV_DEFINE_RECORD (LevHandbook, lev_handbook, "handbook", N_("Handbook"), FALSE)
