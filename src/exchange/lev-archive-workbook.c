/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-archive-workbook.h"

#include <string.h>

#include <glib/gi18n.h>

#include "lev-field-text.h"
#include "lev-handbook-content.h"
#include "lev-json.h"
#include "lev-records.h"
#include "lev-report-style.h"
#include "lev-sheet.h"

#define TITLE_ROW  0
#define HEADER_ROW 2

#define LABEL_WIDTH 28
#define VALUE_WIDTH 70

/* Whose parts a sheet shows. */
typedef enum
{
  OF_SUPPLIER = 1 << 0,
  OF_DOSSIER = 1 << 1,
  OF_ASSESSMENTS = 1 << 2,
  OF_ACTIONS = 1 << 3,
} Source;

typedef struct
{
  const char *name;
  const char *table;
  GType (*get_type) (void);
  Source source;
} SheetKind;

/* What the sheets show, after the first one. */
static const SheetKind kinds[] = {
  { N_("Services"), "Diensten", lev_service_get_type, OF_SUPPLIER },
  { N_("Contracts"), "Contracten", lev_contract_get_type, OF_SUPPLIER },
  { N_("Stakeholders"), "Betrokkenen", lev_stakeholder_get_type, OF_DOSSIER },
  { N_("Key questions"), "Hoofdvragen", lev_key_answer_get_type, OF_DOSSIER },
  { N_("Criteria"), "Criteria", lev_assessment_get_type, OF_DOSSIER },
  { N_("Evidence"), "Bewijs", lev_evidence_get_type, OF_ASSESSMENTS | OF_ACTIONS },
  { N_("Risks"), "Risicos", lev_risk_get_type, OF_DOSSIER },
  { N_("Mitigation actions"), "Acties", lev_action_get_type, OF_DOSSIER },
  { N_("Status updates"), "Statusupdates", lev_status_update_get_type, OF_ACTIONS },
  { N_("Decisions"), "Besluiten", lev_decision_get_type, OF_DOSSIER | OF_ACTIONS },
  { N_("Profile versions"), "Profielversies", lev_profile_version_get_type, OF_DOSSIER },
};

/* One sheet while it is written. */
typedef struct
{
  LevSheet       *sheet;
  LevDossier     *dossier;
  LevRecordClass *klass;
  GPtrArray      *fields; /* LevField; one column each, behind that of the owner */
  gboolean        has_owner;
} Table;

/* A code of the handbook with its words: `C1 Financiële gezondheid`. */
static char *
describe_code (LevDossier     *dossier,
               const LevField *field,
               const char     *code)
{
  static const struct
  {
    const char *field;
    LevHandbookItems items;
  } codes[] = {
    { "criterion", LEV_HANDBOOK_CRITERION },
    { "question", LEV_HANDBOOK_QUESTION },
  };
  LevHandbookContent *content = lev_handbook_get_content (dossier->review->handbook);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      const LevHandbookItem *item = NULL;

      if (strcmp (codes[i].field, field->name) == 0 && content != NULL)
        item = lev_handbook_content_find (content, codes[i].items, code);
      if (item != NULL)
        return g_strdup_printf ("%s %s", code, item->title);
    }

  return NULL;
}

static void
write_text_value (Table          *self,
                  guint           row,
                  guint           column,
                  const LevField *field,
                  const LevValue *value)
{
  g_autofree char *text = NULL;

  if (field->kind == LEV_FIELD_KIND_TEXT && value->text != NULL)
    text = describe_code (self->dossier, field, value->text);
  if (text == NULL)
    text = lev_field_format (field, value);

  lev_sheet_write_text (self->sheet, row, column, text, LEV_STYLE_WRAP);
}

