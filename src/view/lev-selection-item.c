#include "lev-selection-item.h"

#include "lev-record-list.h"

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

/* FNV-1a over what is put in. */
static void
mix (guint64 *hash,
     guint64  value)
{
  *hash = (*hash ^ value) * 1099511628211u;
}

static void
mix_text (guint64    *hash,
          const char *text)
{
  mix (hash, text != NULL ? g_str_hash (text) + 1u : 0);
}

static void
mix_person (guint64   *hash,
            LevPerson *person)
{
  mix_text (hash, person != NULL ? person->name : NULL);
}

static void
mix_supplier (guint64     *hash,
              LevSupplier *supplier)
{
  LevRecordList *services = lev_record_get_children (LEV_RECORD (supplier), LEV_TYPE_SERVICE);
  LevRecordList *scores = lev_record_get_children (LEV_RECORD (supplier),
                                                   LEV_TYPE_CRITICALITY_SCORE);

  mix_text (hash, supplier->name);
  mix_person (hash, supplier->manager);
  if (lev_record_list_get_n (services) > 0)
    {
      LevService *service = lev_record_list_peek (services, 0);

      mix_text (hash, service->name);
      mix_person (hash, service->owner);
      mix_person (hash, service->level_manager);
    }
  for (guint i = 0; i < lev_record_list_get_n (scores); i++)
    mix (hash, (guint64) ((LevCriticalityScore *) lev_record_list_peek (scores, i))->score + 1);
}

/* Thousands of items are looked up again after each change, and hundreds of them have a row. */
static guint64
sum_up (LevSelectionItem *self)
{
  LevDossier *dossier = self->ranked.dossier;
  guint64 hash = 14695981039346656037u;

  mix (&hash, self->rank);
  mix (&hash, (guint64) self->editable);
  mix (&hash, (guint64) self->ranked.selected);
  mix (&hash, (guint64) self->ranked.criticality.lowest);
  mix (&hash, (guint64) self->ranked.criticality.highest);
  mix_supplier (&hash, self->ranked.supplier);
  mix (&hash, (guint64) lev_selection_item_is_chosen (self));
  if (dossier != NULL)
    {
      mix_text (&hash, dossier->motivation);
      mix_person (&hash, dossier->manager);
      mix_person (&hash, dossier->owner);
      mix_person (&hash, dossier->level_manager);
      mix (&hash, LEV_RECORD (dossier)->serial);
    }

  return hash;
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
  if (!lev_selection_item_is_line (self))
    {
      guint64 shown = sum_up (self);

      if (shown == self->shown)
        return;
      self->shown = shown;
    }
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

static gboolean
contains (const char *text,
          const char *needle)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, needle) != NULL;
}

gboolean
lev_selection_item_matches (LevSelectionItem *self,
                            const char       *needle)
{
  LevSupplier *supplier = self->ranked.supplier;
  LevRecordList *services;

  if (supplier == NULL)
    return FALSE;
  if (contains (supplier->name, needle) || contains (supplier->number, needle))
    return TRUE;

  services = lev_record_get_children (LEV_RECORD (supplier), LEV_TYPE_SERVICE);
  for (guint i = 0; i < lev_record_list_get_n (services); i++)
    if (contains (((LevService *) lev_record_list_peek (services, i))->name, needle))
      return TRUE;

  return FALSE;
}
