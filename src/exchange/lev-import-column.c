/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-import-column.h"

#include <string.h>

#include <glib/gi18n.h>

#include "lev-contract.h"
#include "lev-criticality-score.h"
#include "lev-service.h"
#include "lev-supplier.h"

/* Headings of real lists that the field tables do not have, as make_key() writes them. */
static const struct
{
  const char     *key;
  LevImportTarget target;
  const char     *field;
} aliases[] = {
  { "naam", LEV_IMPORT_SUPPLIER, "name" },
  { "leverancier", LEV_IMPORT_SUPPLIER, "name" },
  { "leveranciernaam", LEV_IMPORT_SUPPLIER, "name" },
  { "leveranciersnaam", LEV_IMPORT_SUPPLIER, "name" },
  { "naamleverancier", LEV_IMPORT_SUPPLIER, "name" },
  { "bedrijf", LEV_IMPORT_SUPPLIER, "name" },
  { "bedrijfsnaam", LEV_IMPORT_SUPPLIER, "name" },
  { "vendor", LEV_IMPORT_SUPPLIER, "name" },
  { "vendorname", LEV_IMPORT_SUPPLIER, "name" },
  { "company", LEV_IMPORT_SUPPLIER, "name" },
  { "nummer", LEV_IMPORT_SUPPLIER, "number" },
  { "nr", LEV_IMPORT_SUPPLIER, "number" },
  { "leveranciernummer", LEV_IMPORT_SUPPLIER, "number" },
  { "leveranciersnummer", LEV_IMPORT_SUPPLIER, "number" },
  { "leveranciersnr", LEV_IMPORT_SUPPLIER, "number" },
  { "crediteurnummer", LEV_IMPORT_SUPPLIER, "number" },
  { "crediteurennummer", LEV_IMPORT_SUPPLIER, "number" },
  { "supplierno", LEV_IMPORT_SUPPLIER, "number" },
  { "supplierid", LEV_IMPORT_SUPPLIER, "number" },
  { "vendornumber", LEV_IMPORT_SUPPLIER, "number" },
  { "vendorid", LEV_IMPORT_SUPPLIER, "number" },
  { "kvknummer", LEV_IMPORT_SUPPLIER, "kvk" },
  { "kvknr", LEV_IMPORT_SUPPLIER, "kvk" },
  { "kamervankoophandel", LEV_IMPORT_SUPPLIER, "kvk" },
  { "chamberofcommerce", LEV_IMPORT_SUPPLIER, "kvk" },
  { "cocnumber", LEV_IMPORT_SUPPLIER, "kvk" },
  { "moeder", LEV_IMPORT_SUPPLIER, "parent" },
  { "moederbedrijf", LEV_IMPORT_SUPPLIER, "parent" },
  { "moedermaatschappij", LEV_IMPORT_SUPPLIER, "parent" },
  { "concern", LEV_IMPORT_SUPPLIER, "parent" },
  { "land", LEV_IMPORT_SUPPLIER, "country" },
  { "url", LEV_IMPORT_SUPPLIER, "website" },
  { "webadres", LEV_IMPORT_SUPPLIER, "website" },
  { "kraljicvak", LEV_IMPORT_SUPPLIER, "kraljic" },
  { "kraljickwadrant", LEV_IMPORT_SUPPLIER, "kraljic" },
  { "kraljicsegment", LEV_IMPORT_SUPPLIER, "kraljic" },
  { "opmerking", LEV_IMPORT_SUPPLIER, "notes" },
  { "opmerkingen", LEV_IMPORT_SUPPLIER, "notes" },
  { "notitie", LEV_IMPORT_SUPPLIER, "notes" },
  { "notities", LEV_IMPORT_SUPPLIER, "notes" },
  { "remarks", LEV_IMPORT_SUPPLIER, "notes" },
  { "cm", LEV_IMPORT_SUPPLIER, "manager" },
  { "contractmanager", LEV_IMPORT_SUPPLIER, "manager" },
  { "verantwoordelijkcm", LEV_IMPORT_SUPPLIER, "manager" },
  { "dienst", LEV_IMPORT_SERVICE, "name" },
  { "dienstnaam", LEV_IMPORT_SERVICE, "name" },
  { "naamdienst", LEV_IMPORT_SERVICE, "name" },
  { "dienstomschrijving", LEV_IMPORT_SERVICE, "description" },
  { "omschrijvingdienst", LEV_IMPORT_SERVICE, "description" },
  { "omschrijving", LEV_IMPORT_SERVICE, "description" },
  { "diensteigenaar", LEV_IMPORT_SERVICE, "owner" },
  { "eigenaardienst", LEV_IMPORT_SERVICE, "owner" },
  { "servicelevelmanager", LEV_IMPORT_SERVICE, "level_manager" },
  { "biv", LEV_IMPORT_SERVICE, "biv" },
  { "bivclassificatie", LEV_IMPORT_SERVICE, "biv" },
  { "contractnummer", LEV_IMPORT_CONTRACT, "number" },
  { "contractnr", LEV_IMPORT_CONTRACT, "number" },
  { "contractid", LEV_IMPORT_CONTRACT, "number" },
  { "contract", LEV_IMPORT_CONTRACT, "title" },
  { "contracttitel", LEV_IMPORT_CONTRACT, "title" },
  { "contractnaam", LEV_IMPORT_CONTRACT, "title" },
  { "contractname", LEV_IMPORT_CONTRACT, "title" },
  { "begindatum", LEV_IMPORT_CONTRACT, "start" },
  { "startdatum", LEV_IMPORT_CONTRACT, "start" },
  { "ingangsdatum", LEV_IMPORT_CONTRACT, "start" },
  { "einddatum", LEV_IMPORT_CONTRACT, "end" },
  { "einddatumcontract", LEV_IMPORT_CONTRACT, "end" },
  { "contracteinddatum", LEV_IMPORT_CONTRACT, "end" },
  { "contracteinde", LEV_IMPORT_CONTRACT, "end" },
  { "expirydate", LEV_IMPORT_CONTRACT, "end" },
  { "opzegtermijn", LEV_IMPORT_CONTRACT, "notice_months" },
  { "opzegtermijninmaanden", LEV_IMPORT_CONTRACT, "notice_months" },
  { "noticeperiod", LEV_IMPORT_CONTRACT, "notice_months" },
  { "jaarwaarde", LEV_IMPORT_CONTRACT, "yearly_value" },
  { "inkoopvolume", LEV_IMPORT_CONTRACT, "yearly_value" },
  { "contractwaarde", LEV_IMPORT_CONTRACT, "yearly_value" },
  { "waardeperjaar", LEV_IMPORT_CONTRACT, "yearly_value" },
  { "annualvalue", LEV_IMPORT_CONTRACT, "yearly_value" },
  { "annualspend", LEV_IMPORT_CONTRACT, "yearly_value" },
  { "spend", LEV_IMPORT_CONTRACT, "yearly_value" },
};

