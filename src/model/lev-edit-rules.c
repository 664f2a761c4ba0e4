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

static gboolean
is_due_change_of (LevRecord *record,
                  LevAction *action)
{
  return LEV_IS_DUE_CHANGE (record) && LEV_DUE_CHANGE (record)->action == action;
}

/* Whether @edit says why the due date of @action changes, or takes that back. */
static gboolean
tells_why (LevEdit   *edit,
           LevAction *action)
{
  for (guint i = 0; i < edit->added->len; i++)
    if (is_due_change_of (g_ptr_array_index (edit->added, i), action))
      return TRUE;
  for (guint i = 0; i < edit->changes->len; i++)
    if (is_due_change_of (g_array_index (edit->changes, LevChange, i).record, action))
      return TRUE;

  return FALSE;
}

/* Once an action is handed out, its due date is changed with a reason: lev_process_change_due(). */
static gboolean
check_due (LevEdit   *edit,
           LevChange *change,
           GError   **error)
{
  LevDecision *handed_out;
  LevAction *action;

  if (!LEV_IS_ACTION (change->record) || change->old.integer == 0 ||
      change->field !=
        (guint) lev_record_class_find_field (LEV_RECORD_GET_CLASS (change->record), "due"))
    return TRUE;

  action = LEV_ACTION (change->record);
  handed_out = lev_action_get_decision (action, 7);
  if (handed_out == NULL || LEV_RECORD (handed_out)->is_new ||
      (LevDate) change->old.integer == action->due)
    return TRUE;
  if (tells_why (edit, action))
    return TRUE;

  g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_FORBIDDEN,
               _("‘%s’ is handed out: its due date is changed with a reason, in step 8"),
               action->title);
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

      if (!check_open (edit, change->record, error) || !check_append_only (change, error) ||
          !check_due (edit, change, error))
        return FALSE;
    }

  return TRUE;
}
