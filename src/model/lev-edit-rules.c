#include "lev-edit-rules.h"

#include "lev-state.h"

#include <glib/gi18n.h>

#define DELETED_FIELD (0)

/* The rounds that were closed before the edit: a round that the edit itself closes is not. */
static gboolean
was_closed (LevEdit   *edit,
            LevReview *review)
{
  int field = lev_record_class_find_field (LEV_RECORD_GET_CLASS (review), "closed");

  for (guint i = 0; i < edit->changes->len; i++)
    {
      LevChange *change = &g_array_index (edit->changes, LevChange, i);

      if (change->record == LEV_RECORD (review) && change->field == (guint) field)
        return change->old.integer != 0 && review->closed != 0;
    }

  return review->closed != 0 && !LEV_RECORD (review)->is_new;
}

static gboolean
check_open (LevEdit   *edit,
            LevRecord *record,
            GError   **error)
{
  LevReview *review = lev_record_get_review (record);

  if (review == NULL || !was_closed (edit, review))
    return TRUE;

  g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CLOSED,
               _("‘%s’ is closed and can only be read"), review->title);
  return FALSE;
}

static gboolean
check_append_only (LevChange *change,
                   GError   **error)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (change->record);

  if (!klass->append_only || change->field == DELETED_FIELD)
    return TRUE;

  g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_FORBIDDEN,
               _("A record of kind “%s” is added and not changed; add a new one"), _(klass->label));
  return FALSE;
}

gboolean
lev_edit_check_rules (LevEdit *edit,
                      GError **error)
{
  for (guint i = 0; i < edit->added->len; i++)
    if (!check_open (edit, g_ptr_array_index (edit->added, i), error))
      return FALSE;

  for (guint i = 0; i < edit->changes->len; i++)
    {
      LevChange *change = &g_array_index (edit->changes, LevChange, i);

      if (!check_open (edit, change->record, error) || !check_append_only (change, error))
        return FALSE;
    }

  return TRUE;
}
