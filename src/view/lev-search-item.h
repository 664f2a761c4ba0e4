#pragma once

#include "lev-search-index.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Something that was found, as it is shown: its name, what it belongs to, and why it was found. */

#define LEV_TYPE_SEARCH_ITEM (lev_search_item_get_type ())
G_DECLARE_FINAL_TYPE (LevSearchItem, lev_search_item, LEV, SEARCH_ITEM, GObject)

/* @words: what was searched for, from lev_fold_split() */
LevSearchItem *lev_search_item_new        (LevSearchKind      kind,
                                           LevRecord         *record,
                                           const char *const *words);

LevSearchKind  lev_search_item_get_kind   (LevSearchItem *self);
LevRecord     *lev_search_item_get_record (LevSearchItem *self);

G_END_DECLS
