#pragma once

#include "lev-record.h"

G_BEGIN_DECLS

/**
 * lev_record_list_uses:
 *
 * Returns: (transfer full) (element-type LevRecord): the records, not deleted, that refer to
 *   @record and would miss it; without its own parts, which go with it
 */
GPtrArray *lev_record_list_uses     (LevRecord *record);

/* Newly allocated: where @record is used, one per line ("Dossier of Review 2026-2: Waterland"), at
 * most @limit and then how many more; %NULL when it is used nowhere. */
char      *lev_record_describe_uses (LevRecord *record,
                                     guint      limit);

G_END_DECLS
