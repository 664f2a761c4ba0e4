#pragma once

#include "lev-checksum.h"

G_BEGIN_DECLS

/* What is said once about the whole file: its `version` and the `writer` of its operations. */

/* Newly allocated: the setting @name; %NULL when it is not there, and with an error. */
char    *lev_setting_dup (LevDatabase *database,
                          const char  *name,
                          GError     **error);

/* Gives setting @name a value, or takes it away when that is %NULL, inside the running
 * transaction. */
gboolean lev_setting_set (LevDatabase  *database,
                          LevChecksums *checksums,
                          const char   *name,
                          const char   *value,
                          GError      **error);

G_END_DECLS
