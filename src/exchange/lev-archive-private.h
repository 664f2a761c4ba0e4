/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-archive.h"

G_BEGIN_DECLS

typedef struct
{
  char   *name;
  GBytes *content;
} LevArchiveFile;

struct _LevArchive
{
  char      *year;
  char      *round;
  char      *supplier;
  char      *zip_name; /* without extension */
  gint64     moment;   /* seconds since 1970, UTC; the date of everything in the .zip */
  GPtrArray *files;    /* LevArchiveFile */
};

G_END_DECLS
