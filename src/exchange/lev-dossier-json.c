/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-dossier-json.h"

#include <glib/gi18n.h>

#include "lev-exchange-error.h"
#include "lev-json.h"
#include "lev-profile-document.h"
#include "lev-records.h"
#include "lev-state.h"

/* Those records that are needed, in the order in which they were found. */
typedef struct
{
  GHashTable *seen;
  GPtrArray  *records;
} Selection;

/* Adds @record, and first what it refers to. */
static void
take (Selection *self,
      LevRecord *record)
{
  LevRecordClass *klass;

  if (record == NULL || record->deleted || record->is_placeholder ||
      !g_hash_table_add (self->seen, record))
    return;

  klass = LEV_RECORD_GET_CLASS (record);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == LEV_FIELD_KIND_REFERENCE)
      {
        LevValue value;

        lev_record_get_value (record, i, &value);
        take (self, value.record);
      }
  g_ptr_array_add (self->records, record);
}

static void
take_parts (Selection *self,
            gpointer   owner,
            GType      type)
{
  g_autoptr (GPtrArray) parts = lev_json_list_parts (owner, type);

  for (guint i = 0; i < parts->len; i++)
    take (self, g_ptr_array_index (parts, i));
}

/* Takes every part of @owner and of its parts. */
static void
take_all_parts (Selection *self,
                gpointer   owner)
{
  guint n_types;
  const GType *types = lev_register_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    {
      g_autoptr (GPtrArray) parts = lev_json_list_parts (owner, types[i]);

      for (guint j = 0; j < parts->len; j++)
        {
          take (self, g_ptr_array_index (parts, j));
          take_all_parts (self, g_ptr_array_index (parts, j));
        }
    }
}

static void
take_dossier (Selection  *self,
              LevDossier *dossier)
{
  if (dossier == NULL)
    return;

  take (self, LEV_RECORD (dossier));
  take_all_parts (self, dossier);
}

static void
take_meetings (Selection *self,
               LevReview *review)
{
  g_autoptr (GPtrArray) meetings = lev_json_list_parts (LEV_RECORD (review), LEV_TYPE_MEETING);

  for (guint i = 0; i < meetings->len; i++)
    {
      take (self, g_ptr_array_index (meetings, i));
      take_all_parts (self, g_ptr_array_index (meetings, i));
    }
}

static JsonObject *
describe_record (LevRecord *record)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  JsonObject *object = json_object_new ();
  JsonObject *fields = json_object_new ();

  for (guint i = 0; i < klass->n_fields; i++)
    {
      LevCell cell;

      lev_record_get_cell (record, i, &cell);
      if (cell.type == LEV_CELL_INTEGER)
        json_object_set_int_member (fields, klass->fields[i].name, cell.integer);
      else if (cell.type == LEV_CELL_TEXT)
        json_object_set_string_member (fields, klass->fields[i].name, cell.text);
    }

  json_object_set_string_member (object, "kind", klass->kind);
  json_object_set_string_member (object, "id", record->id);
  json_object_set_object_member (object, "fields", fields);

  return object;
}

char *
lev_dossier_to_json (LevDossier *dossier)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  Selection self = { seen, records };
  JsonObject *document = json_object_new ();
  JsonArray *array = json_array_new ();

  g_return_val_if_fail (LEV_IS_DOSSIER (dossier), NULL);

  take_dossier (&self, dossier);
  take_parts (&self, dossier->supplier, LEV_TYPE_SERVICE);
  take_parts (&self, dossier->supplier, LEV_TYPE_CONTRACT);
  take_parts (&self, dossier->supplier, LEV_TYPE_CRITICALITY_SCORE);
  take_meetings (&self, dossier->review);
  take_dossier (&self, lev_dossier_get_previous (dossier));

  for (guint i = 0; i < records->len; i++)
    json_array_add_object_element (array, describe_record (g_ptr_array_index (records, i)));
  json_object_set_string_member (document, "format", LEV_DOSSIER_FORMAT);
  json_object_set_int_member (document, "format_version", LEV_FORMAT_VERSION);
  json_object_set_string_member (document, "dossier", LEV_RECORD (dossier)->id);
  json_object_set_array_member (document, "records", array);

  return lev_json_print (document);
}