/* Letters and digits only, up to an opening parenthesis, without case. */
static char *
make_key (const char *heading)
{
  GString *key = g_string_new (NULL);

  for (const char *at = heading; *at != '\0' && *at != '('; at = g_utf8_next_char (at))
    if (g_unichar_isalnum (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_unichar_tolower (g_utf8_get_char (at)));

  return g_string_free_and_steal (key);
}

static void
learn (GHashTable            *known,
       const char            *heading,
       const LevImportColumn *column)
{
  g_autofree char *key = make_key (heading);

  if (*key != '\0' && !g_hash_table_contains (known, key))
    g_hash_table_insert (known, g_steal_pointer (&key), g_memdup2 (column, sizeof *column));
}

/* A field of a part also goes by its name behind that of the part: `contract_number`. */
static void
learn_fields (GHashTable     *known,
              LevImportTarget target)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (lev_import_target_get_type (target));
  LevRecordClass *klass = LEV_RECORD_CLASS (type_class);

  for (guint i = 1; i < klass->n_fields; i++)
    {
      const LevField *field = &klass->fields[i];
      LevImportColumn column = { target, i, field, NULL };
      g_autofree char *full_name = g_strconcat (klass->kind, field->name, NULL);

      if ((field->flags & LEV_FIELD_OWNER) != 0)
        continue;

      learn (known, field->label, &column);
      learn (known, _(field->label), &column);
      learn (known, full_name, &column);
      if (target == LEV_IMPORT_SUPPLIER)
        learn (known, field->name, &column);
    }
}

