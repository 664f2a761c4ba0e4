#include "lev-handbook-content.h"

#include "lev-register.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define DEFAULT_RESOURCE "/nl/levman/Review/handbook.ini"

#define HANDBOOK_GROUP "handbook"
#define RULE_GROUP     "rule"

struct _LevHandbookContent
{
  GPtrArray  *items[LEV_HANDBOOK_N_ITEMS];
  GHashTable *scales; /* "control 3" to its words */
  GKeyFile   *file;
  char       *title;
  int         version;
};

/* The groups of a handbook that hold one item each: "[factor A1]". */
static const struct
{
  const char *prefix;
  gboolean    needs_weight;
  gboolean    needs_from;
  gboolean    needs_theme;
} kinds[LEV_HANDBOOK_N_ITEMS] = {
  [LEV_HANDBOOK_FACTOR] = { "factor ", TRUE, FALSE, FALSE },
  [LEV_HANDBOOK_THEME] = { "theme ", FALSE, FALSE, FALSE },
  [LEV_HANDBOOK_QUESTION] = { "question ", FALSE, FALSE, TRUE },
  [LEV_HANDBOOK_CRITERION] = { "criterion ", FALSE, FALSE, TRUE },
  [LEV_HANDBOOK_CLASS] = { "class ", FALSE, TRUE, FALSE },
};

static void
item_free (LevHandbookItem *item)
{
  g_free (item->code);
  g_free (item->title);
  g_free (item->theme);
  g_free (item->question);
  g_free (item->evidence);
  g_free (item);
}

static LevHandbookContent *
content_new (void)
{
  LevHandbookContent *self = g_new0 (LevHandbookContent, 1);

  for (guint i = 0; i < LEV_HANDBOOK_N_ITEMS; i++)
    self->items[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->scales = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->file = g_key_file_new ();
  self->title = g_strdup ("");

  return self;
}

void
lev_handbook_content_free (LevHandbookContent *self)
{
  for (guint i = 0; i < LEV_HANDBOOK_N_ITEMS; i++)
    g_ptr_array_unref (self->items[i]);
  g_hash_table_unref (self->scales);
  g_key_file_unref (self->file);
  g_free (self->title);
  g_free (self);
}

static gboolean
read_integer (LevHandbookContent *self,
              const char         *group,
              const char         *key,
              int                *value,
              GError            **error)
{
  g_autoptr (GError) local_error = NULL;

  *value = g_key_file_get_integer (self->file, group, key, &local_error);
  if (local_error != NULL)
    g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                 _("Reading the handbook: group ‘%s’: %s"), group, local_error->message);
  else if (*value < 1)
    g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                 _("Reading the handbook: group ‘%s’: the key ‘%s’ must be 1 or more"), group, key);
  else
    return TRUE;

  return FALSE;
}

static gboolean
read_text (LevHandbookContent *self,
           const char         *group,
           const char         *key,
           char              **value,
           GError            **error)
{
  g_autofree char *text = g_key_file_get_string (self->file, group, key, NULL);

  if (text == NULL || *text == '\0')
    {
      g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                   _("Reading the handbook: group ‘%s’: the key ‘%s’ is missing"), group, key);
      return FALSE;
    }

  g_set_str (value, text);
  return TRUE;
}

static gboolean
read_item (LevHandbookContent *self,
           LevHandbookItems    kind,
           const char         *group,
           GError            **error)
{
  LevHandbookItem *item = g_new0 (LevHandbookItem, 1);

  g_ptr_array_add (self->items[kind], item);
  item->code = g_strstrip (g_strdup (group + strlen (kinds[kind].prefix)));
  item->question = g_key_file_get_string (self->file, group, "question", NULL);
  item->evidence = g_key_file_get_string (self->file, group, "evidence", NULL);

  return read_text (self, group, "title", &item->title, error) &&
         (!kinds[kind].needs_theme || read_text (self, group, "theme", &item->theme, error)) &&
         (!kinds[kind].needs_weight ||
          read_integer (self, group, "weight", &item->weight, error)) &&
         (!kinds[kind].needs_from || read_integer (self, group, "from", &item->from, error));
}

