#pragma once

#include "lev-selection.h"

G_BEGIN_DECLS

/* One row of the selection: a supplier with its rank, or the handbook's line between those that
 * the rule selects and the others. Emits `changed` when there is something else to show. */

#define LEV_TYPE_SELECTION_ITEM (lev_selection_item_get_type ())
G_DECLARE_FINAL_TYPE (LevSelectionItem, lev_selection_item, LEV, SELECTION_ITEM, GObject)

struct _LevSelectionItem
{
  GObject parent;

  LevReview *review;
  LevRanked  ranked; /* its supplier is %NULL for the line */
  guint      rank;   /* from 1 */
  gboolean   editable;
  guint64    shown; /* stands for everything that a row shows of it */
};

/* An item that holds nothing yet: @review must outlive it. */
LevSelectionItem *lev_selection_item_new          (LevReview *review);

/* Whether it is the line. */
gboolean          lev_selection_item_is_line      (LevSelectionItem *self);

/* Takes over what holds now, and emits `changed` when a row would show something else. */
void              lev_selection_item_set          (LevSelectionItem *self,
                                                   const LevRanked  *ranked,
                                                   guint             rank,
                                                   gboolean          editable);

gboolean          lev_selection_item_is_chosen    (LevSelectionItem *self);
gboolean          lev_selection_item_is_deviation (LevSelectionItem *self);

/* Whether the name or number of the supplier, or a service of it, has @needle in it, which is
 * case-folded. The line never does. */
gboolean          lev_selection_item_matches      (LevSelectionItem *self,
                                                   const char       *needle);

G_END_DECLS
