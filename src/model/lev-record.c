#include "lev-record.h"

#include "lev-record-list.h"
#include "lev-register.h"

#include <glib/gi18n.h>

G_DEFINE_ABSTRACT_TYPE (LevRecord, lev_record, G_TYPE_OBJECT)

static const LevField base_fields[] = {
  { "deleted", LEV_FIELD_KIND_BOOLEAN, LEV_FIELD_OFFSET (LevRecord, deleted, gboolean),
    N_("Deleted"), LEV_FIELD_NONE, NULL, NULL },
};

static const LevField *
get_field (LevRecord *self,
           guint      field)
{
  return &LEV_RECORD_GET_CLASS (self)->fields[field];
}

static int
count_choices (const LevField *field)
{
  int n_choices = 0;

  while (field->choices[n_choices + 1].nick != NULL)
    n_choices++;

  return n_choices;
}

static GParamSpec *
param_spec_new (const LevField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  g_autofree char *name = g_strdelimit (g_strdup (field->name), "_", '-');
  const char *interned = g_intern_string (name);

  switch (field->kind)
    {
    case LEV_FIELD_KIND_TEXT:
      return g_param_spec_string (interned, NULL, NULL, NULL, flags);
    case LEV_FIELD_KIND_SCORE:
      return g_param_spec_int (interned, NULL, NULL, LEV_SCORE_UNKNOWN, 5, 0, flags);
    case LEV_FIELD_KIND_BOOLEAN:
      return g_param_spec_boolean (interned, NULL, NULL, FALSE, flags);
    case LEV_FIELD_KIND_DATE:
      return g_param_spec_uint (interned, NULL, NULL, 0, G_MAXUINT32, 0, flags);
    case LEV_FIELD_KIND_MOMENT:
    case LEV_FIELD_KIND_MONEY:
      return g_param_spec_int64 (interned, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
    case LEV_FIELD_KIND_REFERENCE:
      return g_param_spec_object (interned, NULL, NULL, field->get_type (), flags);
    case LEV_FIELD_KIND_CHOICE:
      return g_param_spec_int (interned, NULL, NULL, 0, count_choices (field), 0, flags);
    case LEV_FIELD_KIND_INTEGER:
    default:
      return g_param_spec_int (interned, NULL, NULL, G_MININT, G_MAXINT, 0, flags);
    }
}

static void
value_from_gvalue (const LevField *field,
                   const GValue   *source,
                   LevValue       *value)
{
  *value = (LevValue) { 0 };

  switch (field->kind)
    {
    case LEV_FIELD_KIND_TEXT:
      value->text = g_value_get_string (source);
      break;
    case LEV_FIELD_KIND_BOOLEAN:
      value->integer = g_value_get_boolean (source);
      break;
    case LEV_FIELD_KIND_DATE:
      value->integer = g_value_get_uint (source);
      break;
    case LEV_FIELD_KIND_MOMENT:
    case LEV_FIELD_KIND_MONEY:
      value->integer = g_value_get_int64 (source);
      break;
    case LEV_FIELD_KIND_REFERENCE:
      value->record = g_value_get_object (source);
      break;
    case LEV_FIELD_KIND_INTEGER:
    case LEV_FIELD_KIND_SCORE:
    case LEV_FIELD_KIND_CHOICE:
    default:
      value->integer = g_value_get_int (source);
      break;
    }
}

static void
value_to_gvalue (const LevField *field,
                 const LevValue *value,
                 GValue         *target)
{
  switch (field->kind)
    {
    case LEV_FIELD_KIND_TEXT:
      g_value_set_string (target, value->text);
      break;
    case LEV_FIELD_KIND_BOOLEAN:
      g_value_set_boolean (target, value->integer != 0);
      break;
    case LEV_FIELD_KIND_DATE:
      g_value_set_uint (target, (guint) value->integer);
      break;
    case LEV_FIELD_KIND_MOMENT:
    case LEV_FIELD_KIND_MONEY:
      g_value_set_int64 (target, value->integer);
      break;
    case LEV_FIELD_KIND_REFERENCE:
      g_value_set_object (target, value->record);
      break;
    case LEV_FIELD_KIND_INTEGER:
    case LEV_FIELD_KIND_SCORE:
    case LEV_FIELD_KIND_CHOICE:
    default:
      g_value_set_int (target, (int) value->integer);
      break;
    }
}

static void
write_member (LevRecord      *self,
              const LevField *field,
              const LevValue *value)
{
  gpointer member = G_STRUCT_MEMBER_P (self, field->offset);

  switch (field->kind)
    {
    case LEV_FIELD_KIND_TEXT:
      g_free (*(char **) member);
      *(char **) member = value->text != NULL && *value->text != '\0' ? g_strdup (value->text)
                                                                      : NULL;
      break;
    case LEV_FIELD_KIND_DATE:
      *(LevDate *) member = (LevDate) value->integer;
      break;
    case LEV_FIELD_KIND_MOMENT:
    case LEV_FIELD_KIND_MONEY:
      *(gint64 *) member = value->integer;
      break;
    case LEV_FIELD_KIND_REFERENCE:
      g_set_object ((LevRecord **) member, value->record);
      break;
    case LEV_FIELD_KIND_INTEGER:
    case LEV_FIELD_KIND_SCORE:
    case LEV_FIELD_KIND_BOOLEAN:
    case LEV_FIELD_KIND_CHOICE:
    default:
      *(int *) member = (int) value->integer;
      break;
    }
}

static void
lev_record_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *gvalue,
                         GParamSpec   *pspec)
{
  LevRecord *self = LEV_RECORD (object);
  LevValue value;

  value_from_gvalue (get_field (self, prop_id - 1), gvalue, &value);
  lev_record_set_value (self, prop_id - 1, &value);
}

