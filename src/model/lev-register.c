#include "lev-register-private.h"

#include "lev-records.h"

#include <glib/gi18n.h>
#include <gobject/gvaluecollector.h>

G_DEFINE_FINAL_TYPE (LevRegister, lev_register, G_TYPE_OBJECT)

static LevRecordList *
get_list (GPtrArray *lists,
          GType      type)
{
  LevRecordList *list = lev_record_list_find (lists, type);

  if (list == NULL)
    {
      list = lev_record_list_new (type);
      g_ptr_array_add (lists, list);
    }

  return list;
}

static void
list_free (LevRecordList *list)
{
  lev_record_list_clear (list);
  g_object_unref (list);
}

static GPtrArray *
lists_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) list_free);
}

/* An identifier in the form of a random UUID that follows from @text. */
static void
derive_id (const char *text,
           char       *id)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  g_snprintf (id, LEV_ID_LENGTH + 1, "%.8s-%.4s-4%.3s-a%.3s-%.12s", sum, sum + 8, sum + 12,
              sum + 15, sum + 18);
}

/* An identifier in the form of a random UUID; from the seed, or from the system. */
static void
make_id (LevRegister *self,
         char        *id)
{
  g_autofree char *text = NULL;

  if (self->id_seed == NULL)
    {
      g_autofree char *uuid = g_uuid_string_random ();

      g_strlcpy (id, uuid, LEV_ID_LENGTH + 1);
      return;
    }

  text = g_strdup_printf ("%s/%" G_GUINT64_FORMAT, self->id_seed, self->id_counter++);
  derive_id (text, id);
}

/* Records refer to each other, also in rings: whoever ends the register cuts them apart. */
static void
cut_references (LevRecord *record)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);

  record->records = NULL;
  g_clear_pointer (&record->children, g_ptr_array_unref);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == LEV_FIELD_KIND_REFERENCE)
      g_clear_object ((LevRecord **) G_STRUCT_MEMBER_P (record, klass->fields[i].offset));
}

static void
lev_register_dispose (GObject *object)
{
  LevRegister *self = LEV_REGISTER (object);
  GHashTableIter iter;
  gpointer record;

  g_clear_pointer (&self->edit, lev_edit_free);

  if (self->by_id != NULL)
    {
      g_hash_table_iter_init (&iter, self->by_id);
      while (g_hash_table_iter_next (&iter, NULL, &record))
        cut_references (record);
    }
  g_clear_pointer (&self->lists, g_ptr_array_unref);
  g_clear_pointer (&self->by_id, g_hash_table_unref);

  G_OBJECT_CLASS (lev_register_parent_class)->dispose (object);
}

static void
lev_register_finalize (GObject *object)
{
  g_free (LEV_REGISTER (object)->id_seed);

  G_OBJECT_CLASS (lev_register_parent_class)->finalize (object);
}

static void
lev_register_class_init (LevRegisterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lev_register_dispose;
  G_OBJECT_CLASS (klass)->finalize = lev_register_finalize;
}

static void
lev_register_init (LevRegister *self)
{
  self->by_id = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->lists = lists_new ();
}

LevRegister *
lev_register_new (void)
{
  return g_object_new (LEV_TYPE_REGISTER, NULL);
}

const GType *
lev_register_get_types (guint *n_types)
{
  static GType types[32];
  static gsize count;

  if (g_once_init_enter (&count))
    g_once_init_leave (&count, lev_records_list_types (types, G_N_ELEMENTS (types)));

  *n_types = (guint) count;
  return types;
}

GType
lev_register_find_type (const char *kind)
{
  static GHashTable *by_kind;
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  if (g_once_init_enter_pointer (&by_kind))
    {
      GHashTable *table = g_hash_table_new (g_str_hash, g_str_equal);

      for (guint i = 0; i < n_types; i++)
        {
          LevRecordClass *klass = g_type_class_ref (types[i]);

          g_hash_table_insert (table, (gpointer) klass->kind, GSIZE_TO_POINTER (types[i]));
        }
      g_once_init_leave_pointer (&by_kind, table);
    }

  return GPOINTER_TO_SIZE (g_hash_table_lookup (by_kind, kind));
}

void
lev_register_set_id_seed (LevRegister *self,
                          const char  *seed)
{
  g_return_if_fail (LEV_IS_REGISTER (self));

  g_set_str (&self->id_seed, seed);
  self->id_counter = 0;
}

LevRecord *
lev_register_make (LevRegister *self,
                   GType        type,
                   const char  *id)
{
  LevRecord *record = g_object_new (type, NULL);

  g_strlcpy (record->id, id, sizeof record->id);
  record->records = self;
  g_hash_table_insert (self->by_id, record->id, record);

  return record;
}

