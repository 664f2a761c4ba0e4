#pragma once

#include "lev-dossier.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* A profile as it was at a moment, frozen; decisions rest on it. */

#define LEV_TYPE_PROFILE_VERSION (lev_profile_version_get_type ())
LEV_DECLARE_RECORD (LevProfileVersion, lev_profile_version, PROFILE_VERSION)

typedef enum
{
  LEV_VERSION_REASON_NONE,
  LEV_VERSION_REASON_MEETING,
  LEV_VERSION_REASON_UPDATE,
} LevVersionReason;

extern const LevChoice lev_version_reason_choices[];

struct _LevProfileVersion
{
  LevRecord parent_instance;

  LevDossier *dossier;
  int         number;
  gint64      moment; /* seconds since 1970, UTC */
  int         reason; /* LevVersionReason */
  char       *note;
  char       *sha256;
  char       *content;
};

G_END_DECLS
