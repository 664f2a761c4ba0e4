#pragma once

#include "lev-operation-file.h"

G_BEGIN_DECLS

/* What reading and writing share. */

#define LEV_OPERATION_FORMAT  "levman-operations"
#define LEV_OPERATION_VERSION (1)

/* How the last line begins. */
#define LEV_OPERATION_END "{\"end\":"

/* How many digits of the SHA-256 stand in the name. */
#define LEV_OPERATION_SUM_LENGTH (16)

/* Newly allocated: the name of a file that begins with operation @first, and has @sha256. */
char *lev_operation_file_dup_name (gint64      first,
                                   const char *sha256);

G_END_DECLS
