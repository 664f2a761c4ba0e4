#pragma once

#include "lev-history.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A change, as it is shown in a history. */

#define LEV_TYPE_HISTORY_ITEM (lev_history_item_get_type ())
G_DECLARE_FINAL_TYPE (LevHistoryItem, lev_history_item, LEV, HISTORY_ITEM, GObject)

/**
 * lev_history_item_new:
 * @entry: (transfer full): the change
 * @whole: the identifier of the record whose history it is in
 * @position: where it stands, the argument of `history.restore`
 */
LevHistoryItem        *lev_history_item_new       (LevHistoryEntry *entry,
                                                   const char      *whole,
                                                   guint            position);

const LevHistoryEntry *lev_history_item_get_entry (LevHistoryItem *self);

/* Whether something of it holds @needle, from lev_search_dup_needle(). */
gboolean               lev_history_item_matches   (LevHistoryItem *self,
                                                   const char     *needle);

G_END_DECLS
