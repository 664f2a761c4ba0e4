/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-workbook-cells.h"

#include <string.h>

#include "lev-zip.h"

#define SHARED_STRINGS "xl/sharedStrings.xml"
#define SHEETS         "xl/worksheets/"

/* More than any workbook of ours has; whoever wrote the archive may have meant harm. */
#define MAX_CELLS 1000000

/* Reads one part of a workbook: the shared strings, or a sheet (ECMA-376 part 1, 18.3 and 18.4). */
typedef struct
{
  const char *part;
  GPtrArray  *strings; /* the shared strings */
  GHashTable *cells;   /* what a cell shows by part and reference; NULL for the shared strings */
  guint       max_cells;
  GString    *text; /* of the string, cell or value that is being read */
  char       *reference;
  char       *type;
  guint       n_phonetic; /* how many elements deep in a reading aid, which is not shown */
  gboolean    is_in_text;
} Reader;

/* Programs differ in whether they write a prefix for the namespace. */
static const char *
get_local_name (const char *name)
{
  const char *colon = strchr (name, ':');

  return colon != NULL ? colon + 1 : name;
}

static void
start_cell (Reader      *self,
            const char **names,
            const char **values)
{
  g_string_truncate (self->text, 0);
  g_clear_pointer (&self->reference, g_free);
  g_clear_pointer (&self->type, g_free);

  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp (names[i], "r") == 0)
      g_set_str (&self->reference, values[i]);
    else if (strcmp (names[i], "t") == 0)
      g_set_str (&self->type, values[i]);
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
  const char *name = get_local_name (element);

  if (strcmp (name, "c") == 0)
    start_cell (self, names, values);
  else if (strcmp (name, "si") == 0)
    g_string_truncate (self->text, 0);
  else if (strcmp (name, "rPh") == 0)
    self->n_phonetic++;

  self->is_in_text = strcmp (name, "t") == 0 || strcmp (name, "v") == 0;
}

/* What a cell shows, in one form for all ways to store it. */
static char *
describe_cell (Reader *self)
{
  const char *type = self->type != NULL ? self->type : "n";
  guint64 index;

  if (strcmp (type, "s") == 0)
    {
      if (!g_ascii_string_to_unsigned (self->text->str, 10, 0, G_MAXUINT, &index, NULL) ||
          index >= self->strings->len)
        return g_strdup ("?");
      return g_strconcat ("\"", g_ptr_array_index (self->strings, index), NULL);
    }
  if (strcmp (type, "inlineStr") == 0 || strcmp (type, "str") == 0)
    return g_strconcat ("\"", self->text->str, NULL);
  if (strcmp (type, "n") == 0)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      return g_strdup (
        g_ascii_formatd (number, sizeof number, "%.14g", g_ascii_strtod (self->text->str, NULL)));
    }

  return g_strconcat (type, self->text->str, NULL);
}

static void
take_cell (Reader  *self,
           GError **error)
{
  const char *reference = self->reference != NULL ? self->reference : "";

  if (self->text->len == 0)
    return;

  g_hash_table_insert (self->cells, g_strdup_printf ("%s!%s", self->part, reference),
                       describe_cell (self));
  if (g_hash_table_size (self->cells) > self->max_cells)
    g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "%s has too many cells",
                 self->part);
}

static void
end_element (GMarkupParseContext *context,
             const char          *element,
             gpointer             user_data,
             GError             **error)
{
  Reader *self = user_data;
  const char *name = get_local_name (element);

  self->is_in_text = FALSE;
  if (strcmp (name, "rPh") == 0)
    self->n_phonetic--;
  else if (strcmp (name, "si") == 0 && self->cells == NULL)
    g_ptr_array_add (self->strings, g_strdup (self->text->str));
  else if (strcmp (name, "c") == 0 && self->cells != NULL)
    take_cell (self, error);
}

static void
take_text (GMarkupParseContext *context,
           const char          *text,
           gsize                length,
           gpointer             user_data,
           GError             **error)
{
  Reader *self = user_data;

  if (self->is_in_text && self->n_phonetic == 0)
    g_string_append_len (self->text, text, length);
}

static gboolean
read_part (const char *path,
           const char *part,
           GPtrArray  *strings,
           GHashTable *cells,
           guint       max_cells)
{
  static const GMarkupParser parser = { start_element, end_element, take_text };
  g_autoptr (GBytes) content = lev_zip_read_entry (path, part, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GMarkupParseContext) context = NULL;
  Reader reader = { part, strings, cells, max_cells, text };
  gboolean is_read;
  const char *bytes;
  gsize size;

  if (content == NULL)
    return FALSE;

  bytes = g_bytes_get_data (content, &size);
  if (size >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    {
      bytes += 3;
      size -= 3;
    }
  context = g_markup_parse_context_new (&parser, G_MARKUP_DEFAULT_FLAGS, &reader, NULL);
  is_read = g_markup_parse_context_parse (context, bytes, size, NULL) &&
            g_markup_parse_context_end_parse (context, NULL);
  g_free (reader.reference);
  g_free (reader.type);

  return is_read;
}

/* What all cells of a workbook show; %NULL when it cannot be read or has more than @max_cells. */
static GHashTable *
read_cells (const char *path,
            guint       max_cells)
{
  g_autoptr (GHashTable) parts = lev_zip_read_checksums (path, NULL, NULL);
  g_autoptr (GHashTable) cells = NULL;
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer part;

  if (parts == NULL)
    return NULL;
  if (g_hash_table_contains (parts, SHARED_STRINGS) &&
      !read_part (path, SHARED_STRINGS, strings, NULL, 0))
    return NULL;

  cells = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &part, NULL))
    if (g_str_has_prefix (part, SHEETS) && g_str_has_suffix (part, ".xml") &&
        !read_part (path, part, strings, cells, max_cells))
      return NULL;

  return g_steal_pointer (&cells);
}

gboolean
lev_workbook_has_equal_cells (const char *path,
                              const char *original)
{
  g_autoptr (GHashTable) cells = NULL;
  g_autoptr (GHashTable) expected = NULL;
  GHashTableIter iter;
  gpointer reference;
  gpointer shown;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (original != NULL, FALSE);

  expected = read_cells (original, MAX_CELLS);
  cells = expected != NULL ? read_cells (path, g_hash_table_size (expected)) : NULL;
  if (cells == NULL || g_hash_table_size (cells) != g_hash_table_size (expected))
    return FALSE;

  g_hash_table_iter_init (&iter, cells);
  while (g_hash_table_iter_next (&iter, &reference, &shown))
    if (g_strcmp0 (shown, g_hash_table_lookup (expected, reference)) != 0)
      return FALSE;

  return TRUE;
}