/* Makes a record in the running edit. */
static LevRecord *
add (LevRegister *self,
     GType        type,
     const char  *id)
{
  LevRecord *record = lev_register_make (self, type, id);

  lev_edit_add (self->edit, record);
  lev_register_list_in (self, record);

  return record;
}

gpointer
lev_register_add (LevRegister *self,
                  GType        type,
                  const char  *first_property,
                  ...)
{
  char id[LEV_ID_LENGTH + 1];
  LevRecord *record;
  va_list args;

  g_return_val_if_fail (LEV_IS_REGISTER (self), NULL);
  g_return_val_if_fail (self->edit != NULL, NULL);

  do
    make_id (self, id);
  while (g_hash_table_contains (self->by_id, id));
  record = add (self, type, id);

  va_start (args, first_property);
  if (first_property != NULL)
    g_object_set_valist (G_OBJECT (record), first_property, args);
  va_end (args);

  return record;
}

/* Nothing of what @record was stays. */
static void
take_up_again (LevRecord *record)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  const LevValue nothing = { 0 };

  for (guint i = 0; i < klass->n_fields; i++)
    lev_record_set_value (record, i, &nothing);
}

gpointer
lev_register_add_only (LevRegister *self,
                       GType        type,
                       gpointer     owner,
                       const char  *key,
                       const char  *first_property,
                       ...)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  g_autofree char *text = NULL;
  char id[LEV_ID_LENGTH + 1];
  LevRecord *record;
  va_list args;

  g_return_val_if_fail (LEV_IS_REGISTER (self), NULL);
  g_return_val_if_fail (self->edit != NULL, NULL);

  text = g_strjoin ("/", LEV_RECORD_CLASS (klass)->kind,
                    owner != NULL ? LEV_RECORD (owner)->id : "", key, NULL);
  derive_id (text, id);
  record = g_hash_table_lookup (self->by_id, id);
  if (record == NULL)
    record = add (self, type, id);
  else if (record->is_placeholder || !record->deleted || G_OBJECT_TYPE (record) != type)
    {
      /* It is on its way from elsewhere, or is something else by now: then this is another one. */
      make_id (self, id);
      record = add (self, type, id);
    }
  else
    take_up_again (record);

  va_start (args, first_property);
  if (first_property != NULL)
    g_object_set_valist (G_OBJECT (record), first_property, args);
  va_end (args);

  return record;
}

void
lev_register_delete (LevRegister *self,
                     LevRecord   *record)
{
  g_return_if_fail (LEV_IS_REGISTER (self));

  for (guint i = 0; record->children != NULL && i < record->children->len; i++)
    {
      LevRecordList *list = record->children->pdata[i];

      for (guint n = lev_record_list_get_n (list); n > 0; n--)
        lev_register_delete (self, lev_record_list_peek (list, n - 1));
    }

  g_object_set (record, "deleted", TRUE, NULL);
}

gpointer
lev_register_lookup (LevRegister *self,
                     const char  *id)
{
  LevRecord *record;

  g_return_val_if_fail (LEV_IS_REGISTER (self), NULL);

  record = g_hash_table_lookup (self->by_id, id);

  return record != NULL && !record->is_placeholder ? record : NULL;
}

LevRecord *
lev_register_ensure (LevRegister *self,
                     GType        type,
                     const char  *id,
                     GError     **error)
{
  LevRecord *record = g_hash_table_lookup (self->by_id, id);

  if (record == NULL && g_uuid_string_is_valid (id))
    {
      record = lev_register_make (self, type, id);
      record->is_placeholder = TRUE;
    }

  if (record == NULL || G_OBJECT_TYPE (record) != type)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (type);

      g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_REFERENCE,
                   _("Looking up a reference: ‘%s’ is not the identifier of a record of kind “%s”"),
                   id, _(LEV_RECORD_CLASS (klass)->label));
      return NULL;
    }

  return record;
}

void
lev_register_settle (LevRegister *self,
                     LevRecord   *record)
{
  record->is_placeholder = FALSE;
  lev_register_list_in (self, record);
}

static gboolean
is_part_of (LevRecord *record,
            LevRecord *whole)
{
  for (LevRecord *at = record; at != NULL; at = lev_record_get_owner (at))
    if (at == whole)
      return TRUE;

  return FALSE;
}

GPtrArray *
lev_register_list_parts (LevRegister *self,
                         LevRecord   *record)
{
  GPtrArray *parts = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer part;

  g_return_val_if_fail (LEV_IS_REGISTER (self), parts);

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &part))
    if (is_part_of (part, record))
      g_ptr_array_add (parts, part);

  return parts;
}

guint
lev_register_count (LevRegister *self)
{
  GHashTableIter iter;
  gpointer record;
  guint count = 0;

  g_return_val_if_fail (LEV_IS_REGISTER (self), 0);

  g_hash_table_iter_init (&iter, self->by_id);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    count += !LEV_RECORD (record)->is_placeholder;

  return count;
}

