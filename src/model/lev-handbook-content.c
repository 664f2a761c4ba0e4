#include "lev-handbook-content.h"

#include <glib/gi18n.h>

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
read_item (LevHandbookContent *self,
           LevHandbookItems    kind,
           const char         *group,
           GError            **error)
{
  LevHandbookItem *item = g_new0 (LevHandbookItem, 1);
  g_autoptr (GError) local_error = NULL;

  g_ptr_array_add (self->items[kind], item);
  item->code = g_strstrip (g_strdup (group + strlen (kinds[kind].prefix)));
  item->title = g_key_file_get_string (self->file, group, "title", &local_error);
  item->theme = g_key_file_get_string (self->file, group, "theme", NULL);
  item->question = g_key_file_get_string (self->file, group, "question", NULL);
  item->evidence = g_key_file_get_string (self->file, group, "evidence", NULL);

  if (local_error == NULL && kinds[kind].needs_weight)
    item->weight = g_key_file_get_integer (self->file, group, "weight", &local_error);
  if (local_error == NULL && kinds[kind].needs_from)
    item->from = g_key_file_get_integer (self->file, group, "from", &local_error);

  if (local_error != NULL)
    g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                 _("Reading the handbook: group ‘%s’: %s"), group, local_error->message);
  else if (kinds[kind].needs_theme && item->theme == NULL)
    g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                 _("Reading the handbook: group ‘%s’: the key ‘%s’ is missing"), group, "theme");
  else if (kinds[kind].needs_weight && item->weight <= 0)
    g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                 _("Reading the handbook: group ‘%s’: the weight must be more than 0"), group);
  else
    return TRUE;

  return FALSE;
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

/* What the rules cannot do without: some of everything, and classes with rising bounds. */
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

  for (guint i = 1; i < self->items[LEV_HANDBOOK_CLASS]->len; i++)
    if (lev_handbook_content_get (self, LEV_HANDBOOK_CLASS, i)->from <=
        lev_handbook_content_get (self, LEV_HANDBOOK_CLASS, i - 1)->from)
      {
        g_set_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT,
                     _("Reading the handbook: class ‘%s’ must start above the class before it"),
                     lev_handbook_content_get (self, LEV_HANDBOOK_CLASS, i)->code);
        return FALSE;
      }

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

  g_free (self->title);
  self->title = g_key_file_get_string (self->file, HANDBOOK_GROUP, "title", NULL);
  if (self->title == NULL)
    self->title = g_strdup ("");
  self->version = g_key_file_get_integer (self->file, HANDBOOK_GROUP, "version", NULL);

  return check_content (self, error) ? g_steal_pointer (&self) : NULL;
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

  if (empty == NULL)
    empty = content_new ();

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
