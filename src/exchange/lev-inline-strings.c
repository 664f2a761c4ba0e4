/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-inline-strings.h"

#include "lev-zip.h"

#include <string.h>

#define FOLDER "xl/"

/* What the three kinds of parts are read into. */
typedef struct
{
  GPtrArray  *ids;     /* of relationships, a sheet each */
  GHashTable *targets; /* relationship to part */
  GArray     *strings; /* LevInlineString */
  guint       sheet;
  guint row, column;
  gboolean in_cell; /* in one that holds its own text */
  gboolean in_text;
  gboolean in_phonetic; /* how a text is pronounced is not the text */
  GString *text;
} Reader;

/* A name without its namespace. */
static const char *
get_local (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static const char *
get_attribute (const char **names,
               const char **values,
               const char  *wanted)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (get_local (names[i]), wanted))
      return values[i];

  return NULL;
}

/* "BC12" as row 11, column 54; FALSE when it is no place. */
static gboolean
parse_place (const char *text,
             guint      *row,
             guint      *column)
{
  guint64 number;
  guint letters = 0;

  for (; g_ascii_isupper (*text) && letters < 4 * 26 * 26 * 26; text++)
    letters = letters * 26 + (guint) (*text - 'A') + 1;
  if (letters == 0 || !g_ascii_string_to_unsigned (text, 10, 1, 1048576, &number, NULL))
    return FALSE;

  *row = (guint) number - 1;
  *column = letters - 1;

  return TRUE;
}

static void
start_cell (Reader      *self,
            const char **names,
            const char **values)
{
  const char *place = get_attribute (names, values, "r");

  self->in_cell = g_strcmp0 (get_attribute (names, values, "t"), "inlineStr") == 0 &&
                  place != NULL && parse_place (place, &self->row, &self->column);
  g_string_truncate (self->text, 0);
}

static void
start_element (GMarkupParseContext *context,
               const char          *element,
               const char         **names,
               const char         **values,
               gpointer             user_data,
               GError             **error)
{
  Reader *self = user_data;
  const char *name = get_local (element);
  const char *id = get_attribute (names, values, g_str_equal (name, "sheet") ? "id" : "Id");

  if (g_str_equal (name, "sheet"))
    g_ptr_array_add (self->ids, g_strdup (id));
  else if (g_str_equal (name, "Relationship") && id != NULL)
    g_hash_table_insert (self->targets, g_strdup (id),
                         g_strdup (get_attribute (names, values, "Target")));
  else if (g_str_equal (name, "c"))
    start_cell (self, names, values);
  else if (g_str_equal (name, "rPh"))
    self->in_phonetic = TRUE;
  else if (g_str_equal (name, "t"))
    self->in_text = self->in_cell && !self->in_phonetic;
}

static void
end_element (GMarkupParseContext *context,
             const char          *element,
             gpointer             user_data,
             GError             **error)
{
  Reader *self = user_data;
  const char *name = get_local (element);

  if (g_str_equal (name, "t"))
    self->in_text = FALSE;
  else if (g_str_equal (name, "rPh"))
    self->in_phonetic = FALSE;
  else if (g_str_equal (name, "c") && self->in_cell)
    {
      LevInlineString string = { self->sheet, self->row, self->column, g_strdup (self->text->str) };

      g_array_append_val (self->strings, string);
      self->in_cell = FALSE;
    }
}

static void
add_text (GMarkupParseContext *context,
          const char          *text,
          gsize                length,
          gpointer             user_data,
          GError             **error)
{
  Reader *self = user_data;

  if (self->in_text)
    g_string_append_len (self->text, text, (gssize) length);
}

static void
read_part (Reader     *self,
           const char *path,
           const char *part)
{
  static const GMarkupParser parser = { start_element, end_element, add_text, NULL, NULL };
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GBytes) content = lev_zip_read_entry (path, part, NULL);
  const char *data;
  gsize size;

  if (content == NULL)
    return;

  data = g_bytes_get_data (content, &size);
  context = g_markup_parse_context_new (&parser, G_MARKUP_TREAT_CDATA_AS_TEXT, self, NULL);
  g_markup_parse_context_parse (context, data, (gssize) size, NULL);
}

/* A target is relative to the workbook, or stands on its own after a slash. */
static void
read_sheet (Reader     *self,
            const char *path,
            const char *target)
{
  g_autofree char *part = *target == '/' ? g_strdup (target + 1)
                                         : g_strconcat (FOLDER, target, NULL);

  self->in_cell = FALSE;
  read_part (self, path, part);
}

static void
string_clear (gpointer data)
{
  g_free (((LevInlineString *) data)->text);
}

GArray *
lev_inline_strings_read (const char *path)
{
  Reader self = { .ids = g_ptr_array_new_with_free_func (g_free),
                  .targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
                  .strings = g_array_new (FALSE, FALSE, sizeof (LevInlineString)),
                  .text = g_string_new (NULL) };

  g_array_set_clear_func (self.strings, string_clear);
  read_part (&self, path, FOLDER "workbook.xml");
  read_part (&self, path, FOLDER "_rels/workbook.xml.rels");
  for (; self.sheet < self.ids->len; self.sheet++)
    {
      const char *id = g_ptr_array_index (self.ids, self.sheet);
      const char *target = id != NULL ? g_hash_table_lookup (self.targets, id) : NULL;

      if (target != NULL)
        read_sheet (&self, path, target);
    }
  g_ptr_array_unref (self.ids);
  g_hash_table_unref (self.targets);
  g_string_free (self.text, TRUE);

  return self.strings;
}