static gboolean
fail (GError    **error,
      const char *cause)
{
  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ,
               _("Reading the dossier failed: %s"), cause);
  return FALSE;
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* Reads one field. What a later version added is passed over. */
static gboolean
load_field (LevRegister *records,
            LevRecord   *record,
            const char  *name,
            JsonNode    *node,
            GError     **error)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);
  int field = lev_record_class_find_field (klass, name);
  LevCell cell = { 0 };
  LevValue value;

  if (field < 0)
    return TRUE;

  if (json_node_get_value_type (node) == G_TYPE_INT64)
    {
      cell.type = LEV_CELL_INTEGER;
      cell.integer = json_node_get_int (node);
    }
  else if (json_node_get_value_type (node) == G_TYPE_STRING)
    {
      cell.type = LEV_CELL_TEXT;
      cell.text = json_node_get_string (node);
    }
  else
    return fail (error, _("a value is neither a number nor a text"));

  if (!lev_field_from_cell (&klass->fields[field], &cell, records, &value, error))
    return FALSE;
  lev_record_load_value (record, field, &value);

  return TRUE;
}

static gboolean
load_record (LevRegister *records,
             JsonNode    *node,
             GError     **error)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  const char *kind = object != NULL ? get_text (object, "kind") : NULL;
  const char *id = object != NULL ? get_text (object, "id") : NULL;
  JsonNode *fields = object != NULL ? json_object_get_member (object, "fields") : NULL;
  JsonObjectIter iter;
  LevRecord *record;
  const char *name;
  JsonNode *value;
  GType type;

  if (kind == NULL || id == NULL || fields == NULL || !JSON_NODE_HOLDS_OBJECT (fields))
    return fail (error, _("a record has no kind, no identifier or no fields"));

  type = lev_register_find_type (kind);
  if (type == G_TYPE_INVALID)
    return TRUE;

  record = lev_register_ensure (records, type, id, error);
  if (record == NULL)
    return FALSE;
  if (!record->is_placeholder)
    return fail (error, _("an identifier occurs twice"));

  json_object_iter_init (&iter, json_node_get_object (fields));
  while (json_object_iter_next (&iter, &name, &value))
    if (!load_field (records, record, name, value, error))
      return FALSE;
  lev_register_settle (records, record);

  return TRUE;
}

static JsonArray *
get_records (JsonParser *parser,
             const char *text,
             GError    **error)
{
  JsonNode *root;
  JsonNode *node = NULL;

  if (!json_parser_load_from_data (parser, text, -1, error))
    return NULL;

  root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root) &&
      g_strcmp0 (get_text (json_node_get_object (root), "format"), LEV_DOSSIER_FORMAT) == 0)
    node = json_object_get_member (json_node_get_object (root), "records");
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  fail (error, _("it is not a dossier of Levman Review"));
  return NULL;
}

/* Whether everything that is referred to is there. */
static gboolean
check_whole (LevRegister *records,
             LevDossier  *dossier,
             GError     **error)
{
  guint n_types;
  guint n_records = 0;
  const GType *types = lev_register_get_types (&n_types);

  for (guint i = 0; i < n_types; i++)
    n_records += lev_record_list_get_n (lev_register_list (records, types[i]));

  if (dossier == NULL || dossier->review == NULL || dossier->supplier == NULL)
    return fail (error, _("the dossier itself is not in it"));
  if (n_records != lev_register_count (records))
    return fail (error, _("a record that another one refers to is not in it"));

  return TRUE;
}

LevRegister *
lev_dossier_from_json (const char  *text,
                       LevDossier **dossier,
                       GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (LevRegister) records = lev_register_new ();
  JsonArray *array;
  LevRecord *found;
  const char *id;

  g_return_val_if_fail (text != NULL, NULL);

  array = get_records (parser, text, error);
  if (array == NULL)
    return NULL;

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!load_record (records, json_array_get_element (array, i), error))
      return NULL;

  id = get_text (json_node_get_object (json_parser_get_root (parser)), "dossier");
  found = id != NULL ? lev_register_lookup (records, id) : NULL;
  *dossier = found != NULL && LEV_IS_DOSSIER (found) ? LEV_DOSSIER (found) : NULL;

  return check_whole (records, *dossier, error) ? g_steal_pointer (&records) : NULL;
}
