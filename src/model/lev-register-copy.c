#include "lev-register-private.h"

static int
compare_serials (gconstpointer a,
                 gconstpointer b)
{
  const LevRecord *one = a;
  const LevRecord *other = b;

  return one->serial < other->serial ? -1 : one->serial > other->serial;
}

/* Gives @copy, of the same class in another register, what @record holds. */
static void
copy_values (LevRecord *record,
             LevRecord *copy)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      LevValue value;

      lev_record_get_value (record, i, &value);
      if (value.record != NULL)
        value.record = g_hash_table_lookup (copy->records->by_id, value.record->id);
      if (!lev_value_is_empty (&value))
        lev_record_load_value (copy, i, &value);
    }
}

LevRegister *
lev_register_copy (LevRegister *self)
{
  LevRegister *copy;
  g_autoptr (GPtrArray) records = NULL;

  g_return_val_if_fail (LEV_IS_REGISTER (self), NULL);

  copy = lev_register_new ();
  records = g_hash_table_get_values_as_ptr_array (self->by_id);
  g_ptr_array_sort_values (records, compare_serials);

  for (guint i = 0; i < records->len; i++)
    {
      LevRecord *record = g_ptr_array_index (records, i);

      lev_register_make (copy, G_OBJECT_TYPE (record), record->id)->is_placeholder = TRUE;
    }
  for (guint i = 0; i < records->len; i++)
    {
      LevRecord *record = g_ptr_array_index (records, i);
      LevRecord *twin = g_hash_table_lookup (copy->by_id, record->id);

      if (record->is_placeholder)
        continue;
      copy_values (record, twin);
      lev_register_settle (copy, twin);
    }

  return copy;
}
