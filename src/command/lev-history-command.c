#include "lev-command.h"
#include "lev-history.h"
#include "lev-table.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#define VALUE_WIDTH (120) /* what is shown of a long text */

/* Whether two entries are of one edit, as far as people can see. */
static gboolean
is_same_edit (const LevHistoryEntry *one,
              const LevHistoryEntry *other)
{
  return one->moment == other->moment && g_str_equal (one->author, other->author) &&
         g_str_equal (one->label, other->label);
}

static void
print_change (const LevHistoryEntry *entry)
{
  g_autofree char *title = lev_table_dup_cell (entry->title, VALUE_WIDTH);
  g_autofree char *from = lev_table_dup_cell (entry->from, VALUE_WIDTH);
  g_autofree char *to = lev_table_dup_cell (entry->to, VALUE_WIDTH);

  if (*from == '\0')
    g_print ("  %s: %s: ‘%s’\n", title, entry->field_label, to);
  else
    g_print ("  %s: %s: ‘%s’ → ‘%s’\n", title, entry->field_label, from, to);
}

/* Each edit with its changes below it. */
static void
print_text (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      const LevHistoryEntry *entry = g_ptr_array_index (entries, i);
      g_autofree char *moment = lev_moment_format (entry->moment);

      if (i == 0 || !is_same_edit (entry, g_ptr_array_index (entries, i - 1)))
        g_print ("%s  %s  %s\n", moment, entry->author, entry->label);
      print_change (entry);
    }
}

static void
add_member (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
print_json (GPtrArray *entries)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < entries->len; i++)
    {
      const LevHistoryEntry *entry = g_ptr_array_index (entries, i);
      char moment[LEV_MOMENT_BUFFER];

      json_builder_begin_object (builder);
      add_member (builder, "moment", lev_moment_to_iso (entry->moment, moment));
      add_member (builder, "author", entry->author);
      add_member (builder, "label", entry->label);
      add_member (builder, "kind", entry->kind);
      add_member (builder, "record", entry->record);
      add_member (builder, "title", entry->title);
      add_member (builder, "field", entry->field);
      add_member (builder, "from", entry->from);
      add_member (builder, "to", entry->to);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);

  root = json_builder_get_root (builder);
  text = json_to_string (root, TRUE);
  g_print ("%s\n", text);
}

gboolean
lev_command_history (LevCommandLine *line,
                     GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_READ, error);
  g_autoptr (GPtrArray) entries = NULL;

  if (store == NULL)
    return FALSE;

  entries = lev_history_list (store, line->record, line->field, error);
  if (entries == NULL)
    return FALSE;
  if (entries->len == 0 && line->record != NULL)
    {
      g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED,
                   _("There is no change of a record with the identifier ‘%s’"), line->record);
      return FALSE;
    }

  if (line->json)
    print_json (entries);
  else
    print_text (entries);

  return TRUE;
}
