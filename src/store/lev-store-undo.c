#include "lev-store-private.h"

#include <glib/gi18n.h>

static gboolean
collect_operation (const LevOperation *operation,
                   gint64              edit_id,
                   gpointer            operations,
                   GError            **error)
{
  g_ptr_array_add (operations, lev_operation_copy (operation));

  return TRUE;
}

/* Gives the field of @operation back what it held before, when it still holds what @operation
 * gave it. */
static gboolean
restore_field (LevStore           *self,
               LevRecord          *record,
               const LevOperation *operation,
               GError            **error)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  int field = lev_record_class_find_field (klass, operation->field);
  g_autofree char *text = NULL;
  LevCell now, previous;
  LevValue value;

  if (field < 0)
    return TRUE;

  lev_record_get_cell (record, (guint) field, &now);
  if (now.type != operation->value.type || now.integer != operation->value.integer ||
      g_strcmp0 (now.text, operation->value.text) != 0)
    return TRUE;

  if (!lev_log_get_previous (self->log, operation, &previous, &text, error) ||
      !lev_field_from_cell (&klass->fields[field], &previous, self->records, &value, error))
    return FALSE;
  lev_record_set_value (record, (guint) field, &value);

  return TRUE;
}

/* @whole is the record that went as a whole last: its operations come together. */
static gboolean
take_back_operation (LevStore           *self,
                     const LevOperation *operation,
                     gint64              edit_id,
                     LevRecord         **whole,
                     GError            **error)
{
  LevRecord *record = lev_register_lookup (self->records, operation->record);
  gboolean was_added;

  if (record == NULL || record == *whole)
    return TRUE;

  if (!lev_log_was_added (self->log, operation->record, edit_id, &was_added, error))
    return FALSE;

  /* A record that the edit made goes as a whole: it keeps its fields, for when it comes back. */
  if (was_added)
    {
      g_object_set (record, "deleted", TRUE, NULL);
      *whole = record;
      return TRUE;
    }

  return restore_field (self, record, operation, error);
}

/* Takes back all @operations of an edit, the last one first. */
static gboolean
take_back_operations (LevStore  *self,
                      GPtrArray *operations,
                      gint64     edit_id,
                      GError   **error)
{
  LevRecord *whole = NULL;
  gboolean done = TRUE;

  lev_register_hold_lists (self->records);
  for (guint i = operations->len; done && i > 0; i--)
    done = take_back_operation (self, g_ptr_array_index (operations, i - 1), edit_id, &whole,
                                error);
  lev_register_release_lists (self->records);

  return done;
}

static gboolean
take_back (LevStore   *self,
           GArray     *edits,
           const char *nothing,
           char      **label,
           GError    **error)
{
  g_autoptr (GPtrArray) operations = NULL;
  g_autofree char *name = NULL;
  gint64 edit_id;

  g_return_val_if_fail (lev_register_get_edit (self->records) == NULL, FALSE);

  if (!lev_store_check_writable (self, error) || !lev_store_save_again (self, error))
    return FALSE;

  if (edits->len == 0)
    {
      g_set_error_literal (error, LEV_STORE_ERROR, LEV_STORE_ERROR_NOTHING, nothing);
      return FALSE;
    }

  edit_id = g_array_index (edits, gint64, edits->len - 1);
  operations = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_operation_free);
  if (!lev_log_foreach (self->log, edit_id, collect_operation, operations, error))
    return FALSE;

  name = lev_log_dup_label (self->log, edit_id);
  lev_register_begin (self->records, name);
  if (!take_back_operations (self, operations, edit_id, error))
    {
      lev_register_abandon (self->records);
      return FALSE;
    }
  if (!lev_store_commit_edit (self, edit_id, error))
    return FALSE;

  if (label != NULL)
    *label = g_steal_pointer (&name);

  return TRUE;
}

gboolean
lev_store_undo (LevStore *self,
                char    **label,
                GError  **error)
{
  g_return_val_if_fail (LEV_IS_STORE (self), FALSE);

  return take_back (self, lev_log_get_undo (self->log), _("There is nothing to undo"), label,
                    error);
}

gboolean
lev_store_redo (LevStore *self,
                char    **label,
                GError  **error)
{
  g_return_val_if_fail (LEV_IS_STORE (self), FALSE);

  return take_back (self, lev_log_get_redo (self->log), _("There is nothing to redo"), label,
                    error);
}
