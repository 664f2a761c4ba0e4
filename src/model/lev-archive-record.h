#pragma once

#include "lev-dossier.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* A file of a dossier in the archive. */

#define LEV_TYPE_ARCHIVE_RECORD (lev_archive_record_get_type ())
LEV_DECLARE_RECORD (LevArchiveRecord, lev_archive_record, ARCHIVE_RECORD)

typedef enum
{
  LEV_VERDICT_NONE,
  LEV_VERDICT_RIGHT,
  LEV_VERDICT_ALTERED,
  LEV_VERDICT_MISSING,
  LEV_VERDICT_CHANGED,
} LevVerdict;

extern const LevChoice lev_verdict_choices[];

struct _LevArchiveRecord
{
  LevRecord parent_instance;

  LevDossier *dossier;
  char       *path;
  char       *sha256;
  gint64      moment;  /* seconds since 1970, UTC */
  int         verdict; /* LevVerdict */
};

G_END_DECLS
