/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>

#include "lev-criticality-score.h"
#include "lev-field-text.h"
#include "lev-supplier-import-private.h"

/* Between two looks at whether to go on. */
#define ROWS_AT_ONCE (512)

#define NO_BREAK_SPACE "\xc2\xa0"

static const LevImportColumn *
get_column (LevSupplierImport *self,
            guint              column)
{
  return &g_array_index (self->columns, LevImportColumn, column);
}

/* A no-break space counts as white space, because spreadsheets put it between the euro sign and an
 * amount. */
static gboolean
needs_trim (const char *text,
            gsize       length)
{
  if (length == 0)
    return FALSE;
  if (g_ascii_isspace (text[0]) || g_ascii_isspace (text[length - 1]))
    return TRUE;

  return memchr (text, 0xc2, length) != NULL && strstr (text, NO_BREAK_SPACE) != NULL;
}

const char *
lev_supplier_plan_get_text (LevSupplierImport *self,
                            guint              csv_row,
                            int                column)
{
  const char *text;
  g_autofree char *copy = NULL;

  if (column < 0)
    return "";

  text = lev_csv_get_cell (self->csv, csv_row, column);
  if (!needs_trim (text, strlen (text)))
    return text;

  copy = g_strdup (text);
  for (char *at = copy; (at = strstr (at, NO_BREAK_SPACE)) != NULL;)
    {
      *at = ' ';
      memmove (at + 1, at + 2, strlen (at + 2) + 1);
    }

  return g_string_chunk_insert (self->trimmed, g_strstrip (copy));
}

static gboolean
is_blank_row (LevSupplierImport *self,
              guint              csv_row)
{
  for (guint i = 0; i < lev_csv_get_n_cells (self->csv, csv_row); i++)
    if (*lev_supplier_plan_get_text (self, csv_row, i) != '\0')
      return FALSE;

  return TRUE;
}

G_GNUC_PRINTF (4, 5)
static void
add_error (LevSupplierImport *self,
           guint              csv_row,
           int                column,
           const char        *format,
           ...)
{
  guint line = lev_csv_get_line (self->csv, csv_row, MAX (column, 0));
  const char *heading = NULL;
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  if (column >= 0)
    heading = lev_csv_get_cell (self->csv, self->heading_row, column);
  lev_import_messages_add_error (self->messages, line, column + 1, heading, "%s", text);
}

/* Finds the service or contract that a row is about; %FALSE when the row does not tell which. */
static gboolean
find_part (LevSupplierImport *self,
           LevImportRow      *row,
           LevImportTarget    target,
           const char *const *keys)
{
  LevRecordList *parts;

  if (row->supplier == NULL)
    return TRUE;

  parts = lev_record_get_children (LEV_RECORD (row->supplier), lev_import_target_get_type (target));
  for (; *keys != NULL; keys++)
    {
      int column = lev_import_columns_find (self->columns, target, *keys);
      const char *text = lev_supplier_plan_get_text (self, row->csv_row, column);

      if (*text != '\0')
        {
          row->parts[target] = lev_record_find_part_by_text (row->supplier,
                                                             lev_import_target_get_type (target),
                                                             *keys, text);
          return TRUE;
        }
    }

  if (lev_record_list_get_n (parts) == 1)
    row->parts[target] = lev_record_list_peek (parts, 0);

  return lev_record_list_get_n (parts) <= 1;
}

LevRecord *
lev_supplier_plan_get_record (LevImportRow          *row,
                              const LevImportColumn *column)
{
  if (row->supplier == NULL)
    return NULL;
  if (column->target == LEV_IMPORT_SUPPLIER)
    return LEV_RECORD (row->supplier);
  if (column->target == LEV_IMPORT_SCORE)
    return lev_record_find_part_by_text (row->supplier, LEV_TYPE_CRITICALITY_SCORE, "factor",
                                         column->factor);

  return row->parts[column->target];
}

static gboolean
parse_person (LevSupplierImport *self,
              guint              csv_row,
              const char        *text,
              LevImportChange   *change)
{
  gboolean is_ambiguous;

  change->person = lev_import_people_find (self->people, text, &is_ambiguous);
  if (change->person != NULL)
    {
      change->value.record = (LevRecord *) change->person->record;
      return TRUE;
    }

  if (is_ambiguous)
    add_error (self, csv_row, change->column,
               _("more people are called ‘%s’; give an e-mail address"), text);
  else
    add_error (self, csv_row, change->column,
               _("nobody is called ‘%s’; write ‘Name <e-mail address>’ to add someone"), text);
  return FALSE;
}