static void
lev_record_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *gvalue,
                         GParamSpec *pspec)
{
  LevRecord *self = LEV_RECORD (object);
  LevValue value;

  lev_record_get_value (self, prop_id - 1, &value);
  value_to_gvalue (get_field (self, prop_id - 1), &value, gvalue);
}

static void
lev_record_finalize (GObject *object)
{
  LevRecord *self = LEV_RECORD (object);
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      gpointer member = G_STRUCT_MEMBER_P (self, klass->fields[i].offset);

      if (klass->fields[i].kind == LEV_FIELD_KIND_TEXT)
        g_free (*(char **) member);
      else if (klass->fields[i].kind == LEV_FIELD_KIND_REFERENCE)
        g_clear_object ((LevRecord **) member);
    }

  g_clear_pointer (&self->children, g_ptr_array_unref);

  G_OBJECT_CLASS (lev_record_parent_class)->finalize (object);
}

static void
lev_record_class_init (LevRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lev_record_finalize;
}

static void
lev_record_init (LevRecord *self)
{
}

void
lev_record_class_set_fields (LevRecordClass *klass,
                             const char     *kind,
                             const char     *label,
                             const LevField *fields,
                             guint           n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  guint n_base = G_N_ELEMENTS (base_fields);

  g_return_if_fail (klass->kind == NULL);

  klass->kind = kind;
  klass->label = label;
  klass->n_fields = n_base + n_fields;
  klass->fields = g_new (LevField, klass->n_fields);
  klass->pspecs = g_new0 (GParamSpec *, klass->n_fields + 1);
  memcpy (klass->fields, base_fields, sizeof base_fields);
  memcpy (klass->fields + n_base, fields, n_fields * sizeof *fields);

  /* GObject does not inherit these: without them here every access would warn. */
  object_class->set_property = lev_record_set_property;
  object_class->get_property = lev_record_get_property;

  for (guint i = 0; i < klass->n_fields; i++)
    klass->pspecs[i + 1] = param_spec_new (&klass->fields[i]);
  g_object_class_install_properties (object_class, klass->n_fields + 1, klass->pspecs);
}

/* Whether @name is @field, in which dashes and underscores are the same. */
static gboolean
is_field_name (const char *field,
               const char *name)
{
  while (*field != '\0' && (*field == *name || (*field == '_' && *name == '-')))
    {
      field++;
      name++;
    }

  return *field == '\0' && *name == '\0';
}

int
lev_record_class_find_field (LevRecordClass *klass,
                             const char     *name)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (is_field_name (klass->fields[i].name, name))
      return (int) i;

  return -1;
}

