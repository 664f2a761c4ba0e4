/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-supplier-import.h"

#include <glib/gi18n.h>

#include "lev-criticality-score.h"
#include "lev-exchange-error.h"
#include "lev-field-text.h"
#include "lev-service.h"
#include "lev-supplier-import-private.h"

#define MAX_SHOWN_ERRORS 20

static const LevImportColumn *
get_column (LevSupplierImport *self,
            guint              column)
{
  return &g_array_index (self->columns, LevImportColumn, column);
}

static LevImportRow *
get_row (LevSupplierImport *self,
         guint              row)
{
  return &g_array_index (self->rows, LevImportRow, row);
}

static LevImportChange *
get_change (LevSupplierImport *self,
            guint              change)
{
  return &g_array_index (self->changes, LevImportChange, change);
}

/* Makes the record that a column of a row is about, when it is not there yet. */
static LevRecord *
ensure_record (LevSupplierImport     *self,
               LevImportRow          *row,
               const LevImportColumn *column)
{
  LevRecord *record = lev_supplier_plan_get_record (row, column);

  if (record != NULL)
    return record;

  record = lev_register_add (self->records, lev_import_target_get_type (column->target), "supplier",
                             row->supplier, NULL);
  if (column->target == LEV_IMPORT_SCORE)
    g_object_set (record, "factor", column->factor, NULL);
  else
    row->parts[column->target] = record;
  if (column->target == LEV_IMPORT_SERVICE)
    g_object_set (record, "name", row->supplier->name, NULL);

  return record;
}

/* Whoever gets a role in the list has that role from now on. */
static void
grant_role (LevPerson      *person,
            const LevField *field)
{
  static const struct
  {
    const char *field;
    const char *role;
  } roles[] = {
    { "manager", "contract-manager" },
    { "owner", "service-owner" },
    { "level_manager", "service-level-manager" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (g_str_equal (roles[i].field, field->name))
      g_object_set (person, roles[i].role, TRUE, NULL);
}

static void
apply_change (LevSupplierImport *self,
              LevImportRow      *row,
              LevImportChange   *change)
{
  const LevImportColumn *column = get_column (self, change->column);

  if (change->person != NULL)
    {
      change->value.record = LEV_RECORD (change->person->record);
      grant_role (change->person->record, column->field);
    }

  lev_record_set_value (ensure_record (self, row, column), column->field_index, &change->value);
}

static void
apply_row (LevSupplierImport *self,
           LevImportRow      *row)
{
  if (row->supplier == NULL)
    row->supplier = lev_register_add (self->records, LEV_TYPE_SUPPLIER, "name",
                                      lev_supplier_plan_get_text (self, row->csv_row,
                                                                  self->name_column),
                                      NULL);

  for (guint i = 0; i < row->n_changes; i++)
    apply_change (self, row, get_change (self, row->first_change + i));
}

static void
set_error_from_messages (LevImportMessages *messages,
                         GError           **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_shown = 0;

  for (guint i = 0; i < messages->items->len && n_shown < MAX_SHOWN_ERRORS; i++)
    {
      const LevImportMessage *message = g_ptr_array_index (messages->items, i);

      if (message->is_error)
        {
          g_string_append_printf (text, "\n%s", message->text);
          n_shown++;
        }
    }
  if (messages->n_errors > n_shown)
    {
      guint n_more = messages->n_errors - n_shown;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_more), n_more);
    }

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_CSV,
               ngettext ("Importing suppliers failed, nothing was changed; %u error:%s",
                         "Importing suppliers failed, nothing was changed; %u errors:%s",
                         messages->n_errors),
               messages->n_errors, text->str);
}

LevSupplierImport *
lev_supplier_import_new (GBytes             *content,
                         LevRegister        *records,
                         LevHandbookContent *handbook,
                         GError            **error)
{
  return lev_supplier_import_new_with (content, records, handbook, NULL, error);
}

LevSupplierImport *
lev_supplier_import_new_with (GBytes                 *content,
                              LevRegister            *records,
                              LevHandbookContent     *handbook,
                              const LevImportOptions *options,
                              GError                **error)
{
  g_autoptr (LevSupplierImport) self = NULL;
  LevCsv *csv;

  g_return_val_if_fail (content != NULL, NULL);
  g_return_val_if_fail (LEV_IS_REGISTER (records), NULL);

  csv = lev_csv_new (content, error);
  if (csv == NULL)
    return NULL;

  self = g_new0 (LevSupplierImport, 1);
  self->csv = csv;
  self->records = g_object_ref (records);
  self->index = lev_supplier_index_new (records);
  self->people = lev_import_people_new (records);
  self->messages = lev_import_messages_new ();
  self->rows = g_array_new (FALSE, FALSE, sizeof (LevImportRow));
  self->changes = g_array_new (FALSE, FALSE, sizeof (LevImportChange));
  self->trimmed = g_string_chunk_new (4096);

  return lev_supplier_plan_make (self, handbook, options, error) ? g_steal_pointer (&self) : NULL;
}

