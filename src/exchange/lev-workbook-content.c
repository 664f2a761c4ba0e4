/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-workbook-content.h"

#include "lev-exchange-error.h"
#include "lev-workbook-child.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define MAX_OUTPUT       (24 * 1024 * 1024) /* bytes that a child may say */
#define STATUS_TOO_LARGE (3)

typedef struct
{
  guint row;
  guint column;
  char *text;
} Cell;

typedef struct
{
  char   *name;
  GArray *cells; /* Cell, row by row */
  guint   n_rows;
} Sheet;

struct _LevWorkbookContent
{
  GPtrArray *sheets; /* Sheet */
};

static char *program;

void
lev_workbook_content_set_program (const char *path)
{
  g_set_str (&program, path);
}

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->text);
}

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;

  g_free (sheet->name);
  g_array_unref (sheet->cells);
  g_free (sheet);
}

void
lev_workbook_content_free (LevWorkbookContent *self)
{
  g_ptr_array_unref (self->sheets);
  g_free (self);
}

static void
add_sheet (LevWorkbookContent *self,
           const char         *name)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->name = g_strcompress (name);
  sheet->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (sheet->cells, cell_clear);
  g_ptr_array_add (self->sheets, sheet);
}

static gboolean
add_cell (LevWorkbookContent *self,
          char              **fields)
{
  Sheet *sheet = self->sheets->len > 0 ? g_ptr_array_index (self->sheets, self->sheets->len - 1)
                                       : NULL;
  guint64 row, column;
  Cell cell;

  if (sheet == NULL || !g_ascii_string_to_unsigned (fields[1], 10, 0, G_MAXINT, &row, NULL) ||
      !g_ascii_string_to_unsigned (fields[2], 10, 0, G_MAXINT, &column, NULL))
    return FALSE;

  cell = (Cell) { (guint) row, (guint) column, g_strstrip (g_strcompress (fields[3])) };
  if (!g_utf8_validate (cell.text, -1, NULL))
    {
      g_free (cell.text);
      return FALSE;
    }
  g_array_append_val (sheet->cells, cell);
  sheet->n_rows = MAX (sheet->n_rows, cell.row + 1);

  return TRUE;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Cell *first = a;
  const Cell *second = b;

  if (first->row != second->row)
    return first->row < second->row ? -1 : 1;

  return first->column < second->column ? -1 : first->column > second->column;
}

static void
sort_cells (LevWorkbookContent *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    g_array_sort (((Sheet *) g_ptr_array_index (self->sheets, i))->cells, compare_places);
}

/* Takes what the child said; FALSE when it did not say everything. */
static gboolean
parse (LevWorkbookContent *self,
       char               *output)
{
  char *next;

  for (char *line = output; line != NULL && *line != '\0'; line = next)
    {
      g_auto (GStrv) fields = NULL;
      char *end = strchr (line, '\n');

      if (end == NULL)
        return FALSE;
      *end = '\0';
      next = end + 1;
      fields = g_strsplit (line, "\t", 4);
      if (g_strcmp0 (fields[0], LEV_WORKBOOK_LINE_END) == 0)
        {
          sort_cells (self);
          return *next == '\0';
        }
      if (g_strcmp0 (fields[0], LEV_WORKBOOK_LINE_SHEET) == 0 && fields[1] != NULL)
        add_sheet (self, fields[1]);
      else if (g_strcmp0 (fields[0], LEV_WORKBOOK_LINE_CELL) != 0 || g_strv_length (fields) != 4 ||
               !add_cell (self, fields))
        return FALSE;
    }

  return FALSE;
}

/* What the child says, at most MAX_OUTPUT; NULL with an error. */
static char *
read_output (GSubprocess  *child,
             GCancellable *cancellable,
             GError      **error)
{
  GInputStream *stream = g_subprocess_get_stdout_pipe (child);
  g_autoptr (GByteArray) output = g_byte_array_new ();
  gssize size;

  do
    {
      guint8 buffer[16 * 1024];

      size = g_input_stream_read (stream, buffer, sizeof buffer, cancellable, error);
      if (size < 0 || output->len + (gsize) MAX (size, 0) > MAX_OUTPUT)
        {
          g_subprocess_force_exit (child);
          return NULL;
        }
      g_byte_array_append (output, buffer, (guint) size);
    }
  while (size > 0);

  g_byte_array_append (output, (const guint8 *) "", 1);

  return (char *) g_byte_array_free (g_steal_pointer (&output), FALSE);
}

