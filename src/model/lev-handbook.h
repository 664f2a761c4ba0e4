#pragma once

#include "lev-record.h"

G_BEGIN_DECLS

/* A version of the Levman handbook: the content of the profile as data, see lev-handbook-content.h. */

#define LEV_TYPE_HANDBOOK (lev_handbook_get_type ())
LEV_DECLARE_RECORD (LevHandbook, lev_handbook, HANDBOOK)

struct _LevHandbook
{
  LevRecord parent_instance;

  char *title;
  int   version;
  char *content;
};

G_END_DECLS
