/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-profile-restore.h"

#include <math.h>

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "lev-dossier-json.h"
#include "lev-exchange-error.h"
#include "lev-profile-document.h"
#include "lev-records.h"

/* The lists of the document, whose parts they are, and what is in each of the parts. */
typedef struct
{
  const char *member;
  GType (*get_type) (void);
  const char *owner; /* the field that refers to it */
} Place;

static const Place of_dossier[] = {
  { "stakeholders", lev_stakeholder_get_type, "dossier" },
  { "key_answers", lev_key_answer_get_type, "dossier" },
  { "assessments", lev_assessment_get_type, "dossier" },
  { "risks", lev_risk_get_type, "dossier" },
  { "actions", lev_action_get_type, "dossier" },
};

static const Place of_supplier[] = {
  { "services", lev_service_get_type, "supplier" },
  { "contracts", lev_contract_get_type, "supplier" },
  { "criticality", lev_criticality_score_get_type, "supplier" },
};

static const Place evidence = { "evidence", lev_evidence_get_type, "assessment" };

static JsonObject *
get_object (JsonObject *object,
            const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static void set_fields   (LevRegister *records,
                          LevRecord   *record,
                          JsonObject  *object);

/* What is referred to; someone who is nowhere else in the dossier any more comes with what the
 * document says of them. */
static LevRecord *
find_reference (LevRegister    *records,
                const LevField *field,
                JsonObject     *object)
{
  const char *id = json_object_get_string_member_with_default (object, "id", "");
  LevRecord *record = lev_register_ensure (records, field->get_type (), id, NULL);

  if (record != NULL && record->is_placeholder)
    {
      set_fields (records, record, object);
      lev_register_settle (records, record);
    }

  return record;
}

/* The other way round than lev_json_from_record(). */
static gboolean
read_node (LevRegister    *records,
           const LevField *field,
           JsonNode       *node,
           LevValue       *value)
{
  LevCell cell = { .type = LEV_CELL_TEXT };
  GType type = json_node_get_value_type (node);

  *value = (LevValue) { 0 };
  if (JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      value->record = find_reference (records, field, json_node_get_object (node));
      return TRUE;
    }
  if (type == G_TYPE_BOOLEAN || type == G_TYPE_INT64)
    {
      value->integer = type == G_TYPE_BOOLEAN ? json_node_get_boolean (node)
                                              : json_node_get_int (node);
      return TRUE;
    }
  if (type != G_TYPE_STRING)
    return FALSE;

  cell.text = json_node_get_string (node);
  if (field->kind == LEV_FIELD_KIND_MONEY)
    value->integer = llround (g_ascii_strtod (cell.text, NULL) * 100);
  else if (field->kind == LEV_FIELD_KIND_SCORE)
    value->integer = g_str_equal (cell.text, "na") ? LEV_SCORE_NOT_APPLICABLE : LEV_SCORE_UNKNOWN;
  else
    return lev_field_from_cell (field, &cell, records, value, NULL);

  return TRUE;
}

static void
set_fields (LevRegister *records,
            LevRecord   *record,
            JsonObject  *object)
{
  LevRecordClass *klass = LEV_RECORD_GET_CLASS (record);

  for (guint i = 1; i < klass->n_fields; i++)
    {
      JsonNode *node = json_object_get_member (object, klass->fields[i].name);
      LevValue value;

      if (node != NULL && !JSON_NODE_HOLDS_ARRAY (node) &&
          read_node (records, &klass->fields[i], node, &value))
        lev_record_set_value (record, i, &value);
    }
}

static void
set_owner (LevRecord  *record,
           const char *field,
           LevRecord  *owner)
{
  int index = lev_record_class_find_field (LEV_RECORD_GET_CLASS (record), field);
  const LevValue value = { .record = owner };

  lev_record_set_value (record, index, &value);
}

static void restore_part (LevRegister *records,
                          LevRecord   *owner,
                          const Place *place,
                          JsonObject  *object,
                          GHashTable  *kept);

/* Makes the parts of @owner what the list says: none more, none less. */
static void
restore_parts (LevRegister *records,
               LevRecord   *owner,
               const Place *place,
               JsonObject  *object)
{
  g_autoptr (GHashTable) kept = g_hash_table_new (NULL, NULL);
  JsonNode *node = json_object_get_member (object, place->member);
  LevRecordList *present;
  JsonArray *list;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;

  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (JSON_NODE_HOLDS_OBJECT (json_array_get_element (list, i)))
      restore_part (records, owner, place, json_array_get_object_element (list, i), kept);

  present = lev_record_get_children (owner, place->get_type ());
  for (guint i = lev_record_list_get_n (present); i > 0; i--)
    if (!g_hash_table_contains (kept, lev_record_list_peek (present, i - 1)))
      lev_register_delete (records, lev_record_list_peek (present, i - 1));
}

static void
restore_part (LevRegister *records,
              LevRecord   *owner,
              const Place *place,
              JsonObject  *object,
              GHashTable  *kept)
{
  const char *id = json_object_get_string_member_with_default (object, "id", "");
  LevRecord *record = lev_register_ensure (records, place->get_type (), id, NULL);

  if (record == NULL)
    return;
  if (record->is_placeholder)
    lev_register_settle (records, record);

  set_owner (record, place->owner, owner);
  set_fields (records, record, object);
  if (LEV_IS_ASSESSMENT (record))
    restore_parts (records, record, &evidence, object);
  g_hash_table_add (kept, record);
}

/* What was recorded on the day of the freezing or later was not there yet. */
static void
forget_later (LevRegister       *records,
              LevDossier        *dossier,
              LevProfileVersion *version)
{
  LevDate date = lev_moment_get_date (version->moment);
  LevRecordList *decisions = lev_register_list (records, LEV_TYPE_DECISION);
  LevRecordList *updates = lev_register_list (records, LEV_TYPE_STATUS_UPDATE);
  LevRecordList *versions = lev_record_get_children (LEV_RECORD (dossier),
                                                     LEV_TYPE_PROFILE_VERSION);

  for (guint i = lev_record_list_get_n (decisions); i > 0; i--)
    {
      LevDecision *decision = lev_record_list_peek (decisions, i - 1);

      if (decision->date >= date)
        lev_register_delete (records, LEV_RECORD (decision));
    }
  for (guint i = lev_record_list_get_n (updates); i > 0; i--)
    {
      LevStatusUpdate *update = lev_record_list_peek (updates, i - 1);

      if (update->date >= date)
        lev_register_delete (records, LEV_RECORD (update));
    }
  for (guint i = lev_record_list_get_n (versions); i > 0; i--)
    {
      LevProfileVersion *other = lev_record_list_peek (versions, i - 1);

      if (other->number > version->number)
        lev_register_delete (records, LEV_RECORD (other));
    }
}

static void
restore (LevRegister *records,
         LevDossier  *dossier,
         JsonObject  *profile)
{
  JsonObject *supplier = get_object (profile, "supplier");
  JsonObject *own = get_object (profile, "dossier");

  if (supplier != NULL)
    {
      set_fields (records, LEV_RECORD (dossier->supplier), supplier);
      for (guint i = 0; i < G_N_ELEMENTS (of_supplier); i++)
        restore_parts (records, LEV_RECORD (dossier->supplier), &of_supplier[i], supplier);
    }
  if (own != NULL)
    set_fields (records, LEV_RECORD (dossier), own);
  for (guint i = 0; i < G_N_ELEMENTS (of_dossier); i++)
    restore_parts (records, LEV_RECORD (dossier), &of_dossier[i], profile);
}

LevRegister *
lev_profile_restore (LevProfileVersion *version,
                     LevDossier       **dossier,
                     GError           **error)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autofree char *whole = NULL;
  LevRegister *records;
  JsonNode *root = NULL;
  JsonObject *profile = NULL;

  g_return_val_if_fail (LEV_IS_PROFILE_VERSION (version), NULL);

  if (version->content != NULL && json_parser_load_from_data (parser, version->content, -1, NULL))
    root = json_parser_get_root (parser);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    profile = json_node_get_object (root);
  if (profile == NULL ||
      g_strcmp0 (json_object_get_string_member_with_default (profile, "format", ""),
                 LEV_PROFILE_FORMAT) != 0)
    {
      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ,
                   _("Version %d of the risk profile cannot be read"), version->number);
      return NULL;
    }

  whole = lev_dossier_to_json (version->dossier);
  records = lev_dossier_from_json (whole, dossier, error);
  if (records == NULL)
    return NULL;

  lev_register_begin (records, "");
  restore (records, *dossier, profile);
  forget_later (records, *dossier, version);
  lev_register_end (records);

  return records;
}