static gboolean
check_file (const char *path,
            GError    **error)
{
  g_autofree char *shown = g_filename_display_name (path);
  GStatBuf info;

  if (!g_str_has_suffix (path, ".xlsx"))
    {
      g_set_error (
        error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ,
        _("Reading ‘%s’: this is no workbook. Save it as .xlsx in a spreadsheet program, and choose that file."),
        shown);
      return FALSE;
    }
  if (g_stat (path, &info) != 0 || !S_ISREG (info.st_mode))
    {
      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ,
                   _("Reading ‘%s’: there is no such file."), shown);
      return FALSE;
    }
  if (info.st_size > LEV_WORKBOOK_MAX_FILE)
    {
      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ,
                   _("Reading ‘%s’: the file is larger than %d MB, and so cannot be one that this "
                     "application made."),
                   shown, LEV_WORKBOOK_MAX_FILE / 1024 / 1024);
      return FALSE;
    }

  return TRUE;
}

/* Runs the child on @path: what it said, NULL when it failed; @too_large tells why. */
static char *
run_child (const char   *path,
           GCancellable *cancellable,
           gboolean     *too_large,
           GError      **error)
{
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *output = NULL;

  *too_large = FALSE;
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                            error, program != NULL ? program : "/proc/self/exe",
                            LEV_WORKBOOK_CHILD_ARGUMENT, path, NULL);
  if (child == NULL)
    return NULL;

  output = read_output (child, cancellable, error);
  g_subprocess_wait (child, NULL, NULL);
  *too_large = output == NULL || g_subprocess_get_if_signaled (child) ||
               g_subprocess_get_exit_status (child) == STATUS_TOO_LARGE;
  if (*too_large || g_subprocess_get_exit_status (child) != 0)
    return NULL;

  return g_steal_pointer (&output);
}

LevWorkbookContent *
lev_workbook_content_read (const char   *path,
                           GCancellable *cancellable,
                           GError      **error)
{
  g_autoptr (LevWorkbookContent) self = g_new0 (LevWorkbookContent, 1);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *shown = g_filename_display_name (path);
  g_autofree char *output = NULL;
  gboolean too_large;

  self->sheets = g_ptr_array_new_with_free_func (sheet_free);
  if (!check_file (path, error))
    return NULL;

  output = run_child (path, cancellable, &too_large, &local_error);
  if (output != NULL && parse (self, output))
    return g_steal_pointer (&self);

  if (local_error != NULL)
    g_propagate_prefixed_error (error, g_steal_pointer (&local_error), _("Reading ‘%s’: "), shown);
  else if (too_large)
    g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ,
                 _("Reading ‘%s’: the workbook takes more memory or time than one that this "
                   "application made. Nothing was taken over."),
                 shown);
  else
    g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ,
                 _("Reading ‘%s’: the file is damaged or is no workbook. Open it in a spreadsheet "
                   "program, save it as .xlsx, and try again."),
                 shown);

  return NULL;
}

static Sheet *
get_sheet (LevWorkbookContent *self,
           int                 sheet)
{
  return sheet >= 0 && (guint) sheet < self->sheets->len
           ? g_ptr_array_index (self->sheets, (guint) sheet)
           : NULL;
}

int
lev_workbook_content_find_sheet (LevWorkbookContent *self,
                                 const char         *name)
{
  for (guint i = 0; i < self->sheets->len; i++)
    if (g_str_equal (get_sheet (self, (int) i)->name, name))
      return (int) i;

  return -1;
}

guint
lev_workbook_content_get_n_rows (LevWorkbookContent *self,
                                 int                 sheet)
{
  Sheet *found = get_sheet (self, sheet);

  return found != NULL ? found->n_rows : 0;
}

const char *
lev_workbook_content_get (LevWorkbookContent *self,
                          int                 sheet,
                          guint               row,
                          guint               column)
{
  Sheet *found = get_sheet (self, sheet);
  const Cell wanted = { row, column, NULL };
  guint position;

  return found != NULL && g_array_binary_search (found->cells, &wanted, compare_places, &position)
           ? g_array_index (found->cells, Cell, position).text
           : "";
}

gboolean
lev_workbook_content_find (LevWorkbookContent *self,
                           int                 sheet,
                           const char         *text,
                           guint               n_rows,
                           guint              *row,
                           guint              *column)
{
  Sheet *found = get_sheet (self, sheet);

  for (guint i = 0; found != NULL && i < found->cells->len; i++)
    {
      const Cell *cell = &g_array_index (found->cells, Cell, i);

      if (cell->row < n_rows && g_str_equal (cell->text, text))
        {
          *row = cell->row;
          *column = cell->column;
          return TRUE;
        }
    }

  return FALSE;
}
