#include "lev-table.h"

#define MAX_COLUMNS (8)
#define MAX_WIDTH   (60) /* of a column with another behind it */
#define GAP         "  "

struct _LevTable
{
  GPtrArray *rows; /* of GPtrArrays of cells */
  guint      widths[MAX_COLUMNS];
};

LevTable *
lev_table_new (void)
{
  LevTable *self = g_new0 (LevTable, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  return self;
}

void
lev_table_free (LevTable *self)
{
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/* Wide characters take two places on a screen, combining ones none. */
static guint
get_width (gunichar character)
{
  if (g_unichar_iszerowidth (character))
    return 0;

  return g_unichar_iswide (character) ? 2 : 1;
}

/* @text on one line, without what a terminal would take for a command. */
static char *
dup_cell (const char *text)
{
  GString *cell = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (g_unichar_iscntrl (character))
        character = ' ';
      g_string_append_unichar (cell, character);
    }

  return g_string_free (cell, FALSE);
}

static guint
measure (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    width += get_width (g_utf8_get_char (at));

  return width;
}

void
lev_table_add (LevTable   *self,
               const char *cell,
               ...)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  va_list cells;

  va_start (cells, cell);
  for (; cell != NULL && row->len < MAX_COLUMNS; cell = va_arg (cells, const char *))
    {
      char *text = dup_cell (cell);

      self->widths[row->len] = MAX (self->widths[row->len], MIN (measure (text), MAX_WIDTH));
      g_ptr_array_add (row, text);
    }
  va_end (cells);

  g_ptr_array_add (self->rows, row);
}

/* Appends @text in exactly @width places: with spaces behind it, or cut off with an ellipsis. */
static void
append_fitted (GString    *line,
               const char *text,
               guint       width)
{
  guint used = 0;
  gboolean fits = measure (text) <= width;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (!fits && used + get_width (character) >= width)
        break;
      g_string_append_unichar (line, character);
      used += get_width (character);
    }
  if (!fits)
    {
      g_string_append (line, "…");
      used++;
    }
  for (; used < width; used++)
    g_string_append_c (line, ' ');
}

char *
lev_table_dup_cell (const char *text,
                    guint       width)
{
  g_autofree char *cell = dup_cell (text);
  GString *fitted;

  if (measure (cell) <= width)
    return g_steal_pointer (&cell);

  fitted = g_string_new (NULL);
  append_fitted (fitted, cell, width);

  return g_string_free (fitted, FALSE);
}

static void
append_row (LevTable   *self,
            GString    *text,
            GPtrArray  *row,
            const char *indent)
{
  g_string_append (text, indent);
  for (guint i = 0; i < row->len; i++)
    {
      const char *cell = g_ptr_array_index (row, i);

      if (i + 1 == row->len)
        g_string_append (text, cell);
      else
        {
          append_fitted (text, cell, self->widths[i]);
          g_string_append (text, GAP);
        }
    }

  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

char *
lev_table_write (LevTable   *self,
                 const char *indent)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    append_row (self, text, g_ptr_array_index (self->rows, i), indent);

  return g_string_free (text, FALSE);
}

void
lev_table_print (LevTable   *self,
                 const char *indent)
{
  g_autofree char *text = lev_table_write (self, indent);

  g_print ("%s", text);
}