static void
learn_aliases (GHashTable *known)
{
  for (guint i = 0; i < G_N_ELEMENTS (aliases); i++)
    {
      GType type = lev_import_target_get_type (aliases[i].target);
      g_autoptr (GTypeClass) type_class = g_type_class_ref (type);
      LevRecordClass *klass = LEV_RECORD_CLASS (type_class);
      guint index = lev_record_class_find_field (klass, aliases[i].field);
      LevImportColumn column = { aliases[i].target, index, &klass->fields[index], NULL };

      learn (known, aliases[i].key, &column);
    }
}

/* A score goes by the code of its factor, its title, or both. */
static void
learn_factors (GHashTable         *known,
               LevHandbookContent *handbook)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (LEV_TYPE_CRITICALITY_SCORE);
  LevRecordClass *klass = LEV_RECORD_CLASS (type_class);
  guint index = lev_record_class_find_field (klass, "score");

  for (guint i = 0; i < lev_handbook_content_get_n (handbook, LEV_HANDBOOK_FACTOR); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (handbook, LEV_HANDBOOK_FACTOR, i);
      const char *factor = g_intern_string (item->code);
      LevImportColumn column = { LEV_IMPORT_SCORE, index, &klass->fields[index], factor };
      g_autofree char *both = g_strconcat (item->code, item->title, NULL);

      learn (known, item->code, &column);
      learn (known, item->title, &column);
      learn (known, both, &column);
    }
}

gboolean
lev_import_column_equal (const LevImportColumn *a,
                         const LevImportColumn *b)
{
  return a->target == b->target && a->field == b->field && g_strcmp0 (a->factor, b->factor) == 0;
}

/* `A1 belang proces` is about A1, however the rest of it is worded. */
static const LevImportColumn *
find_factor (GHashTable *known,
             const char *heading)
{
  g_autofree char *word = g_strndup (heading, strcspn (heading, " \t\n.:;,-_("));
  g_autofree char *key = make_key (word);
  const LevImportColumn *column = g_hash_table_lookup (known, key);

  return column != NULL && column->target == LEV_IMPORT_SCORE ? column : NULL;
}

static LevImportColumn
recognise (GHashTable        *known,
           GArray            *columns,
           guint              line,
           const char        *heading,
           LevImportMessages *messages)
{
  static const LevImportColumn nothing = { LEV_IMPORT_NOTHING };
  g_autofree char *key = make_key (heading);
  const LevImportColumn *column = g_hash_table_lookup (known, key);

  if (column == NULL)
    column = find_factor (known, heading);

  if (column == NULL)
    {
      if (*key != '\0')
        lev_import_messages_add_warning (messages, line, columns->len + 1, heading,
                                         _("this heading is not known; the column is skipped"));
      return nothing;
    }

  for (guint i = 0; i < columns->len; i++)
    if (lev_import_column_equal (column, &g_array_index (columns, LevImportColumn, i)))
      {
        lev_import_messages_add_error (messages, line, columns->len + 1, heading,
                                       _("column %u already holds the same; leave one of them out"),
                                       i + 1);
        return nothing;
      }

  return *column;
}

