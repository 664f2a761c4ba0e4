/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-json.h"

#include <string.h>

static JsonNode *
score_to_node (gint64 score)
{
  JsonNode *node = json_node_alloc ();

  if (score == LEV_SCORE_NOT_APPLICABLE)
    return json_node_init_string (node, "na");
  if (score == LEV_SCORE_UNKNOWN)
    return json_node_init_string (node, "unknown");

  return json_node_init_int (node, score);
}

/* A text, because a number of JSON would be read back as binary and lose its cents. */
static JsonNode *
money_to_node (gint64 cents)
{
  g_autofree char *text = g_strdup_printf ("%s%" G_GINT64_FORMAT ".%02d", cents < 0 ? "-" : "",
                                           ABS (cents) / 100, (int) (ABS (cents) % 100));

  return json_node_init_string (json_node_alloc (), text);
}

static JsonNode *
cell_to_node (const LevField *field,
              const LevValue *value)
{
  LevCell cell;

  lev_field_to_cell (field, value, &cell);
  switch (cell.type)
    {
    case LEV_CELL_INTEGER:
      return json_node_init_int (json_node_alloc (), cell.integer);
    case LEV_CELL_TEXT:
      return json_node_init_string (json_node_alloc (), cell.text);
    case LEV_CELL_NULL:
    default:
      return json_node_init_null (json_node_alloc ());
    }
}

static JsonNode *
value_to_node (const LevField *field,
               const LevValue *value)
{
  if (field->kind == LEV_FIELD_KIND_BOOLEAN)
    return json_node_init_boolean (json_node_alloc (), value->integer != 0);
  if (field->kind == LEV_FIELD_KIND_INTEGER)
    return json_node_init_int (json_node_alloc (), value->integer);
  if (lev_value_is_empty (value))
    return json_node_init_null (json_node_alloc ());
  if (field->kind == LEV_FIELD_KIND_SCORE)
    return score_to_node (value->integer);
  if (field->kind == LEV_FIELD_KIND_MONEY)
    return money_to_node (value->integer);
  if (field->kind == LEV_FIELD_KIND_REFERENCE)
    return lev_json_from_reference (value->record);

  return cell_to_node (field, value);
}

static gint64
get_number (LevRecord *record)
{
  int index = lev_record_class_find_field (LEV_RECORD_GET_CLASS (record), "number");
  LevValue value = { 0 };

  if (index >= 0)
    lev_record_get_value (record, index, &value);

  return value.integer;
}

static const char *
get_first_text (LevRecord *record)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  LevValue value;

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == LEV_FIELD_KIND_TEXT)
      {
        lev_record_get_value (record, i, &value);
        return value.text != NULL ? value.text : "";
      }

  return "";
}

/* Compares texts byte by byte, and digits in them as numbers. */
static int
compare_texts (const char *a,
               const char *b)
{
  while (*a != '\0' && *b != '\0')
    {
      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        {
          guint64 number_a = g_ascii_strtoull (a, (char **) &a, 10);
          guint64 number_b = g_ascii_strtoull (b, (char **) &b, 10);

          if (number_a != number_b)
            return number_a < number_b ? -1 : 1;
        }
      else if (*a != *b)
        return (guchar) *a - (guchar) *b;
      else
        {
          a++;
          b++;
        }
    }

  return (guchar) *a - (guchar) *b;
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  LevRecord *record_a = *(LevRecord **) a;
  LevRecord *record_b = *(LevRecord **) b;
  gint64 number_a = get_number (record_a);
  gint64 number_b = get_number (record_b);
  int order;

  if (number_a != number_b)
    return number_a < number_b ? -1 : 1;

  order = compare_texts (get_first_text (record_a), get_first_text (record_b));

  return order != 0 ? order : strcmp (record_a->id, record_b->id);
}

JsonObject *
lev_json_from_record (LevRecord *record)
{
  JsonObject *object = json_object_new ();
  LevRecordClass *klass;

  if (record == NULL)
    return object;

  klass = LEV_RECORD_GET_CLASS (record);
  json_object_set_string_member (object, "id", record->id);

  /* The first field says whether the record is deleted, and what is deleted is not written. */
  for (guint i = 1; i < klass->n_fields; i++)
    {
      const LevField *field = &klass->fields[i];
      LevValue value;

      if ((field->flags & LEV_FIELD_OWNER) != 0)
        continue;
      lev_record_get_value (record, i, &value);
      json_object_set_member (object, field->name, value_to_node (field, &value));
    }

  return object;
}

JsonNode *
lev_json_from_reference (LevRecord *record)
{
  JsonNode *node = json_node_alloc ();
  LevRecordClass *klass;
  JsonObject *object;

  if (record == NULL)
    return json_node_init_null (node);

  klass = LEV_RECORD_GET_CLASS (record);
  object = json_object_new ();
  json_object_set_string_member (object, "id", record->id);
  for (guint i = 1; i < klass->n_fields; i++)
    {
      const LevField *field = &klass->fields[i];
      LevValue value;

      if ((field->flags & LEV_FIELD_TITLE) == 0 && strcmp (field->name, "number") != 0 &&
          strcmp (field->name, "sha256") != 0)
        continue;
      lev_record_get_value (record, i, &value);
      if (!lev_value_is_empty (&value))
        json_object_set_member (object, field->name, value_to_node (field, &value));
    }
  json_node_init_object (node, object);
  json_object_unref (object);

  return node;
}

GPtrArray *
lev_json_list_parts (LevRecord *owner,
                     GType      type)
{
  GPtrArray *parts = g_ptr_array_new ();
  LevRecordList *list;

  if (owner == NULL)
    return parts;

  list = lev_record_get_children (owner, type);
  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    g_ptr_array_add (parts, lev_record_list_peek (list, i));
  g_ptr_array_sort (parts, compare_records);

  return parts;
}

void
lev_json_set_parts (JsonObject *object,
                    const char *name,
                    LevRecord  *owner,
                    GType       type,
                    LevJsonFunc func)
{
  g_autoptr (GPtrArray) parts = lev_json_list_parts (owner, type);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < parts->len; i++)
    {
      LevRecord *part = g_ptr_array_index (parts, i);
      JsonObject *part_object = lev_json_from_record (part);

      if (func != NULL)
        func (part, part_object);
      json_array_add_object_element (array, part_object);
    }

  json_object_set_array_member (object, name, array);
}

char *
lev_json_print (JsonObject *object)
{
  g_autoptr (JsonNode) root = json_node_init_object (json_node_alloc (), object);
  g_autofree char *text = json_to_string (root, TRUE);

  json_object_unref (object);

  return g_strconcat (text, "\n", NULL);
}