static gboolean
parse_cell (LevSupplierImport *self,
            guint              csv_row,
            const LevField    *field,
            const char        *text,
            LevImportChange   *change)
{
  g_autoptr (GError) error = NULL;

  if (field->kind == LEV_FIELD_KIND_REFERENCE)
    return parse_person (self, csv_row, text, change);

  /* Most cells are text, which cannot be wrong: the whole file was decoded. */
  change->value.text = text;
  if (field->kind == LEV_FIELD_KIND_TEXT)
    return TRUE;

  if (lev_field_parse (field, text, self->records, &change->value, &error))
    return TRUE;

  add_error (self, csv_row, change->column, "%s", error->message);
  return FALSE;
}

static gboolean
is_change (LevRecord             *record,
           const LevImportColumn *column,
           const LevImportChange *change)
{
  LevValue old;

  if (record == NULL)
    return TRUE;

  lev_record_get_value (record, column->field_index, &old);

  return !lev_value_equal (column->field, &old, &change->value);
}

static void
plan_cell (LevSupplierImport *self,
           LevImportRow      *row,
           guint              index)
{
  const char *text = lev_supplier_plan_get_text (self, row->csv_row, index);
  LevImportChange change = { index };
  const LevImportColumn *column;

  if (*text == '\0')
    return;

  if (index >= self->columns->len)
    {
      add_error (self, row->csv_row, index, _("‘%s’ has no heading above it"), text);
      return;
    }

  column = get_column (self, index);
  if (column->target == LEV_IMPORT_NOTHING ||
      !parse_cell (self, row->csv_row, column->field, text, &change) ||
      !is_change (lev_supplier_plan_get_record (row, column), column, &change))
    return;

  g_array_append_val (self->changes, change);
  row->n_changes++;
}

/* Whether a row has anything to say about @target. */
static gboolean
is_used (LevSupplierImport *self,
         guint              csv_row,
         LevImportTarget    target)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (get_column (self, i)->target == target &&
        *lev_supplier_plan_get_text (self, csv_row, i) != '\0')
      return TRUE;

  return FALSE;
}

static void
find_parts (LevSupplierImport *self,
            LevImportRow      *row)
{
  static const char *const service_keys[] = { "name", NULL };
  static const char *const contract_keys[] = { "number", "title", NULL };

  if (is_used (self, row->csv_row, LEV_IMPORT_SERVICE) &&
      !find_part (self, row, LEV_IMPORT_SERVICE, service_keys))
    add_error (self, row->csv_row, -1,
               _("this supplier has more services; say which one by its name"));
  if (is_used (self, row->csv_row, LEV_IMPORT_CONTRACT) &&
      !find_part (self, row, LEV_IMPORT_CONTRACT, contract_keys))
    add_error (self, row->csv_row, -1,
               _("this supplier has more contracts; say which one by its number"));
}

/* Finds the supplier of a row; %FALSE when the row does not tell which one it is. */
static gboolean
find_supplier (LevSupplierImport *self,
               LevImportRow      *row)
{
  const char *number = lev_supplier_plan_get_text (self, row->csv_row, self->number_column);
  const char *name = lev_supplier_plan_get_text (self, row->csv_row, self->name_column);
  gboolean is_ambiguous;
  guint earlier;

  row->supplier = lev_supplier_index_find (self->index, number, name, &is_ambiguous);
  if (is_ambiguous)
    {
      add_error (self, row->csv_row, self->name_column,
                 _("more suppliers are called ‘%s’; give the supplier number"), name);
      return FALSE;
    }
  if (row->supplier == NULL && *name == '\0')
    {
      add_error (self, row->csv_row, self->name_column,
                 _("a supplier that is not known yet needs a name"));
      return FALSE;
    }

  earlier = lev_supplier_index_claim (self->index, row->supplier, number, name,
                                      lev_csv_get_line (self->csv, row->csv_row, 0));
  if (earlier == 0)
    return TRUE;

  add_error (self, row->csv_row, *number != '\0' ? self->number_column : self->name_column,
             _("line %u is already about supplier ‘%s’; make it one line"), earlier,
             *number != '\0' ? number : name);
  return FALSE;
}

static void
plan_row (LevSupplierImport *self,
          guint              csv_row)
{
  LevImportRow row = { csv_row, self->changes->len };

  if (is_blank_row (self, csv_row) || !find_supplier (self, &row))
    return;

  row.is_new = row.supplier == NULL;
  find_parts (self, &row);
  for (guint i = 0; i < lev_csv_get_n_cells (self->csv, csv_row); i++)
    plan_cell (self, &row, i);

  g_array_append_val (self->rows, row);
}