void
lev_supplier_import_free (LevSupplierImport *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
  g_array_unref (self->rows);
  g_array_unref (self->changes);
  g_string_chunk_free (self->trimmed);
  lev_import_messages_free (self->messages);
  lev_import_people_free (self->people);
  lev_supplier_index_free (self->index);
  g_object_unref (self->records);
  lev_csv_free (self->csv);
  g_free (self);
}

const LevImportMessages *
lev_supplier_import_get_messages (LevSupplierImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->messages;
}

GArray *
lev_supplier_import_get_columns (LevSupplierImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->columns;
}

const char *
lev_supplier_import_get_heading (LevSupplierImport *self,
                                 guint              column)
{
  g_return_val_if_fail (self != NULL, "");

  return lev_csv_get_cell (self->csv, self->heading_row, column);
}

char *
lev_supplier_import_dup_sample (LevSupplierImport *self,
                                guint              column,
                                guint              limit)
{
  GString *text = g_string_new (NULL);
  guint n_values = 0;

  g_return_val_if_fail (self != NULL, g_string_free_and_steal (text));

  for (guint row = self->heading_row + 1; row < lev_csv_get_n_rows (self->csv) && n_values < limit;
       row++)
    {
      const char *value = lev_supplier_plan_get_text (self, row, (int) column);

      if (*value == '\0')
        continue;
      g_string_append_printf (text, "%s%s", n_values++ > 0 ? " · " : "", value);
    }

  return g_string_free_and_steal (text);
}

LevImportPeople *
lev_supplier_import_get_people (LevSupplierImport *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->people;
}

guint
lev_supplier_import_get_n_rows (LevSupplierImport *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

guint
lev_supplier_import_count (LevSupplierImport *self,
                           LevImportOutcome   outcome)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->rows->len; i++)
    n += lev_supplier_import_get_outcome (self, i) == outcome;

  return n;
}

LevImportOutcome
lev_supplier_import_get_outcome (LevSupplierImport *self,
                                 guint              row)
{
  g_return_val_if_fail (self != NULL, LEV_IMPORT_UNCHANGED);
  g_return_val_if_fail (row < self->rows->len, LEV_IMPORT_UNCHANGED);

  if (get_row (self, row)->is_new)
    return LEV_IMPORT_NEW;

  return get_row (self, row)->n_changes > 0 ? LEV_IMPORT_CHANGED : LEV_IMPORT_UNCHANGED;
}

const char *
lev_supplier_import_get_name (LevSupplierImport *self,
                              guint              row)
{
  const char *name;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);

  name = lev_supplier_plan_get_text (self, get_row (self, row)->csv_row, self->name_column);

  return *name != '\0' ? name : get_row (self, row)->supplier->name;
}

guint
lev_supplier_import_get_line (LevSupplierImport *self,
                              guint              row)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (row < self->rows->len, 0);

  return lev_csv_get_line (self->csv, get_row (self, row)->csv_row, 0);
}

char *
lev_supplier_import_dup_changes (LevSupplierImport *self,
                                 guint              row)
{
  const LevImportRow *found;
  GString *labels;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);

  found = get_row (self, row);
  labels = g_string_new (NULL);
  for (guint i = 0; i < found->n_changes; i++)
    {
      const LevImportChange *change = get_change (self, found->first_change + i);
      const LevImportColumn *column = get_column (self, change->column);

      if (i > 0)
        g_string_append (labels, ", ");
      g_string_append (labels, column->factor != NULL ? column->factor : _(column->field->label));
    }

  return g_string_free_and_steal (labels);
}

static char *
describe_new_value (const LevImportColumn *column,
                    const LevImportChange *change)
{
  if (change->person != NULL)
    return g_strdup (change->person->name != NULL ? change->person->name
                                                  : change->person->record->name);

  return lev_field_format (column->field, &change->value);
}

char *
lev_supplier_import_dup_details (LevSupplierImport *self,
                                 guint              row)
{
  LevImportRow *found;
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (row < self->rows->len, NULL);

  found = get_row (self, row);
  text = g_string_new (NULL);
  for (guint i = 0; i < found->n_changes; i++)
    {
      const LevImportChange *change = get_change (self, found->first_change + i);
      const LevImportColumn *column = get_column (self, change->column);
      LevRecord *record = lev_supplier_plan_get_record (found, column);
      g_autofree char *to = describe_new_value (column, change);
      g_autofree char *from = NULL;
      LevValue old = { 0 };

      if (record != NULL)
        lev_record_get_value (record, column->field_index, &old);
      from = lev_field_format (column->field, &old);
      g_string_append_printf (text, "%s%s: ", i > 0 ? "\n" : "",
                              column->factor != NULL ? column->factor : _(column->field->label));
      if (*from != '\0')
        g_string_append_printf (text, "%s → ", from);
      g_string_append (text, to);
    }

  return g_string_free_and_steal (text);
}

gboolean
lev_supplier_import_apply (LevSupplierImport *self,
                           GError           **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->messages->n_errors > 0)
    {
      set_error_from_messages (self->messages, error);
      return FALSE;
    }

  lev_import_people_apply (self->people);
  for (guint i = 0; i < self->rows->len; i++)
    apply_row (self, get_row (self, i));

  return TRUE;
}
