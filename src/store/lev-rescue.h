#pragma once

#include "lev-backup.h"

G_BEGIN_DECLS

/* What a database holds that an older copy of it lacks, as far as it can still be read. */

typedef struct
{
  char  *label;
  char  *author;
  gint64 moment;
} LevLostEdit;

/**
 * lev_rescue_list_lost:
 * @path: a database, possibly damaged
 * @backup: an earlier copy of it
 * @is_complete: (out): whether all of them could be read
 *
 * Returns: (transfer full) (element-type LevLostEdit): the edits that were made after @backup, the
 *   oldest first
 */
GPtrArray *lev_rescue_list_lost (const char *path,
                                 const char *backup,
                                 gboolean   *is_complete);

G_END_DECLS
