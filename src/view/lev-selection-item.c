#include "lev-selection-item.h"

G_DEFINE_FINAL_TYPE (LevSelectionItem, lev_selection_item, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
lev_selection_item_class_init (LevSelectionItemClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", LEV_TYPE_SELECTION_ITEM, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
lev_selection_item_init (LevSelectionItem *self)
{
}

LevSelectionItem *
lev_selection_item_new (LevReview *review)
{
  LevSelectionItem *self = g_object_new (LEV_TYPE_SELECTION_ITEM, NULL);

  self->review = review;

  return self;
}

gboolean
lev_selection_item_is_line (LevSelectionItem *self)
{
  return self->ranked.supplier == NULL;
}

void
lev_selection_item_set (LevSelectionItem *self,
                        const LevRanked  *ranked,
                        guint             rank,
                        gboolean          editable)
{
  g_return_if_fail (LEV_IS_SELECTION_ITEM (self));

  self->ranked = *ranked;
  self->rank = rank;
  self->editable = editable;
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
lev_selection_item_is_chosen (LevSelectionItem *self)
{
  return self->ranked.dossier != NULL && self->ranked.dossier->chosen;
}

gboolean
lev_selection_item_is_deviation (LevSelectionItem *self)
{
  return !lev_selection_item_is_line (self) && lev_selection_is_deviation (&self->ranked);
}