static void
write_value (Table          *self,
             guint           row,
             guint           column,
             const LevField *field,
             const LevValue *value)
{
  if (lev_value_is_empty (value) && field->kind != LEV_FIELD_KIND_BOOLEAN &&
      field->kind != LEV_FIELD_KIND_INTEGER)
    lev_sheet_write_blank (self->sheet, row, column, LEV_STYLE_WRAP);
  else if (field->kind == LEV_FIELD_KIND_DATE)
    lev_sheet_write_date (self->sheet, row, column, value->integer, LEV_STYLE_DATE);
  else if (field->kind == LEV_FIELD_KIND_MONEY)
    lev_sheet_write_number (self->sheet, row, column, value->integer / 100.0, LEV_STYLE_MONEY);
  else if (field->kind == LEV_FIELD_KIND_INTEGER ||
           (field->kind == LEV_FIELD_KIND_SCORE && LEV_SCORE_IS_KNOWN (value->integer)))
    lev_sheet_write_number (self->sheet, row, column, value->integer, LEV_STYLE_NUMBER);
  else
    write_text_value (self, row, column, field, value);
}

/* The fields that people read: not the record's owner, which has a column of its own, and not the
 * frozen profile, which is a file of its own. */
static gboolean
is_shown (const LevField *field)
{
  return (field->flags & LEV_FIELD_OWNER) == 0 && strcmp (field->name, "deleted") != 0 &&
         strcmp (field->name, "content") != 0;
}

static double
get_width (const LevField *field)
{
  switch (field->kind)
    {
    case LEV_FIELD_KIND_TEXT:
      return 40;
    case LEV_FIELD_KIND_REFERENCE:
      return 22;
    default:
      return 14;
    }
}

static void
write_record (Table     *self,
              guint      row,
              LevRecord *record)
{
  guint first = self->has_owner ? 1 : 0;

  if (self->has_owner)
    {
      g_autofree char *owner = lev_record_dup_title (lev_record_get_owner (record));

      lev_sheet_write_text (self->sheet, row, 0, owner, LEV_STYLE_WRAP);
    }

  for (guint i = 0; i < self->fields->len; i++)
    {
      const LevField *field = g_ptr_array_index (self->fields, i);
      LevValue value;

      lev_record_get_value (record, field - self->klass->fields, &value);
      write_value (self, row, first + i, field, &value);
    }
}

static void
write_headers (Table      *self,
               const char *name,
               guint       n_records)
{
  g_autoptr (GPtrArray) headers = g_ptr_array_new ();
  LevRange range = { HEADER_ROW, 0, HEADER_ROW + MAX (n_records, 1), 0 };

  if (self->has_owner)
    {
      /* Translators: the heading above what a piece of evidence, decision or status update is
       * about. */
      g_ptr_array_add (headers, (gpointer) _("Part of"));
      lev_sheet_set_width (self->sheet, 0, 0, 30);
    }
  for (guint i = 0; i < self->fields->len; i++)
    {
      const LevField *field = g_ptr_array_index (self->fields, i);

      lev_sheet_set_width (self->sheet, headers->len, headers->len, get_width (field));
      g_ptr_array_add (headers, (gpointer) _(field->label));
    }

  range.last_column = headers->len - 1;
  lev_sheet_add_table (self->sheet, name, &range, (const char *const *) headers->pdata,
                       LEV_STYLE_HEADER);
  lev_sheet_freeze (self->sheet, HEADER_ROW + 1, 0);
}

static void
add_parts (GPtrArray *records,
           LevRecord *owner,
           GType      type)
{
  g_autoptr (GPtrArray) parts = lev_json_list_parts (owner, type);

  g_ptr_array_extend (records, parts, NULL, NULL);
}

static void
add_parts_of_parts (GPtrArray  *records,
                    LevDossier *dossier,
                    GType       owner_type,
                    GType       type)
{
  g_autoptr (GPtrArray) owners = lev_json_list_parts (LEV_RECORD (dossier), owner_type);

  for (guint i = 0; i < owners->len; i++)
    add_parts (records, g_ptr_array_index (owners, i), type);
}

static GPtrArray *
list_records (LevDossier      *dossier,
              const SheetKind *kind)
{
  GPtrArray *records = g_ptr_array_new ();

  if ((kind->source & OF_SUPPLIER) != 0)
    add_parts (records, LEV_RECORD (dossier->supplier), kind->get_type ());
  if ((kind->source & OF_DOSSIER) != 0)
    add_parts (records, LEV_RECORD (dossier), kind->get_type ());
  if ((kind->source & OF_ASSESSMENTS) != 0)
    add_parts_of_parts (records, dossier, LEV_TYPE_ASSESSMENT, kind->get_type ());
  if ((kind->source & OF_ACTIONS) != 0)
    add_parts_of_parts (records, dossier, LEV_TYPE_ACTION, kind->get_type ());

  return records;
}