void
lev_record_get_value (LevRecord *self,
                      guint      field_index,
                      LevValue  *value)
{
  const LevField *field = get_field (self, field_index);
  gpointer member = G_STRUCT_MEMBER_P (self, field->offset);

  *value = (LevValue) { 0 };

  switch (field->kind)
    {
    case LEV_FIELD_KIND_TEXT:
      value->text = *(char **) member;
      break;
    case LEV_FIELD_KIND_DATE:
      value->integer = *(LevDate *) member;
      break;
    case LEV_FIELD_KIND_MOMENT:
    case LEV_FIELD_KIND_MONEY:
      value->integer = *(gint64 *) member;
      break;
    case LEV_FIELD_KIND_REFERENCE:
      value->record = *(LevRecord **) member;
      break;
    case LEV_FIELD_KIND_INTEGER:
    case LEV_FIELD_KIND_SCORE:
    case LEV_FIELD_KIND_BOOLEAN:
    case LEV_FIELD_KIND_CHOICE:
    default:
      value->integer = *(int *) member;
      break;
    }
}

void
lev_record_set_value (LevRecord      *self,
                      guint           field_index,
                      const LevValue *value)
{
  const LevField *field = get_field (self, field_index);
  gboolean lists;
  LevValue old;

  lev_record_get_value (self, field_index, &old);
  if (lev_value_equal (field, &old, value))
    return;

  if (self->records != NULL)
    lev_register_note_change (self->records, self, field_index, &old);

  /* Where the record is listed depends on whose part it is and on whether it is there at all. */
  lists = self->records != NULL &&
          ((field->flags & LEV_FIELD_OWNER) != 0 || field->offset == base_fields[0].offset);
  if (lists)
    lev_register_list_out (self->records, self);
  write_member (self, field, value);
  if (lists)
    lev_register_list_in (self->records, self);

  g_object_notify_by_pspec (G_OBJECT (self), LEV_RECORD_GET_CLASS (self)->pspecs[field_index + 1]);
}

void
lev_record_load_value (LevRecord      *self,
                       guint           field,
                       const LevValue *value)
{
  write_member (self, get_field (self, field), value);
  if (self->records != NULL)
    lev_register_touch (self->records);
}

void
lev_record_get_cell (LevRecord *self,
                     guint      field_index,
                     LevCell   *cell)
{
  LevValue value;

  lev_record_get_value (self, field_index, &value);
  lev_field_to_cell (get_field (self, field_index), &value, cell);
}

char *
lev_record_dup_title (LevRecord *self)
{
  LevRecordClass *klass;

  if (self == NULL)
    return g_strdup ("");

  klass = LEV_RECORD_GET_CLASS (self);
  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & LEV_FIELD_TITLE) != 0)
      {
        LevValue value;

        lev_record_get_value (self, i, &value);
        if (value.record != NULL)
          return lev_record_dup_title (value.record);
        if (value.text != NULL)
          return g_strdup (value.text);
      }

  return g_strdup (_(klass->label));
}

LevRecord *
lev_record_get_owner (LevRecord *self)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if ((klass->fields[i].flags & LEV_FIELD_OWNER) != 0)
      {
        LevRecord *owner = *(LevRecord **) G_STRUCT_MEMBER_P (self, klass->fields[i].offset);

        if (owner != NULL)
          return owner;
      }

  return NULL;
}

LevRecordList *
lev_record_get_children (LevRecord *self,
                         GType      type)
{
  return lev_record_list_find (self->children, type);
}

/* The first part of kind @type whose field @name holds @value. */
static gpointer
find_part (LevRecord      *owner,
           GType           type,
           const char     *name,
           const LevValue *value)
{
  LevRecordList *parts = lev_record_get_children (owner, type);
  int field = -1;

  for (guint i = 0; i < lev_record_list_get_n (parts); i++)
    {
      LevRecord *part = lev_record_list_peek (parts, i);
      LevValue held;

      if (field < 0)
        field = lev_record_class_find_field (LEV_RECORD_GET_CLASS (part), name);
      g_return_val_if_fail (field >= 0, NULL);

      lev_record_get_value (part, (guint) field, &held);
      if (lev_value_equal (get_field (part, (guint) field), &held, value))
        return part;
    }

  return NULL;
}

gpointer
lev_record_find_part_by_text (gpointer    owner,
                              GType       type,
                              const char *field,
                              const char *text)
{
  const LevValue value = { .text = text };

  return find_part (owner, type, field, &value);
}

gpointer
lev_record_find_part_by_record (gpointer    owner,
                                GType       type,
                                const char *field,
                                gpointer    record)
{
  const LevValue value = { .record = record };

  return find_part (owner, type, field, &value);
}
