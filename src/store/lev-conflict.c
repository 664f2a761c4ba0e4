#include "lev-conflict.h"

#include "lev-state.h"
#include "lev-store-private.h"

#include <glib/gi18n.h>

void
lev_conflict_free (LevConflict *conflict)
{
  g_free (conflict->record);
  g_free (conflict->title);
  g_free (conflict->field);
  g_free (conflict->field_label);
  g_ptr_array_unref (conflict->versions);
  g_free (conflict);
}

/* Whether @record may be changed, and its field is known here. */
static gboolean
can_choose (LevRecord  *record,
            const char *field)
{
  LevReview *review = record != NULL ? lev_record_get_review (record) : NULL;

  return record != NULL && !record->deleted && !LEV_RECORD_GET_CLASS (record)->append_only &&
         strcmp (field, "deleted") != 0 &&
         lev_record_class_find_field (LEV_RECORD_GET_CLASS (record), field) >= 0 &&
         (review == NULL || review->closed == 0);
}

static LevHistoryEntry *
take_entry (GPtrArray          *entries,
            const LevOperation *head)
{
  for (guint i = 0; i < entries->len; i++)
    {
      LevHistoryEntry *entry = g_ptr_array_index (entries, i);

      if (entry->sequence == head->sequence && strcmp (entry->writer, head->writer) == 0)
        return g_ptr_array_steal_index (entries, i);
    }

  return NULL;
}

static gboolean
has_value (GPtrArray       *versions,
           LevHistoryEntry *entry)
{
  for (guint i = 0; i < versions->len; i++)
    {
      LevHistoryEntry *version = g_ptr_array_index (versions, i);

      if (version->value.type == entry->value.type &&
          version->value.integer == entry->value.integer &&
          g_strcmp0 (version->value.text, entry->value.text) == 0)
        return TRUE;
    }

  return FALSE;
}

/* The different values that the field has; NULL with an error. */
static GPtrArray *
list_versions (LevStore   *store,
               LevRecord  *record,
               const char *field,
               GError    **error)
{
  g_autoptr (GPtrArray) heads = lev_log_list_heads (store->log, record->id, field, error);
  g_autoptr (GPtrArray) entries = NULL;
  GPtrArray *versions;

  if (heads == NULL)
    return NULL;
  entries = lev_history_list (store, record->id, field, error);
  if (entries == NULL)
    return NULL;

  versions = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_history_entry_free);
  for (guint i = 0; i < heads->len; i++)
    {
      LevHistoryEntry *entry = take_entry (entries, g_ptr_array_index (heads, i));

      if (entry == NULL || has_value (versions, entry))
        g_clear_pointer (&entry, lev_history_entry_free);
      else
        g_ptr_array_add (versions, entry);
    }

  return versions;
}

/* Adds the conflict of @field of @record, when there is something to choose. */
static gboolean
add_conflict (LevStore   *store,
              LevRecord  *record,
              const char *field,
              GPtrArray  *conflicts,
              GError    **error)
{
  g_autoptr (GPtrArray) versions = list_versions (store, record, field, error);
  LevHistoryEntry *first;
  LevConflict *conflict;

  if (versions == NULL)
    return FALSE;
  if (versions->len < 2)
    return TRUE;

  first = g_ptr_array_index (versions, 0);
  conflict = g_new0 (LevConflict, 1);
  conflict->record = g_strdup (record->id);
  conflict->title = g_strdup (first->title);
  conflict->field = g_strdup (field);
  conflict->field_label = g_strdup (first->field_label);
  conflict->versions = g_steal_pointer (&versions);
  g_ptr_array_add (conflicts, conflict);

  return TRUE;
}

static int
compare_conflicts (gconstpointer a,
                   gconstpointer b)
{
  const LevConflict *one = a;
  const LevConflict *other = b;
  int difference = g_utf8_collate (one->title, other->title);

  return difference != 0 ? difference : g_utf8_collate (one->field_label, other->field_label);
}

GPtrArray *
lev_conflict_list (LevStore *store,
                   GError  **error)
{
  g_autoptr (GPtrArray) keys = NULL;
  g_autoptr (GPtrArray) conflicts = NULL;

  g_return_val_if_fail (LEV_IS_STORE (store), NULL);

  keys = lev_log_list_conflicts (store->log);
  conflicts = g_ptr_array_new_with_free_func ((GDestroyNotify) lev_conflict_free);
  for (guint i = 0; i < keys->len; i++)
    {
      g_auto (GStrv) parts = g_strsplit (g_ptr_array_index (keys, i), "/", 2);
      LevRecord *record = lev_register_lookup (store->records, parts[0]);

      if (can_choose (record, parts[1]) &&
          !add_conflict (store, record, parts[1], conflicts, error))
        return NULL;
    }
  g_ptr_array_sort_values (conflicts, compare_conflicts);

  return g_steal_pointer (&conflicts);
}

gboolean
lev_conflict_is_marked (LevStore   *store,
                        LevRecord  *record,
                        const char *field)
{
  g_autoptr (GPtrArray) versions = NULL;

  g_return_val_if_fail (LEV_IS_STORE (store), FALSE);

  if (!lev_log_has_conflict (store->log, record->id, field) || !can_choose (record, field))
    return FALSE;
  versions = list_versions (store, record, field, NULL);

  return versions != NULL && versions->len > 1;
}

gboolean
lev_conflict_settle (LevStore              *store,
                     const LevHistoryEntry *version,
                     GError               **error)
{
  LevRecord *record = lev_register_lookup (store->records, version->record);
  LevRecordClass *klass;
  LevValue present, value = { 0 };
  guint field;

  if (!can_choose (record, version->field))
    {
      g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_NOTHING, _("‘%s’ is not there any more"),
                   version->title);
      return FALSE;
    }

  klass = LEV_RECORD_GET_CLASS (record);
  field = (guint) lev_record_class_find_field (klass, version->field);
  if (version->value.type != LEV_CELL_NULL &&
      !lev_field_from_cell (&klass->fields[field], &version->value, store->records, &value, error))
    return FALSE;

  /* Also when it is shown already: the log has to say that it was chosen. */
  lev_record_get_value (record, field, &present);
  if (lev_value_equal (&klass->fields[field], &present, &value))
    lev_register_note_change (store->records, record, field, &present);
  else
    lev_record_set_value (record, field, &value);

  return TRUE;
}
