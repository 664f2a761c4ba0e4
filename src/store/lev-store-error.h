#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The layer's one error domain. */
#define LEV_STORE_ERROR (lev_store_error_quark ())

typedef enum
{
  LEV_STORE_ERROR_FAILED,    /* SQLite said no; the message says why */
  LEV_STORE_ERROR_NOT_FOUND, /* there is no such file */
  LEV_STORE_ERROR_EXISTS,    /* a file that would be overwritten */
  LEV_STORE_ERROR_IN_USE,    /* another program has the database open */
  LEV_STORE_ERROR_FULL,      /* the disk is full */
  LEV_STORE_ERROR_READ_ONLY, /* the place or the database cannot be written */
  LEV_STORE_ERROR_FOREIGN,   /* a database, but not one of ours */
  LEV_STORE_ERROR_DAMAGED,   /* the content is not what was written */
  LEV_STORE_ERROR_TOO_NEW,   /* made by a newer version: reading only */
  LEV_STORE_ERROR_LOCATION,  /* a synced or network folder */
  LEV_STORE_ERROR_NOTHING,   /* nothing to undo or redo */
} LevStoreError;

GQuark lev_store_error_quark (void);

G_END_DECLS