GArray *
lev_import_columns_new (LevCsv             *csv,
                        guint               row,
                        LevHandbookContent *handbook,
                        LevImportMessages  *messages)
{
  g_autoptr (GHashTable) known = NULL;
  GArray *columns;

  g_return_val_if_fail (csv != NULL, NULL);
  g_return_val_if_fail (messages != NULL, NULL);

  known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  learn_fields (known, LEV_IMPORT_SUPPLIER);
  learn_aliases (known);
  learn_fields (known, LEV_IMPORT_SERVICE);
  learn_fields (known, LEV_IMPORT_CONTRACT);
  if (handbook != NULL)
    learn_factors (known, handbook);

  columns = g_array_new (FALSE, FALSE, sizeof (LevImportColumn));
  for (guint i = 0; i < lev_csv_get_n_cells (csv, row); i++)
    {
      LevImportColumn column = recognise (known, columns, lev_csv_get_line (csv, row, i),
                                          lev_csv_get_cell (csv, row, i), messages);

      g_array_append_val (columns, column);
    }

  return columns;
}

static void
list_fields (GArray         *columns,
             LevImportTarget target)
{
  g_autoptr (GTypeClass) type_class = g_type_class_ref (lev_import_target_get_type (target));
  LevRecordClass *klass = LEV_RECORD_CLASS (type_class);

  /* The first field says that the record is deleted. */
  for (guint i = 1; i < klass->n_fields; i++)
    {
      LevImportColumn column = { target, i, &klass->fields[i], NULL };

      if ((klass->fields[i].flags & LEV_FIELD_OWNER) == 0)
        g_array_append_val (columns, column);
    }
}

GArray *
lev_import_columns_list_all (LevHandbookContent *handbook)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (LevImportColumn));
  g_autoptr (GTypeClass) type_class = g_type_class_ref (LEV_TYPE_CRITICALITY_SCORE);
  LevRecordClass *klass = LEV_RECORD_CLASS (type_class);
  guint index = lev_record_class_find_field (klass, "score");

  g_array_set_size (columns, 1);
  list_fields (columns, LEV_IMPORT_SUPPLIER);
  list_fields (columns, LEV_IMPORT_SERVICE);
  list_fields (columns, LEV_IMPORT_CONTRACT);
  for (guint i = 0;
       handbook != NULL && i < lev_handbook_content_get_n (handbook, LEV_HANDBOOK_FACTOR); i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (handbook, LEV_HANDBOOK_FACTOR, i);
      LevImportColumn column = { LEV_IMPORT_SCORE, index, &klass->fields[index],
                                 g_intern_string (item->code) };

      g_array_append_val (columns, column);
    }

  return columns;
}

char *
lev_import_column_dup_label (const LevImportColumn *column,
                             LevHandbookContent    *handbook)
{
  g_autoptr (GTypeClass) type_class = NULL;
  const LevHandbookItem *factor;

  if (column->target == LEV_IMPORT_NOTHING)
    return g_strdup (_("Do not import"));
  if (column->target == LEV_IMPORT_SUPPLIER)
    return g_strdup (_(column->field->label));
  if (column->target == LEV_IMPORT_SCORE)
    {
      factor = handbook != NULL
                 ? lev_handbook_content_find (handbook, LEV_HANDBOOK_FACTOR, column->factor)
                 : NULL;
      return g_strdup_printf ("%s %s", column->factor, factor != NULL ? factor->title : "");
    }

  type_class = g_type_class_ref (lev_import_target_get_type (column->target));

  return g_strdup_printf ("%s: %s", _(LEV_RECORD_CLASS (type_class)->label),
                          _(column->field->label));
}

GType
lev_import_target_get_type (LevImportTarget target)
{
  switch (target)
    {
    case LEV_IMPORT_SUPPLIER:
      return LEV_TYPE_SUPPLIER;
    case LEV_IMPORT_SERVICE:
      return LEV_TYPE_SERVICE;
    case LEV_IMPORT_CONTRACT:
      return LEV_TYPE_CONTRACT;
    case LEV_IMPORT_SCORE:
      return LEV_TYPE_CRITICALITY_SCORE;
    case LEV_IMPORT_NOTHING:
    default:
      return G_TYPE_INVALID;
    }
}

int
lev_import_columns_find (GArray         *columns,
                         LevImportTarget target,
                         const char     *name)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const LevImportColumn *column = &g_array_index (columns, LevImportColumn, i);

      if (column->target == target && strcmp (column->field->name, name) == 0)
        return i;
    }

  return -1;
}
