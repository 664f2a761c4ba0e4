#include "lev-record-list.h"

struct _LevRecordList
{
  GObject parent;

  GType      item_type;
  GPtrArray *records; /* borrowed */

  /* What is not told yet: between the first and the last records that stay, everything. */
  gboolean is_held;
  guint    n_told;
  guint    n_first;
  guint    n_last;
};

static GType
lev_record_list_get_item_type (GListModel *model)
{
  return LEV_RECORD_LIST (model)->item_type;
}

static guint
lev_record_list_get_n_items (GListModel *model)
{
  return LEV_RECORD_LIST (model)->records->len;
}

static gpointer
lev_record_list_get_item (GListModel *model,
                          guint       position)
{
  LevRecordList *self = LEV_RECORD_LIST (model);

  if (position >= self->records->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->records, position));
}

static void
lev_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = lev_record_list_get_item_type;
  iface->get_n_items = lev_record_list_get_n_items;
  iface->get_item = lev_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (LevRecordList,
                               lev_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      lev_record_list_model_init))

static void
lev_record_list_finalize (GObject *object)
{
  LevRecordList *self = LEV_RECORD_LIST (object);

  g_ptr_array_unref (self->records);

  G_OBJECT_CLASS (lev_record_list_parent_class)->finalize (object);
}

static void
lev_record_list_class_init (LevRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lev_record_list_finalize;
}

static void
lev_record_list_init (LevRecordList *self)
{
  self->records = g_ptr_array_new ();
}

LevRecordList *
lev_record_list_new (GType item_type)
{
  LevRecordList *self = g_object_new (LEV_TYPE_RECORD_LIST, NULL);

  self->item_type = item_type;

  return self;
}

LevRecordList *
lev_record_list_find (GPtrArray *lists,
                      GType      type)
{
  for (guint i = 0; lists != NULL && i < lists->len; i++)
    {
      LevRecordList *list = g_ptr_array_index (lists, i);

      if (list->item_type == type)
        return list;
    }

  return NULL;
}

guint
lev_record_list_get_n (LevRecordList *self)
{
  return self != NULL ? self->records->len : 0;
}

gpointer
lev_record_list_peek (LevRecordList *self,
                      guint          position)
{
  g_return_val_if_fail (position < self->records->len, NULL);

  return g_ptr_array_index (self->records, position);
}

/* Where @record is, or where it goes: before the first record that was made after it. */
static guint
find_position (LevRecordList *self,
               LevRecord     *record)
{
  guint low = 0;
  guint high = self->records->len;

  /* Nearly always behind the last one. */
  if (high == 0 ||
      LEV_RECORD (g_ptr_array_index (self->records, high - 1))->serial < record->serial)
    return high;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (LEV_RECORD (g_ptr_array_index (self->records, middle))->serial < record->serial)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Tells whoever looks at the list, now or when it is released. */
static void
tell (LevRecordList *self,
      guint          position,
      guint          n_removed,
      guint          n_added)
{
  if (!self->is_held)
    {
      g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);
      return;
    }

  self->n_first = MIN (self->n_first, position);
  self->n_last = MIN (self->n_last, self->records->len - position - n_added);
}

static gboolean
is_at (LevRecordList *self,
       LevRecord     *record,
       guint          position)
{
  return position < self->records->len && g_ptr_array_index (self->records, position) == record;
}

void
lev_record_list_add (LevRecordList *self,
                     LevRecord     *record)
{
  guint position;

  g_return_if_fail (LEV_IS_RECORD_LIST (self));

  position = find_position (self, record);
  if (is_at (self, record, position))
    return;

  g_ptr_array_insert (self->records, (int) position, record);
  tell (self, position, 0, 1);
}

void
lev_record_list_remove (LevRecordList *self,
                        LevRecord     *record)
{
  guint position;

  g_return_if_fail (LEV_IS_RECORD_LIST (self));

  position = find_position (self, record);
  if (!is_at (self, record, position))
    return;

  g_ptr_array_remove_index (self->records, position);
  tell (self, position, 1, 0);
}

void
lev_record_list_clear (LevRecordList *self)
{
  guint n_records;

  g_return_if_fail (LEV_IS_RECORD_LIST (self));

  n_records = self->records->len;
  g_ptr_array_set_size (self->records, 0);
  if (n_records > 0)
    tell (self, 0, n_records, 0);
}

void
lev_record_list_hold (LevRecordList *self)
{
  g_return_if_fail (LEV_IS_RECORD_LIST (self));

  if (self->is_held)
    return;

  self->is_held = TRUE;
  self->n_told = self->records->len;
  self->n_first = self->n_told;
  self->n_last = self->n_told;
}

void
lev_record_list_release (LevRecordList *self)
{
  guint n_same, n_removed, n_added;

  g_return_if_fail (LEV_IS_RECORD_LIST (self));

  if (!self->is_held)
    return;

  self->is_held = FALSE;
  n_same = MIN (self->n_first + self->n_last, MIN (self->n_told, self->records->len));
  n_removed = self->n_told - n_same;
  n_added = self->records->len - n_same;
  if (n_removed > 0 || n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), self->n_first, n_removed, n_added);
}