static void
read_scale (LevHandbookContent *self,
            const char         *group)
{
  for (int score = 1; score <= 5; score++)
    {
      char key[2] = { (char) ('0' + score), '\0' };
      char *words = g_key_file_get_string (self->file, group, key, NULL);

      if (words != NULL)
        g_hash_table_insert (self->scales,
                             g_strdup_printf ("%s %d", group + strlen ("scale "), score), words);
    }
}

static gboolean
read_group (LevHandbookContent *self,
            const char         *group,
            GError            **error)
{
  if (g_str_has_prefix (group, "scale "))
    {
      read_scale (self, group);
      return TRUE;
    }

  for (guint i = 0; i < LEV_HANDBOOK_N_ITEMS; i++)
    if (g_str_has_prefix (group, kinds[i].prefix))
      return read_item (self, i, group, error);

  return TRUE;
}

/* The classes stand for the levels of the process (template, section 5): all of them, from the
 * lowest to the highest, so that every product of a likelihood and an impact is in one. */
static gboolean
check_classes (LevHandbookContent *self,
               GError            **error)
{
  static const char *const codes[] = { "low", "medium", "high", "critical" };
  int from = 0;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const LevHandbookItem *class = lev_handbook_content_find (self, LEV_HANDBOOK_CLASS, codes[i]);

      if (class == NULL)
        g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                     _("Reading the handbook: there is no group ‘class %s’"), codes[i]);
      else if (i == 0 && class->from != 1)
        g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                     _("Reading the handbook: group ‘class %s’: the key ‘from’ must be 1"),
                     codes[i]);
      else if (class->from <= from)
        g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                     _("Reading the handbook: group ‘class %s’: the key ‘from’ must be more than "
                       "that of the class below it"),
                     codes[i]);
      else
        {
          from = class->from;
          continue;
        }

      return FALSE;
    }

  return TRUE;
}

/* Each question and criterion belongs to a theme that is there. */
static gboolean
check_themes (LevHandbookContent *self,
              LevHandbookItems    items,
              GError            **error)
{
  for (guint i = 0; i < self->items[items]->len; i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (self, items, i);

      if (lev_handbook_content_find (self, LEV_HANDBOOK_THEME, item->theme) != NULL)
        continue;

      g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                   _("Reading the handbook: group ‘%s%s’: the key ‘%s’ names ‘%s’, which is not "
                     "there"),
                   kinds[items].prefix, item->code, "theme", item->theme);
      return FALSE;
    }

  return TRUE;
}

/* What the rules cannot do without: some of everything, and items that fit together. */
static gboolean
check_content (LevHandbookContent *self,
               GError            **error)
{
  for (guint i = 0; i < LEV_HANDBOOK_N_ITEMS; i++)
    if (self->items[i]->len == 0)
      {
        g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                     _("Reading the handbook: there is no group ‘%s…’"), kinds[i].prefix);
        return FALSE;
      }

  return check_classes (self, error) && check_themes (self, LEV_HANDBOOK_QUESTION, error) &&
         check_themes (self, LEV_HANDBOOK_CRITERION, error);
}

/* The group that says which handbook this is and where it draws the line of step 2. */
static gboolean
read_handbook (LevHandbookContent *self,
               GError            **error)
{
  g_autofree char *rule = NULL;
  int value;

  if (!read_text (self, HANDBOOK_GROUP, "title", &self->title, error) ||
      !read_integer (self, HANDBOOK_GROUP, "version", &self->version, error) ||
      !read_text (self, HANDBOOK_GROUP, "selection-rule", &rule, error) ||
      !read_integer (self, HANDBOOK_GROUP, "selection-value", &value, error))
    return FALSE;

  if (g_str_equal (rule, "count") || g_str_equal (rule, "threshold"))
    return TRUE;

  g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
               _("Reading the handbook: group ‘%s’: the key ‘%s’ must be ‘count’ or ‘threshold’"),
               HANDBOOK_GROUP, "selection-rule");
  return FALSE;
}

/* Rules may be left out; one that is there has a number. */
static gboolean
check_rules (LevHandbookContent *self,
             GError            **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (self->file, RULE_GROUP, NULL, NULL);
  int value;

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (!read_integer (self, RULE_GROUP, keys[i], &value, error))
      return FALSE;

  return TRUE;
}

