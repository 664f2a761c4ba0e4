#pragma once

#include "lev-history.h"

G_BEGIN_DECLS

/* What two people changed without seeing each other's change. The last one by the log is shown,
 * and both stay until someone chooses (design section 5). */

typedef struct
{
  char      *record; /* identifier */
  char      *title;  /* of the record */
  char      *field;  /* as in the log */
  char      *field_label;
  GPtrArray *versions; /* (element-type LevHistoryEntry), the one that is shown first */
} LevConflict;

void       lev_conflict_free      (LevConflict *conflict);

/**
 * lev_conflict_list:
 *
 * Returns: (transfer full) (element-type LevConflict): the fields with more than one value that
 *   someone can choose from, by the title of their records; %NULL with an error
 */
GPtrArray *lev_conflict_list      (LevStore *store,
                                   GError  **error);

/* Whether someone has to choose a value of field @field of @record; cheap as long as nobody has to. */
gboolean   lev_conflict_is_marked (LevStore   *store,
                                   LevRecord  *record,
                                   const char *field);

/**
 * lev_conflict_settle:
 * @version: one of the versions of a conflict
 *
 * Gives the field the value of @version, inside the running edit; the others are history then.
 *
 * Returns: %FALSE with LEV_STORE_ERROR_NOTHING when the record is gone
 */
gboolean   lev_conflict_settle    (LevStore              *store,
                                   const LevHistoryEntry *version,
                                   GError               **error);

G_END_DECLS
