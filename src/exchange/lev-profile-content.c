/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-profile-content.h"

#include "lev-exchange-error.h"
#include "lev-field-text.h"
#include "lev-profile-document.h"
#include "lev-register.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

/* Where the parts of each kind are in the document, in the order of the template. */
static const struct
{
  const char *parent; /* or NULL */
  const char *member;
  const char *kind;
  const char *section;
} places[] = {
  { NULL, "dossier", "dossier", N_("People responsible") },
  { NULL, "stakeholders", "stakeholder", N_("Participants") },
  { NULL, "key_answers", "key_answer", N_("Key questions") },
  { NULL, "assessments", "assessment", N_("Criteria") },
  { NULL, "risks", "risk", N_("Risks") },
  { NULL, "actions", "action", N_("Mitigation actions") },
  { NULL, "supplier", "supplier", N_("Supplier") },
  { "supplier", "services", "service", N_("Services") },
  { "supplier", "contracts", "contract", N_("Contracts") },
  { "supplier", "criticality", "criticality_score", N_("Criticality") },
};

/* What says nothing to people, or stands in the title. */
static const char *const hidden[] = {
  "id", "number", "previous", "criterion", "question", "factor", "chosen", "motivation", "confirmed",
};

static void
fact_free (gpointer data)
{
  LevProfileFact *self = data;

  g_free (self->name);
  g_free (self->label);
  g_free (self->text);
  g_free (self);
}

static void
item_free (gpointer data)
{
  LevProfileItem *self = data;

  g_free (self->id);
  g_free (self->title);
  g_ptr_array_unref (self->facts);
  g_free (self);
}

static void
change_free (gpointer data)
{
  LevProfileChange *self = data;

  g_free (self->title);
  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
  g_free (self);
}

static const char *
get_text (JsonObject *object,
          const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
             json_node_get_value_type (node) == G_TYPE_STRING
           ? json_node_get_string (node)
           : NULL;
}

/* The name of what is referred to. */
static const char *
get_reference_title (JsonObject *object)
{
  static const char *const members[] = { "name", "title", "event", "number" };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (get_text (object, members[i]) != NULL)
      return get_text (object, members[i]);

  return "";
}

/* The value as its field holds it: dates and nicks are stored as such. */
static char *
format_value (const LevField *field,
              JsonNode       *node)
{
  GType type = json_node_get_value_type (node);
  LevValue value = { 0 };

  if (type == G_TYPE_INT64)
    value.integer = json_node_get_int (node);
  else if (type == G_TYPE_BOOLEAN)
    value.integer = json_node_get_boolean (node);
  else if (field->kind == LEV_FIELD_KIND_MONEY)
    value.integer = (gint64) (g_ascii_strtod (json_node_get_string (node), NULL) * 100 + 0.5);
  else if (field->kind == LEV_FIELD_KIND_TEXT ||
           !lev_field_parse (field, json_node_get_string (node), NULL, &value, NULL))
    return g_strdup (json_node_get_string (node));

  return lev_field_format (field, &value);
}

static char *
format_node (const LevField *field,
             JsonNode       *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (get_reference_title (json_node_get_object (node)));
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < json_array_get_length (array); i++)
        g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                                get_reference_title (json_array_get_object_element (array, i)));
      return g_string_free_and_steal (g_steal_pointer (&text));
    }
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("");

  return field != NULL ? format_value (field, node) : g_strdup (json_node_get_string (node));
}

static char *
describe_item (const char *kind,
               JsonObject *object)
{
  if (g_str_equal (kind, "risk"))
    return g_strdup_printf ("R%02" G_GINT64_FORMAT " %s",
                            json_object_get_int_member (object, "number"),
                            get_reference_title (object));
  if (g_str_equal (kind, "action"))
    return g_strdup_printf ("A%02" G_GINT64_FORMAT " %s",
                            json_object_get_int_member (object, "number"),
                            get_reference_title (object));
  if (g_str_equal (kind, "assessment"))
    return g_strdup_printf ("%s %s", get_text (object, "criterion"), get_reference_title (object));
  if (g_str_equal (kind, "key_answer"))
    return g_strdup_printf ("%s. %s", get_text (object, "question"), get_reference_title (object));
  if (g_str_equal (kind, "criticality_score"))
    return g_strdup (get_text (object, "factor"));
  if (g_str_equal (kind, "stakeholder"))
    return format_node (NULL, json_object_get_member (object, "person"));
  if (g_str_equal (kind, "dossier"))
    return format_node (NULL, json_object_get_member (object, "supplier"));

  return g_strdup (get_reference_title (object));
}

