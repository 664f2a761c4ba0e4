#pragma once

#include "lev-register.h"

G_BEGIN_DECLS

/* Searches everything that people wrote: suppliers, what is agreed with them, people, and what
 * happened in the rounds. The texts stand folded behind each other in one piece of memory, which
 * is walked once for each search; with 10,000 suppliers that fits in a frame many times. */

/* In the order in which they are shown. */
typedef enum
{
  LEV_SEARCH_SUPPLIER,
  LEV_SEARCH_SERVICE,
  LEV_SEARCH_CONTRACT,
  LEV_SEARCH_PERSON,
  LEV_SEARCH_REVIEW,
  LEV_SEARCH_RISK,
  LEV_SEARCH_ACTION,
  LEV_SEARCH_DECISION,
  LEV_SEARCH_UPDATE,
  LEV_N_SEARCH_KINDS,
} LevSearchKind;

/* What was found: at most so many records of each kind, the best first. */
typedef struct
{
  GPtrArray *records[LEV_N_SEARCH_KINDS]; /* LevRecord */
  guint      n_found[LEV_N_SEARCH_KINDS]; /* also those that are not in there */
} LevSearchResult;

typedef struct _LevSearchIndex LevSearchIndex;

/* Reads all of @records; what changes in them later is not seen. */
LevSearchIndex  *lev_search_index_new      (LevRegister *records);

void             lev_search_index_free     (LevSearchIndex *self);

/**
 * lev_search_index_find:
 * @text: words, each of which must be in a record, whatever its case and accents. Something of a
 *   round also has the name of its supplier, but not that alone.
 * @limit: how many records of each kind are wanted
 *
 * Returns: (transfer full): what was found; nothing when @text has no words. Titles that begin
 *   with @text come first, then those in which a word begins with it, then other titles.
 */
LevSearchResult *lev_search_index_find     (LevSearchIndex *self,
                                            const char     *text,
                                            guint           limit);

void             lev_search_result_free    (LevSearchResult *result);

/* The translated heading for @kind: “Suppliers”. */
const char      *lev_search_kind_get_title (LevSearchKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevSearchIndex, lev_search_index_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LevSearchResult, lev_search_result_free)

G_END_DECLS
