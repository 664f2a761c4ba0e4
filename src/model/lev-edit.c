#include "lev-edit.h"

static void
change_clear (LevChange *change)
{
  g_free ((char *) change->old.text);
  g_clear_object (&change->old.record);
}

/* A record and a field in one pointer-sized key: records are at least 64 bytes apart. */
static gpointer
change_key (LevRecord *record,
            guint      field)
{
  return (char *) record + field;
}

LevEdit *
lev_edit_new (const char *label)
{
  LevEdit *self = g_new0 (LevEdit, 1);

  self->label = g_strdup (label);
  self->added = g_ptr_array_new ();
  self->changes = g_array_new (FALSE, FALSE, sizeof (LevChange));
  g_array_set_clear_func (self->changes, (GDestroyNotify) change_clear);
  self->seen = g_hash_table_new (NULL, NULL);

  return self;
}

void
lev_edit_free (LevEdit *self)
{
  g_free (self->label);
  g_ptr_array_unref (self->added);
  g_array_unref (self->changes);
  g_hash_table_unref (self->seen);
  g_free (self);
}

gboolean
lev_edit_is_empty (const LevEdit *self)
{
  return self->added->len == 0 && self->changes->len == 0;
}

void
lev_edit_add (LevEdit   *self,
              LevRecord *record)
{
  record->is_new = TRUE;
  g_ptr_array_add (self->added, record);
}

void
lev_edit_change (LevEdit        *self,
                 LevRecord      *record,
                 guint           field,
                 const LevValue *old)
{
  LevChange change = { record, field, *old };

  if (record->is_new || !g_hash_table_add (self->seen, change_key (record, field)))
    return;

  change.old.text = g_strdup (old->text);
  if (old->record != NULL)
    g_object_ref (old->record);
  g_array_append_val (self->changes, change);
}
