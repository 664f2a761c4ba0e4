/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-csv.h"

#include <string.h>

#include <glib/gi18n.h>

#include "lev-exchange-error.h"

/* How many rows decide on the delimiter. */
#define N_SAMPLE_ROWS 20

/* In the order that wins when a file gives no reason to prefer one. */
static const char delimiters[] = ";\t,";

/* A cell is an offset into the text, where it ends in NUL: taking quotes out never makes it longer,
 * so a file of a million cells costs two arrays and no copies. */
struct _LevCsv
{
  LevText *text;
  GArray  *cells; /* guint32: where a cell starts in the text */
  GArray  *rows;  /* Row */
  char     delimiter;
};

typedef struct
{
  guint32 first_cell;
  guint32 line;
} Row;

typedef struct
{
  LevCsv *csv;
  char   *at;
  guint   line;
} Scanner;

typedef enum
{
  AFTER_CELL,
  AFTER_ROW,
  AFTER_FILE,
} After;

/* Skips a quoted stretch without changing it; @at is behind the opening quote. */
static const char *
skip_quoted (const char *at)
{
  while (*at != '\0' && !(at[0] == '"' && at[1] != '"'))
    at += at[0] == '"' ? 2 : 1;

  return *at == '"' ? at + 1 : at;
}

/* Counts the delimiters of one row and moves @at behind it. */
static guint
count_delimiters (const char **at,
                  char         delimiter)
{
  const char *p = *at;
  gboolean cell_starts = TRUE;
  guint n = 0;

  while (*p != '\0' && *p != '\n' && *p != '\r')
    {
      if (*p == '"' && cell_starts)
        {
          p = skip_quoted (p + 1);
          cell_starts = FALSE;
          continue;
        }
      cell_starts = *p == delimiter;
      n += cell_starts;
      p++;
    }

  while (*p == '\n' || *p == '\r')
    p++;
  *at = p;

  return n;
}

/* How many of the first rows have as many cells as the first; 0 when that is a single cell. */
static guint
count_equal_rows (const char *text,
                  char        delimiter,
                  guint      *n_columns)
{
  guint n_equal = 1;

  *n_columns = count_delimiters (&text, delimiter);
  if (*n_columns == 0)
    return 0;

  for (guint i = 1; i < N_SAMPLE_ROWS && *text != '\0'; i++)
    n_equal += count_delimiters (&text, delimiter) == *n_columns;

  return n_equal;
}

static char
detect_delimiter (const char *text)
{
  char best = delimiters[0];
  guint best_equal = 0;
  guint best_columns = 0;

  for (const char *candidate = delimiters; *candidate != '\0'; candidate++)
    {
      guint n_columns;
      guint n_equal = count_equal_rows (text, *candidate, &n_columns);

      if (n_equal > best_equal || (n_equal == best_equal && n_columns > best_columns))
        {
          best = *candidate;
          best_equal = n_equal;
          best_columns = n_columns;
        }
    }

  return best;
}

/* Excel's own way to name the delimiter. Returns what stands behind that line. */
static char *
take_separator_line (LevCsv *self)
{
  char *text = self->text->text;
  char *end;

  if (g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[4] == '\0' || strchr ("\r\n", text[4]))
    return text;
  end = text + 5;
  if (*end != '\0' && *end != '\r' && *end != '\n')
    return text;

  self->delimiter = text[4];
  end += end[0] == '\r' && end[1] == '\n' ? 2 : *end != '\0';

  return end;
}

static void
start_cell (Scanner *scanner,
            char    *at)
{
  guint32 offset = at - scanner->csv->text->text;

  g_array_append_val (scanner->csv->cells, offset);
}

/* Ends a cell at @end, where the scanner stands on what follows it. */
static After
end_cell (Scanner *scanner,
          char    *end)
{
  char *at = scanner->at;
  char next = *at;

  *end = '\0';
  if (next == '\0')
    return AFTER_FILE;

  if (next != '\r' && next != '\n')
    {
      scanner->at = at + 1;
      return AFTER_CELL;
    }

  scanner->at = at + (next == '\r' && at[1] == '\n' ? 2 : 1);
  scanner->line++;

  return *scanner->at == '\0' ? AFTER_FILE : AFTER_ROW;
}

static After
scan_plain_cell (Scanner        *scanner,
                 const gboolean *is_end)
{
  char *at = scanner->at;

  start_cell (scanner, at);
  while (!is_end[(guchar) *at])
    at++;
  scanner->at = at;

  return end_cell (scanner, at);
}

/* Moves the text of a quoted cell to its start, the doubled quotes as one and each line end as
 * `\n`, and stops behind the closing quote. Returns its end, or %NULL when the quote stays open. */