LevRecordList *
lev_register_list (LevRegister *self,
                   GType        type)
{
  g_return_val_if_fail (LEV_IS_REGISTER (self), NULL);

  return get_list (self->lists, type);
}

void
lev_register_begin (LevRegister *self,
                    const char  *label)
{
  g_return_if_fail (LEV_IS_REGISTER (self));

  if (self->edit_depth++ == 0)
    self->edit = lev_edit_new (label);
}

LevEdit *
lev_register_get_edit (LevRegister *self)
{
  g_return_val_if_fail (LEV_IS_REGISTER (self), NULL);

  return self->edit;
}

LevEdit *
lev_register_take_edit (LevRegister *self)
{
  g_return_val_if_fail (self->edit_depth == 1, NULL);

  for (guint i = 0; i < self->edit->added->len; i++)
    LEV_RECORD (g_ptr_array_index (self->edit->added, i))->is_new = FALSE;
  self->edit_depth = 0;

  return g_steal_pointer (&self->edit);
}

void
lev_register_end (LevRegister *self)
{
  g_return_if_fail (self->edit_depth > 0);

  if (self->edit_depth == 1)
    lev_edit_free (lev_register_take_edit (self));
  else
    self->edit_depth--;
}

void
lev_register_abandon (LevRegister *self)
{
  g_return_if_fail (self->edit != NULL);

  self->is_abandoning = TRUE;
  lev_register_hold_lists (self);
  for (guint i = self->edit->changes->len; i > 0; i--)
    {
      LevChange *change = &g_array_index (self->edit->changes, LevChange, i - 1);

      lev_record_set_value (change->record, change->field, &change->old);
    }
  for (guint i = self->edit->added->len; i > 0; i--)
    {
      LevRecord *record = g_ptr_array_index (self->edit->added, i - 1);

      lev_register_list_out (self, record);
      cut_references (record);
      g_hash_table_remove (self->by_id, record->id);
    }
  lev_register_release_lists (self);
  self->is_abandoning = FALSE;

  self->edit_depth = 0;
  g_clear_pointer (&self->edit, lev_edit_free);
}

/* Whoever keeps something that follows from @record, or from what it is a part of, sees by the
 * revision that it may not hold any more. */
static void
revise (LevRegister *self,
        LevRecord   *record)
{
  self->generation++;
  for (LevRecord *at = record; at != NULL; at = lev_record_get_owner (at))
    at->revision++;
}

void
lev_register_note_change (LevRegister    *self,
                          LevRecord      *record,
                          guint           field,
                          const LevValue *old)
{
  revise (self, record);
  if (record->is_placeholder || self->is_abandoning)
    return;

  /* A change outside of an edit would be shown and never be stored. */
  g_return_if_fail (self->edit != NULL);

  lev_edit_change (self->edit, record, field, old);
}

void
lev_register_list_in (LevRegister *self,
                      LevRecord   *record)
{
  LevRecord *owner;

  if (record->is_placeholder)
    return;
  if (record->serial == 0)
    record->serial = ++self->last_serial;
  if (record->deleted)
    return;

  revise (self, record);
  lev_record_list_add (get_list (self->lists, G_OBJECT_TYPE (record)), record);

  owner = lev_record_get_owner (record);
  if (owner == NULL)
    return;

  if (owner->children == NULL)
    owner->children = lists_new ();
  lev_record_list_add (get_list (owner->children, G_OBJECT_TYPE (record)), record);
}

void
lev_register_list_out (LevRegister *self,
                       LevRecord   *record)
{
  LevRecord *owner = lev_record_get_owner (record);

  if (record->deleted || record->is_placeholder)
    return;

  revise (self, record);
  lev_record_list_remove (get_list (self->lists, G_OBJECT_TYPE (record)), record);
  if (owner != NULL && owner->children != NULL)
    lev_record_list_remove (get_list (owner->children, G_OBJECT_TYPE (record)), record);
}

void
lev_register_hold_lists (LevRegister *self)
{
  g_return_if_fail (LEV_IS_REGISTER (self));

  g_ptr_array_foreach (self->lists, (GFunc) (GCallback) lev_record_list_hold, NULL);
}

void
lev_register_release_lists (LevRegister *self)
{
  g_return_if_fail (LEV_IS_REGISTER (self));

  g_ptr_array_foreach (self->lists, (GFunc) (GCallback) lev_record_list_release, NULL);
}

guint64
lev_register_get_generation (LevRegister *self)
{
  g_return_val_if_fail (LEV_IS_REGISTER (self), 0);

  return self->generation;
}

void
lev_register_touch (LevRegister *self)
{
  g_return_if_fail (LEV_IS_REGISTER (self));

  self->generation++;
}