/* Fields with a record class know how they are called and read; evidence is a list of its own. */
static void
add_fact (LevProfileItem *item,
          LevRecordClass *klass,
          const char     *name,
          JsonNode       *node)
{
  int position = lev_record_class_find_field (klass, name);
  const LevField *field = position >= 0 ? &klass->fields[position] : NULL;
  gboolean is_evidence = g_str_equal (name, "evidence");
  LevProfileFact *fact;

  if (field == NULL && !is_evidence)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (hidden); i++)
    if (g_str_equal (name, hidden[i]))
      return;
  if (field != NULL && (field->flags & LEV_FIELD_OWNER) != 0)
    return;

  fact = g_new0 (LevProfileFact, 1);
  fact->name = g_strdup (name);
  fact->label = g_strdup (is_evidence ? _("Evidence") : _(field->label));
  fact->text = format_node (field, node);
  g_ptr_array_add (item->facts, fact);
}

static void
add_item (GPtrArray  *items,
          const char *kind,
          const char *section,
          JsonObject *object)
{
  LevProfileItem *item = g_new0 (LevProfileItem, 1);
  LevRecordClass *klass = g_type_class_ref (lev_register_find_type (kind));
  g_autoptr (GList) members = json_object_get_members (object);

  item->section = _(section);
  item->id = g_strdup (get_text (object, "id"));
  item->title = describe_item (kind, object);
  item->facts = g_ptr_array_new_with_free_func (fact_free);
  for (GList *l = members; l != NULL; l = l->next)
    add_fact (item, klass, l->data, json_object_get_member (object, l->data));
  g_ptr_array_add (items, item);
  g_type_class_unref (klass);
}

static void
add_items (GPtrArray  *items,
           JsonObject *document,
           guint       place)
{
  JsonNode *parent = places[place].parent != NULL
                       ? json_object_get_member (document, places[place].parent)
                       : NULL;
  JsonObject *object = parent != NULL ? json_node_get_object (parent) : document;
  JsonNode *node = json_object_get_member (object, places[place].member);
  JsonArray *array;

  if (node == NULL)
    return;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      add_item (items, places[place].kind, places[place].section, json_node_get_object (node));
      return;
    }
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return;

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    add_item (items, places[place].kind, places[place].section,
              json_array_get_object_element (array, i));
}

GPtrArray *
lev_profile_content_read (const char *content,
                          GError    **error)
{
  g_autoptr (JsonNode) root = content != NULL ? json_from_string (content, NULL) : NULL;
  JsonObject *document = root != NULL && JSON_NODE_HOLDS_OBJECT (root) ? json_node_get_object (root)
                                                                       : NULL;
  GPtrArray *items;

  if (document == NULL || g_strcmp0 (get_text (document, "format"), LEV_PROFILE_FORMAT) != 0)
    {
      g_set_error_literal (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ,
                           _("Reading the profile version: its content is not a profile"));
      return NULL;
    }

  items = g_ptr_array_new_with_free_func (item_free);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    add_items (items, document, i);

  return items;
}

static LevProfileItem *
find_item (GPtrArray      *items,
           LevProfileItem *wanted)
{
  for (guint i = 0; i < items->len; i++)
    {
      LevProfileItem *item = g_ptr_array_index (items, i);

      if (item->section == wanted->section && g_strcmp0 (item->id, wanted->id) == 0)
        return item;
    }

  return NULL;
}

static const char *
find_fact (LevProfileItem *item,
           const char     *name)
{
  for (guint i = 0; i < item->facts->len; i++)
    {
      LevProfileFact *fact = g_ptr_array_index (item->facts, i);

      if (g_str_equal (fact->name, name))
        return fact->text;
    }

  return "";
}

static void
add_change (GPtrArray      *changes,
            LevProfileItem *item,
            const char     *label,
            const char     *before,
            const char     *after)
{
  LevProfileChange *change = g_new0 (LevProfileChange, 1);

  change->section = item->section;
  change->title = g_strdup (item->title);
  change->label = g_strdup (label);
  change->before = g_strdup (before);
  change->after = g_strdup (after);
  g_ptr_array_add (changes, change);
}

static void
compare_item (GPtrArray      *changes,
              LevProfileItem *before,
              LevProfileItem *after)
{
  for (guint i = 0; i < after->facts->len; i++)
    {
      LevProfileFact *fact = g_ptr_array_index (after->facts, i);
      const char *was = find_fact (before, fact->name);

      if (!g_str_equal (was, fact->text))
        add_change (changes, after, fact->label, was, fact->text);
    }
}

GPtrArray *
lev_profile_content_compare (GPtrArray *before,
                             GPtrArray *after)
{
  GPtrArray *changes = g_ptr_array_new_with_free_func (change_free);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const char *section = _(places[i].section);

      for (guint j = 0; j < after->len; j++)
        {
          LevProfileItem *item = g_ptr_array_index (after, j);
          LevProfileItem *was = find_item (before, item);

          if (item->section != section)
            continue;
          if (was == NULL)
            add_change (changes, item, NULL, NULL, "");
          else
            compare_item (changes, was, item);
        }
      for (guint j = 0; j < before->len; j++)
        {
          LevProfileItem *item = g_ptr_array_index (before, j);

          if (item->section == section && find_item (after, item) == NULL)
            add_change (changes, item, NULL, "", NULL);
        }
    }

  return changes;
}
