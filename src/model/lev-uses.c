#include "lev-uses.h"

#include "lev-register.h"
#include "lev-review.h"
#include "lev-state.h"
#include "lev-title.h"

#include <glib/gi18n.h>

static gboolean
is_part_of (LevRecord *record,
            LevRecord *whole)
{
  for (LevRecord *owner = record; owner != NULL; owner = lev_record_get_owner (owner))
    if (owner == whole)
      return TRUE;

  return FALSE;
}

static gboolean
refers_to (LevRecord *record,
           LevRecord *other)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == LEV_FIELD_KIND_REFERENCE)
      {
        LevValue value;

        lev_record_get_value (record, i, &value);
        if (value.record == other)
          return TRUE;
      }

  return FALSE;
}

/* Whether records of @klass can refer to one of @type at all. */
static gboolean
can_refer (LevRecordClass *klass,
           GType           type)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].get_type != NULL && klass->fields[i].get_type () == type)
      return TRUE;

  return FALSE;
}

GPtrArray *
lev_record_list_uses (LevRecord *record)
{
  GPtrArray *uses = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  g_return_val_if_fail (LEV_IS_RECORD (record), uses);

  for (guint i = 0; i < n_types; i++)
    {
      LevRecordList *list = lev_register_list (record->records, types[i]);
      g_autoptr (GTypeClass) klass = g_type_class_ref (types[i]);

      if (!can_refer (LEV_RECORD_CLASS (klass), G_OBJECT_TYPE (record)))
        continue;
      for (guint j = 0; j < lev_record_list_get_n (list); j++)
        {
          LevRecord *other = lev_record_list_peek (list, j);

          if (refers_to (other, record) && !is_part_of (other, record))
            g_ptr_array_add (uses, g_object_ref (other));
        }
    }

  return uses;
}

char *
lev_record_describe_uses (LevRecord *record,
                          guint      limit)
{
  g_autoptr (GPtrArray) uses = lev_record_list_uses (record);
  GString *text;

  if (uses->len == 0)
    return NULL;

  text = g_string_new (NULL);
  for (guint i = 0; i < MIN (uses->len, limit); i++)
    {
      LevRecord *use = g_ptr_array_index (uses, i);
      LevReview *review = lev_record_get_review (use);
      g_autofree char *title = lev_record_dup_full_title (use);
      const char *kind = _(LEV_RECORD_GET_CLASS (use)->label);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", kind, title);
      if (review != NULL && LEV_RECORD (review) != use)
        g_string_append_printf (text, ", %s", review->title);
    }
  if (uses->len > limit)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", uses->len - limit),
                              uses->len - limit);
    }

  return g_string_free_and_steal (text);
}