static LevSheet *
add_sheet (LevWorkbook *workbook,
           LevDossier  *dossier,
           const char  *name)
{
  const LevPrint print = {
    .header = dossier->review->title,
    .footer = dossier->supplier->name,
    .page = _("Page &P of &N"),
    .repeat_first = HEADER_ROW,
    .repeat_last = HEADER_ROW,
  };
  g_autofree char *title = g_strdup_printf ("%s – %s", dossier->supplier->name, name);
  LevSheet *sheet = lev_workbook_add_sheet (workbook, name);

  lev_sheet_write_text (sheet, TITLE_ROW, 0, title, LEV_STYLE_TITLE);
  lev_sheet_set_height (sheet, TITLE_ROW, 28);
  lev_sheet_set_print (sheet, &print);

  return sheet;
}

static void
write_table (LevWorkbook     *workbook,
             LevDossier      *dossier,
             const SheetKind *kind)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (kind->get_type ());
  g_autoptr (GPtrArray) records = list_records (dossier, kind);
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();
  Table self = { add_sheet (workbook, dossier, _(kind->name)), dossier, LEV_RECORD_CLASS (klass),
                 fields, (kind->source & (OF_ASSESSMENTS | OF_ACTIONS)) != 0 };

  for (guint i = 0; i < self.klass->n_fields; i++)
    if (is_shown (&self.klass->fields[i]))
      g_ptr_array_add (fields, (gpointer) &self.klass->fields[i]);

  write_headers (&self, kind->table, records->len);
  for (guint i = 0; i < records->len; i++)
    write_record (&self, HEADER_ROW + 1 + i, g_ptr_array_index (records, i));
}

/* Writes a record downwards, a line per field; returns the row behind it. */
static guint
write_fields (Table     *self,
              guint      row,
              LevRecord *record)
{
  if (record == NULL)
    return row;

  self->klass = LEV_RECORD_GET_CLASS (record);
  lev_sheet_write_text (self->sheet, row, 0, _(self->klass->label), LEV_STYLE_BAND);
  lev_sheet_write_blank (self->sheet, row, 1, LEV_STYLE_BAND);
  row++;

  for (guint i = 0; i < self->klass->n_fields; i++)
    {
      const LevField *field = &self->klass->fields[i];
      LevValue value;

      if (!is_shown (field))
        continue;
      lev_record_get_value (record, i, &value);
      lev_sheet_write_text (self->sheet, row, 0, _(field->label), LEV_STYLE_NAME);
      write_value (self, row, 1, field, &value);
      row++;
    }

  return row + 1;
}

static void
write_profile (LevWorkbook *workbook,
               LevDossier  *dossier)
{
  Table self = { add_sheet (workbook, dossier, _("Risk profile")), dossier };
  guint row = HEADER_ROW;

  lev_sheet_set_width (self.sheet, 0, 0, LABEL_WIDTH);
  lev_sheet_set_width (self.sheet, 1, 1, VALUE_WIDTH);
  row = write_fields (&self, row, LEV_RECORD (dossier->supplier));
  row = write_fields (&self, row, LEV_RECORD (dossier));
  write_fields (&self, row, LEV_RECORD (dossier->review));
}

gboolean
lev_archive_workbook_write (LevDossier *dossier,
                            const char *path,
                            gint64      moment,
                            GError    **error)
{
  g_autoptr (LevWorkbook) workbook = NULL;
  const LevCellStyle *styles;
  guint n_styles;
  LevWorkbookProperties properties = { .created = moment };

  g_return_val_if_fail (LEV_IS_DOSSIER (dossier), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  properties.title = dossier->supplier->name;
  properties.subject = dossier->review->title;
  styles = lev_report_get_styles (&n_styles);
  workbook = lev_workbook_new (path, styles, n_styles);
  lev_workbook_set_properties (workbook, &properties);

  write_profile (workbook, dossier);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    write_table (workbook, dossier, &kinds[i]);

  return lev_workbook_save (workbook, NULL, error);
}