LevHandbookContent *
lev_handbook_content_parse (const char *text,
                            GError    **error)
{
  g_autoptr (LevHandbookContent) self = content_new ();
  g_autoptr (GError) local_error = NULL;
  g_auto (GStrv) groups = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  if (!g_key_file_load_from_data (self->file, text, (gsize) -1, G_KEY_FILE_NONE, &local_error))
    {
      g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT, _("Reading the handbook: %s"),
                   local_error->message);
      return NULL;
    }

  groups = g_key_file_get_groups (self->file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!read_group (self, groups[i], error))
      return NULL;

  if (!read_handbook (self, error) || !check_rules (self, error) || !check_content (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
content_changed_cb (LevHandbook *handbook)
{
  g_object_set_data (G_OBJECT (handbook), "lev-content", NULL);
}

LevHandbookContent *
lev_handbook_get_content (LevHandbook *handbook)
{
  static LevHandbookContent *empty;
  LevHandbookContent *content;

  if (g_once_init_enter_pointer (&empty))
    g_once_init_leave_pointer (&empty, content_new ());

  if (handbook == NULL || handbook->content == NULL)
    return empty;

  content = g_object_get_data (G_OBJECT (handbook), "lev-content");
  if (content != NULL)
    return content;

  content = lev_handbook_content_parse (handbook->content, NULL);
  if (content == NULL)
    return empty;

  g_signal_handlers_disconnect_by_func (handbook, content_changed_cb, NULL);
  g_signal_connect (handbook, "notify::content", G_CALLBACK (content_changed_cb), NULL);
  g_object_set_data_full (G_OBJECT (handbook), "lev-content", content,
                          (GDestroyNotify) lev_handbook_content_free);

  return content;
}

guint
lev_handbook_content_get_n (LevHandbookContent *self,
                            LevHandbookItems    items)
{
  return self->items[items]->len;
}

const LevHandbookItem *
lev_handbook_content_get (LevHandbookContent *self,
                          LevHandbookItems    items,
                          guint               position)
{
  g_return_val_if_fail (position < self->items[items]->len, NULL);

  return g_ptr_array_index (self->items[items], position);
}

const LevHandbookItem *
lev_handbook_content_find (LevHandbookContent *self,
                           LevHandbookItems    items,
                           const char         *code)
{
  for (guint i = 0; i < self->items[items]->len; i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (self, items, i);

      if (g_strcmp0 (item->code, code) == 0)
        return item;
    }

  return NULL;
}

const char *
lev_handbook_content_describe (LevHandbookContent *self,
                               const char         *scale,
                               int                 score)
{
  g_autofree char *key = g_strdup_printf ("%s %d", scale, score);
  const char *words = g_hash_table_lookup (self->scales, key);

  return words != NULL ? words : "";
}

int
lev_handbook_content_get_rule (LevHandbookContent *self,
                               const char         *rule)
{
  return g_key_file_get_integer (self->file, RULE_GROUP, rule, NULL);
}

const char *
lev_handbook_content_get_title (LevHandbookContent *self)
{
  return self->title;
}

int
lev_handbook_content_get_version (LevHandbookContent *self)
{
  return self->version;
}

gboolean
lev_handbook_content_selects_by_count (LevHandbookContent *self,
                                       int                *value)
{
  g_autofree char *rule = g_key_file_get_string (self->file, HANDBOOK_GROUP, "selection-rule",
                                                 NULL);

  *value = g_key_file_get_integer (self->file, HANDBOOK_GROUP, "selection-value", NULL);

  return g_strcmp0 (rule, "threshold") != 0;
}

char *
lev_handbook_content_dup_selection_reference (LevHandbookContent *self)
{
  return g_key_file_get_string (self->file, HANDBOOK_GROUP, "selection-reference", NULL);
}

LevHandbook *
lev_handbook_add_default (LevRegister *records,
                          GError     **error)
{
  g_autoptr (LevHandbookContent) content = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;

  bytes = g_resources_lookup_data (DEFAULT_RESOURCE, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  if (bytes == NULL)
    return NULL;

  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  content = lev_handbook_content_parse (text, error);
  if (content == NULL)
    return NULL;

  return lev_register_add_only (records, LEV_TYPE_HANDBOOK, NULL, text, "title", content->title,
                                "version", content->version, "content", text, NULL);
}
