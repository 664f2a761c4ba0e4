/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-workbook-child.h"

#include "lev-inline-strings.h"
#include "lev-workbook-content.h"

#include <freexl.h>
#include <locale.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

/* What a sheet can have (Excel specifications and limits), and what is looked at of it. */
#define MAX_ROWS   (1048576)
#define MAX_PLACES (8000000)

#define STATUS_UNREADABLE (1)
#define STATUS_TOO_LARGE  (3)

static void
limit (int    resource,
       rlim_t value)
{
  const struct rlimit limits = { value, value };

  setrlimit (resource, &limits);
}

/* From here on the process can neither grow, nor last, nor write a file. */
static void
limit_process (void)
{
  limit (RLIMIT_DATA, LEV_WORKBOOK_MAX_MEMORY);
  limit (RLIMIT_CPU, LEV_WORKBOOK_MAX_SECONDS);
  limit (RLIMIT_FSIZE, 0);
  limit (RLIMIT_CORE, 0);
  alarm (LEV_WORKBOOK_MAX_SECONDS);
  /* The library reads “1.5” as “1” where the decimal sign is a comma. */
  setlocale (LC_ALL, "C");
}

/* Newly allocated: what a cell holds as text; %NULL for nothing. */
static char *
dup_value (const FreeXL_CellValue *cell)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  switch (cell->type)
    {
    case FREEXL_CELL_INT:
      return g_strdup_printf ("%d", cell->value.int_value);
    case FREEXL_CELL_DOUBLE:
      return g_strdup (g_ascii_formatd (number, sizeof number, "%.15g", cell->value.double_value));
    case FREEXL_CELL_TEXT:
    case FREEXL_CELL_SST_TEXT:
    case FREEXL_CELL_DATE:
    case FREEXL_CELL_DATETIME:
    case FREEXL_CELL_TIME:
      return g_strdup (cell->value.text_value);
    default:
      return NULL;
    }
}

/* FALSE when it is one cell too many. */
static gboolean
write_text (const char *text,
            guint       row,
            guint       column,
            guint      *n_cells)
{
  g_autofree char *valid = NULL;
  g_autofree char *escaped = NULL;

  if (text == NULL || *text == '\0')
    return TRUE;
  if (++*n_cells > LEV_WORKBOOK_MAX_CELLS)
    return FALSE;

  valid = g_utf8_make_valid (text, -1);
  escaped = g_strescape (valid, NULL);
  printf (LEV_WORKBOOK_LINE_CELL "\t%u\t%u\t%s\n", row, column, escaped);

  return TRUE;
}

static gboolean
write_cell (const void *workbook,
            guint       row,
            guint       column,
            guint      *n_cells)
{
  g_autofree char *text = NULL;
  FreeXL_CellValue cell;

  if (freexl_get_cell_value (workbook, row, (unsigned short) column, &cell) != FREEXL_OK)
    return TRUE;
  text = dup_value (&cell);

  return write_text (text, row, column, n_cells);
}

static gboolean
write_inline_strings (GArray *strings,
                      guint   sheet,
                      guint  *n_cells)
{
  for (guint i = 0; i < strings->len; i++)
    {
      const LevInlineString *string = &g_array_index (strings, LevInlineString, i);

      if (string->sheet == sheet &&
          !write_text (string->text, string->row, string->column, n_cells))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_sheet (const void *workbook,
             guint       sheet,
             guint      *n_cells)
{
  g_autofree char *escaped = NULL;
  const char *name = NULL;
  unsigned int n_rows = 0;
  unsigned short n_columns = 0;

  freexl_get_worksheet_name (workbook, (unsigned short) sheet, &name);
  escaped = g_strescape (name != NULL ? name : "", NULL);
  printf (LEV_WORKBOOK_LINE_SHEET "\t%s\n", escaped);
  if (freexl_select_active_worksheet (workbook, (unsigned short) sheet) != FREEXL_OK ||
      freexl_worksheet_dimensions (workbook, &n_rows, &n_columns) != FREEXL_OK)
    return TRUE;

  /* The library says something absurd of a sheet on which nothing stands. */
  if (n_rows > MAX_ROWS)
    return TRUE;
  if ((guint64) n_rows * n_columns > MAX_PLACES)
    return FALSE;

  for (guint row = 0; row < n_rows; row++)
    for (guint column = 0; column < n_columns; column++)
      if (!write_cell (workbook, row, column, n_cells))
        return FALSE;

  return TRUE;
}

int
lev_workbook_child_main (const char *path)
{
  g_autoptr (GArray) strings = NULL;
  const void *workbook = NULL;
  unsigned int n_sheets = 0;
  guint n_cells = 0;
  int status;

  limit_process ();
  status = freexl_open_xlsx (path, &workbook);
  if (status == FREEXL_INSUFFICIENT_MEMORY)
    return STATUS_TOO_LARGE;
  if (status != FREEXL_OK || freexl_get_worksheets_count (workbook, &n_sheets) != FREEXL_OK)
    return STATUS_UNREADABLE;

  strings = lev_inline_strings_read (path);
  for (guint sheet = 0; sheet < n_sheets && sheet < G_MAXUSHORT; sheet++)
    if (!write_sheet (workbook, sheet, &n_cells) ||
        !write_inline_strings (strings, sheet, &n_cells))
      return STATUS_TOO_LARGE;
  puts (LEV_WORKBOOK_LINE_END);

  return fflush (stdout) == 0 ? 0 : STATUS_UNREADABLE;
}