static void
introduce_people (LevSupplierImport *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      const LevImportColumn *column = get_column (self, i);

      if (column->target == LEV_IMPORT_NOTHING || column->field->kind != LEV_FIELD_KIND_REFERENCE)
        continue;
      for (guint row = self->heading_row + 1; row < lev_csv_get_n_rows (self->csv); row++)
        lev_import_people_introduce (self->people, lev_supplier_plan_get_text (self, row, i));
    }
}

/* The columns that someone chose: each meaning once. */
static void
take_columns (LevSupplierImport *self,
              GArray            *columns)
{
  static const LevImportColumn nothing = { LEV_IMPORT_NOTHING };
  guint n_columns = lev_csv_get_n_cells (self->csv, self->heading_row);

  self->columns = g_array_new (FALSE, FALSE, sizeof (LevImportColumn));
  for (guint i = 0; i < n_columns; i++)
    {
      const LevImportColumn *column = i < columns->len
                                        ? &g_array_index (columns, LevImportColumn, i)
                                        : &nothing;

      for (guint j = 0; column->target != LEV_IMPORT_NOTHING && j < i; j++)
        if (lev_import_column_equal (column, get_column (self, j)))
          {
            add_error (self, self->heading_row, (int) i,
                       _("column %u already holds the same; leave one of them out"), j + 1);
            column = &nothing;
          }
      g_array_append_vals (self->columns, column, 1);
    }
}

/* Finds the headings; %FALSE when there is nothing to import below them. */
static gboolean
read_headings (LevSupplierImport      *self,
               LevHandbookContent     *handbook,
               const LevImportOptions *options)
{
  guint n_rows = lev_csv_get_n_rows (self->csv);

  while (self->heading_row < n_rows && is_blank_row (self, self->heading_row))
    self->heading_row++;
  if (self->heading_row == n_rows)
    {
      lev_import_messages_add_error (self->messages, 0, 0, NULL, _("The file is empty"));
      return FALSE;
    }

  if (options != NULL && options->columns != NULL)
    take_columns (self, options->columns);
  else
    self->columns = lev_import_columns_new (self->csv, self->heading_row, handbook, self->messages);
  self->name_column = lev_import_columns_find (self->columns, LEV_IMPORT_SUPPLIER, "name");
  self->number_column = lev_import_columns_find (self->columns, LEV_IMPORT_SUPPLIER, "number");
  if (self->name_column >= 0 || self->number_column >= 0)
    return TRUE;

  if (options != NULL && options->columns != NULL)
    add_error (self, self->heading_row, -1,
               _("choose which column holds the supplier or the supplier number"));
  else
    add_error (self, self->heading_row, -1,
               _("no heading says ‘Supplier’ or ‘Supplier number’; the first line must hold the "
                 "headings"));
  return FALSE;
}

static void
warn_of_unreadable (LevSupplierImport *self)
{
  const LevText *text = lev_csv_get_text (self->csv);

  for (guint i = 0; i < MIN (text->n_replaced, LEV_TEXT_MAX_REPLACED); i++)
    lev_import_messages_add_warning (
      self->messages, text->replaced[i].line, 0, NULL,
      _("character %u cannot be read and becomes ‘\xef\xbf\xbd’; save the file as ‘CSV UTF-8’"),
      text->replaced[i].column);
}

/* Tells now and then how far it is; %FALSE when it is to stop. */
static gboolean
go_on (const LevImportOptions *options,
       guint                   row,
       guint                   n_rows,
       GError                **error)
{
  if (options == NULL || row % ROWS_AT_ONCE != 0)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (options->cancellable, error))
    return FALSE;
  if (options->progress != NULL)
    options->progress ((double) row / n_rows, _("Comparing the list with the register"),
                       options->progress_data);

  return TRUE;
}

gboolean
lev_supplier_plan_make (LevSupplierImport      *self,
                        LevHandbookContent     *handbook,
                        const LevImportOptions *options,
                        GError                **error)
{
  guint n_rows = lev_csv_get_n_rows (self->csv);

  warn_of_unreadable (self);
  if (!read_headings (self, handbook, options))
    return TRUE;

  introduce_people (self);
  for (guint i = self->heading_row + 1; i < n_rows; i++)
    {
      if (!go_on (options, i, n_rows, error))
        return FALSE;
      plan_row (self, i);
    }

  return TRUE;
}
