#include "lev-archive-record.h"

#include <glib/gi18n.h>

const LevChoice lev_verdict_choices[] = {
  { NULL, NULL },
  { "right", N_("right") },
  { "altered", N_("altered by the storage") },
  { "missing", N_("missing") },
  { "changed", N_("content changed") },
  { NULL, NULL },
};

static const LevField fields[] = {
  LEV_FIELD_PARENT (LevArchiveRecord, dossier, LevDossier, lev_dossier_get_type, N_("Dossier")),
  LEV_FIELD_NAME (LevArchiveRecord, path, N_("Path")),
  LEV_FIELD_TEXT (LevArchiveRecord, sha256, N_("SHA-256")),
  LEV_FIELD_MOMENT (LevArchiveRecord, moment, N_("Moment")),
  LEV_FIELD_CHOICE (LevArchiveRecord, verdict, lev_verdict_choices, N_("Verdict")),
};

LEV_DEFINE_RECORD (LevArchiveRecord,
                   lev_archive_record,
                   "archive_record",
                   N_("Archive record"),
                   TRUE)