static char *
unquote (Scanner *scanner)
{
  char *in = scanner->at + 1;
  char *out = scanner->at;

  while (*in != '\0' && !(in[0] == '"' && in[1] != '"'))
    {
      if (*in == '"')
        in++;
      else if (in[0] == '\r' && in[1] == '\n')
        in++;

      scanner->line += *in == '\r' || *in == '\n';
      *out++ = *in == '\r' ? '\n' : *in;
      in++;
    }

  if (*in == '\0')
    return NULL;

  scanner->at = in + 1;

  return out;
}

static gboolean
scan_quoted_cell (Scanner        *scanner,
                  const gboolean *is_end,
                  After          *after,
                  const char    **message)
{
  char *end;

  start_cell (scanner, scanner->at);
  end = unquote (scanner);
  if (end == NULL)
    {
      *message = _("the quotation mark is not closed");
      return FALSE;
    }

  while (*scanner->at == ' ')
    scanner->at++;
  if (!is_end[(guchar) *scanner->at])
    {
      *message = _("text stands behind a closing quotation mark. Double each quotation mark that "
                   "belongs to the text");
      return FALSE;
    }

  *after = end_cell (scanner, end);

  return TRUE;
}

/* Returns %FALSE with the scanner at the place of the error. */
static gboolean
scan_rows (Scanner     *scanner,
           const char **message)
{
  gboolean is_end[256] = { FALSE };
  After after = *scanner->at == '\0' ? AFTER_FILE : AFTER_ROW;

  is_end[0] = is_end['\r'] = is_end['\n'] = TRUE;
  is_end[(guchar) scanner->csv->delimiter] = TRUE;

  while (after != AFTER_FILE)
    {
      if (after == AFTER_ROW)
        {
          Row row = { scanner->csv->cells->len, scanner->line };

          g_array_append_val (scanner->csv->rows, row);
        }

      if (*scanner->at != '"')
        after = scan_plain_cell (scanner, is_end);
      else if (!scan_quoted_cell (scanner, is_end, &after, message))
        return FALSE;
    }

  return TRUE;
}

/* Scanning has cut the text up, so that places in it are counted in a fresh copy. */
static void
set_error_at (GBytes     *content,
              gsize       offset,
              const char *message,
              GError    **error)
{
  g_autoptr (LevText) text = lev_text_new (content, NULL);
  LevTextPosition position = lev_text_get_position (text, offset);

  /* Translators: the line and the character in a file, then what is wrong there. */
  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_CSV,
               _("Reading the file failed: line %u, character %u: %s"), position.line,
               position.column, message);
}

LevCsv *
lev_csv_new (GBytes  *content,
             GError **error)
{
  g_autoptr (LevCsv) self = NULL;
  LevText *text;
  Scanner scanner;
  const char *message;

  g_return_val_if_fail (content != NULL, NULL);

  text = lev_text_new (content, error);
  if (text == NULL)
    return NULL;

  self = g_new0 (LevCsv, 1);
  self->text = text;
  self->cells = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));

  scanner = (Scanner) { self, take_separator_line (self), 1 };
  if (self->delimiter == '\0')
    self->delimiter = detect_delimiter (text->text);
  else
    scanner.line = 2;

  if (!scan_rows (&scanner, &message))
    {
      set_error_at (content, scanner.at - text->text, message, error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

const LevText *
lev_csv_get_text (LevCsv *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

char
lev_csv_get_delimiter (LevCsv *self)
{
  g_return_val_if_fail (self != NULL, '\0');

  return self->delimiter;
}

guint
lev_csv_get_n_rows (LevCsv *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

guint
lev_csv_get_n_cells (LevCsv *self,
                     guint   row)
{
  const Row *rows;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < self->rows->len, 0);

  rows = &g_array_index (self->rows, Row, row);

  return (row + 1 < self->rows->len ? rows[1].first_cell : self->cells->len) - rows[0].first_cell;
}

const char *
lev_csv_get_cell (LevCsv *self,
                  guint   row,
                  guint   column)
{
  guint32 first;

  g_return_val_if_fail (self != NULL, NULL);

  if (column >= lev_csv_get_n_cells (self, row))
    return "";

  first = g_array_index (self->rows, Row, row).first_cell;

  return self->text->text + g_array_index (self->cells, guint32, first + column);
}

guint
lev_csv_get_line (LevCsv *self,
                  guint   row,
                  guint   column)
{
  guint line;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < self->rows->len, 0);

  line = g_array_index (self->rows, Row, row).line;
  for (guint i = 0; i < column; i++)
    for (const char *at = lev_csv_get_cell (self, row, i); *at != '\0'; at++)
      line += *at == '\n';

  return line;
}

void
lev_csv_free (LevCsv *self)
{
  g_clear_pointer (&self->cells, g_array_unref);
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->text, lev_text_free);
  g_free (self);
}
