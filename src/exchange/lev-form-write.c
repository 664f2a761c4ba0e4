/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-form.h"

#include "lev-form-layout.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-report-style.h"
#include "lev-sheet.h"
#include "lev-state.h"

#include <glib/gi18n.h>

#define PEOPLE_COLUMN (4) /* on the last sheet */
#define DATE_YEARS    (10)
#define TITLE_WIDTH   (42) /* characters */

/* Row heights, in points. */
#define LINE_RESERVE   (1.1) /* a line holds somewhat fewer characters than its column is wide */
#define LINE_HEIGHT    (13)
#define ROW_MARGIN     (9)
#define MINIMUM_HEIGHT (32)
#define MAXIMUM_HEIGHT (400)

typedef struct
{
  LevDossier  *dossier;
  LevWorkbook *workbook;
  LevSheet    *basis;
  guint        n_basis; /* rows on it */
} Form;

static void
set_print (LevSheet   *sheet,
           LevDossier *dossier,
           gboolean    is_one_page)
{
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *footer = g_strdup_printf (_("%s · %s · confidential"), supplier,
                                             dossier->review->title);

  lev_sheet_set_print (sheet, &(LevPrint) {
                                .header = "Levman",
                                .footer = footer,
                                .page = _("Page &P of &N"),
                                .is_one_page = is_one_page,
                                .repeat_last = LEV_FORM_HEADER_ROW,
                              });
}

static void
write_title (LevSheet   *sheet,
             const char *title,
             const char *intro)
{
  lev_sheet_write_text (sheet, 0, 0, title, LEV_STYLE_TITLE);
  lev_sheet_set_height (sheet, 0, 26);
  lev_sheet_write_text (sheet, 1, 0, intro, LEV_STYLE_INTRO);
}

/* What the cell held, for whoever reads the form back. */
static void
write_basis (Form       *self,
             const char *sheet,
             const char *key,
             const char *field,
             const char *text)
{
  const char *texts[] = { sheet, key, field, text };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    lev_sheet_write_text (self->basis, self->n_basis, i, texts[i], LEV_STYLE_SMALL);
  self->n_basis++;
}

static gboolean
is_number (const LevField *field)
{
  return field->kind == LEV_FIELD_KIND_INTEGER || field->kind == LEV_FIELD_KIND_MONEY ||
         field->kind == LEV_FIELD_KIND_SCORE;
}

static void
write_cell (LevSheet       *sheet,
            guint           row,
            guint           column,
            const LevField *field,
            const char     *text)
{
  LevStyle style = field->kind == LEV_FIELD_KIND_DATE ? LEV_STYLE_INPUT_DATE : LEV_STYLE_INPUT;
  char *end = NULL;
  double number = is_number (field) ? g_ascii_strtod (text, &end) : 0;

  if (*text == '\0')
    lev_sheet_write_blank (sheet, row, column, style);
  else if (field->kind == LEV_FIELD_KIND_DATE)
    lev_sheet_write_date (sheet, row, column, lev_date_parse (text), style);
  else if (is_number (field) && *end == '\0')
    lev_sheet_write_number (sheet, row, column, number, style);
  else
    lev_sheet_write_text (sheet, row, column, text, style);
}

static void
add_input (Form                 *self,
           const LevFormSection *section,
           LevSheet             *sheet,
           const LevField       *field,
           const LevRange       *range)
{
  g_autofree const char **choices = lev_form_dup_choices (section, field, self->dossier);
  LevDate today = lev_clock_today ();
  LevInput input = {
    .choices = choices,
    .error_title = _("This does not fit"),
    .error = _("Choose one from the list in the cell."),
  };

  if (choices != NULL)
    input.kind = LEV_INPUT_LIST;
  else if (field->kind == LEV_FIELD_KIND_DATE)
    {
      input.kind = LEV_INPUT_DATE;
      input.first = lev_date_add_months (today, -12 * DATE_YEARS);
      input.last = lev_date_add_months (today, 12 * DATE_YEARS);
      input.error = _("Fill in a date, such as 31-12-2026.");
    }
  else if (field->kind == LEV_FIELD_KIND_REFERENCE && field->get_type () == LEV_TYPE_PERSON)
    {
      input.kind = LEV_INPUT_NAME;
      input.name = LEV_FORM_PEOPLE_NAME;
    }
  else
    return;

  lev_sheet_add_input (sheet, range, &input);
}

static void
write_header (const LevFormSection *section,
              LevSheet             *sheet)
{
  guint key = LEV_FORM_N_LABELS + section->n_columns;

  lev_sheet_write_text (sheet, LEV_FORM_HEADER_ROW, 0, _("Nr."), LEV_STYLE_HEADER);
  lev_sheet_write_text (sheet, LEV_FORM_HEADER_ROW, 1,
                        section->code_field != NULL ? _("Question") : "", LEV_STYLE_HEADER);
  for (guint i = 0; i < section->n_columns; i++)
    {
      lev_sheet_write_text (sheet, LEV_FORM_HEADER_ROW, LEV_FORM_N_LABELS + i,
                            _(lev_form_get_field (section, i)->label), LEV_STYLE_HEADER);
      lev_sheet_set_width (sheet, LEV_FORM_N_LABELS + i, LEV_FORM_N_LABELS + i,
                           section->columns[i].width);
    }
  lev_sheet_write_text (sheet, LEV_FORM_HEADER_ROW, key, _("Key"), LEV_STYLE_HEADER);
  lev_sheet_set_width (sheet, 0, 0, 6);
  lev_sheet_set_width (sheet, 1, 1, section->code_field != NULL ? TITLE_WIDTH : 2);
  lev_sheet_set_width (sheet, key, key, 10);
  lev_sheet_set_height (sheet, LEV_FORM_HEADER_ROW, 32);
}

/* How high a row must be for @text in a column of @width characters, in points. */
static double
measure (const char *text,
         double      width)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_lines = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    n_lines += 1 + (guint) (LINE_RESERVE * (double) g_utf8_strlen (lines[i], -1) / width);

  return MIN (n_lines * LINE_HEIGHT + ROW_MARGIN, MAXIMUM_HEIGHT);
}

static void
write_row (Form                 *self,
           const LevFormSection *section,
           LevSheet             *sheet,
           guint                 row,
           const LevFormRow     *item)
{
  double height = MAX (MINIMUM_HEIGHT, measure (item->title, TITLE_WIDTH));

  lev_sheet_write_text (sheet, row, 0, item->label, LEV_STYLE_NAME);
  lev_sheet_write_text (sheet, row, 1, item->title, LEV_STYLE_WRAP);
  for (guint i = 0; i < section->n_columns; i++)
    {
      g_autofree char *text = lev_form_dup_text (section, item, i);

      height = MAX (height, measure (text, section->columns[i].width));
      write_cell (sheet, row, LEV_FORM_N_LABELS + i, lev_form_get_field (section, i), text);
      if (*text != '\0')
        write_basis (self, section->sheet, item->key, section->columns[i].field, text);
    }
  lev_sheet_write_text (sheet, row, LEV_FORM_N_LABELS + section->n_columns, item->key,
                        LEV_STYLE_KEY);
  lev_sheet_set_height (sheet, row, height);
}

static void
write_section (Form                 *self,
               const LevFormSection *section)
{
  LevSheet *sheet = lev_workbook_add_sheet (self->workbook, section->sheet);
  g_autoptr (GPtrArray) rows = lev_form_list_rows (section, self->dossier);

  write_title (sheet, _(section->title), _(section->intro));
  write_header (section, sheet);
  for (guint i = 0; i < rows->len; i++)
    write_row (self, section, sheet, LEV_FORM_FIRST_ROW + i, g_ptr_array_index (rows, i));
  for (guint i = 0; i < section->n_columns && rows->len > 0; i++)
    add_input (self, section, sheet, lev_form_get_field (section, i),
               &(LevRange) { LEV_FORM_FIRST_ROW, LEV_FORM_N_LABELS + i,
                             LEV_FORM_FIRST_ROW + rows->len - 1, LEV_FORM_N_LABELS + i });
  lev_sheet_freeze (sheet, LEV_FORM_FIRST_ROW, LEV_FORM_N_LABELS);
  set_print (sheet, self->dossier, FALSE);
  lev_sheet_protect (sheet);
}

static guint
write_scale (Form       *self,
             LevSheet   *sheet,
             guint       row,
             const char *scale,
             const char *title)
{
  LevHandbookContent *content = lev_handbook_get_content (self->dossier->review->handbook);

  lev_sheet_write_text (sheet, row++, 0, title, LEV_STYLE_SECTION);
  for (int score = 1; score <= 5; score++, row++)
    {
      lev_sheet_write_number (sheet, row, 0, score, LEV_STYLE_SCALE);
      lev_sheet_write_text (sheet, row, 1, lev_handbook_content_describe (content, scale, score),
                            LEV_STYLE_TEXT);
    }

  return row + 1;
}

/* The scales, each with the words of the handbook; every theme has its own of the impact. */
static guint
write_scales (Form     *self,
              LevSheet *sheet,
              guint     row)
{
  LevHandbookContent *content = lev_handbook_get_content (self->dossier->review->handbook);

  row = write_scale (self, sheet, row, "control", _("Scores of the criteria"));
  row = write_scale (self, sheet, row, "likelihood", _("Likelihood"));
  for (guint i = 0; i < lev_handbook_content_get_n (content, LEV_HANDBOOK_THEME); i++)
    {
      const LevHandbookItem *theme = lev_handbook_content_get (content, LEV_HANDBOOK_THEME, i);
      g_autofree char *scale = g_strconcat ("impact-", theme->code, NULL);
      g_autofree char *title = g_strdup_printf (_("Impact: %s"), theme->title);

      row = write_scale (self, sheet, row, scale, title);
    }

  return row;
}

static void
write_fact (LevSheet   *sheet,
            guint       row,
            const char *label,
            const char *text)
{
  lev_sheet_write_text (sheet, row, 0, label, LEV_STYLE_MUTED);
  lev_sheet_write_text (sheet, row, 1, text != NULL ? text : "", LEV_STYLE_NAME);
}

static void
write_front (Form *self)
{
  LevSheet *sheet = lev_workbook_add_sheet (self->workbook, LEV_FORM_FRONT_SHEET);
  LevDossier *dossier = self->dossier;
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *today = lev_date_format_long (lev_clock_today ());
  guint row = 3;

  write_title (
    sheet, _("Supplier risk profile"),
    _("Fill in the light yellow cells on the next sheets, save the file and send it back. "
      "Everything else is protected."));
  write_fact (sheet, row++, _("Supplier"), supplier);
  write_fact (sheet, row++, _("Review"), dossier->review->title);
  write_fact (sheet, row++, _("CM"), dossier->manager != NULL ? dossier->manager->name : NULL);
  write_fact (sheet, row++, _("Service owner"),
              dossier->owner != NULL ? dossier->owner->name : NULL);
  write_fact (sheet, row++, _("SLM"),
              dossier->level_manager != NULL ? dossier->level_manager->name : NULL);
  write_fact (sheet, row++, _("Reference date"), today);
  row = write_scales (self, sheet, row + 1);
  lev_sheet_write_text (sheet, row, 0, _("Key"), LEV_STYLE_MUTED);
  lev_sheet_write_text (sheet, row, 1, LEV_RECORD (dossier)->id, LEV_STYLE_KEY);
  lev_sheet_set_width (sheet, 0, 0, 26);
  lev_sheet_set_width (sheet, 1, 1, 90);
  set_print (sheet, dossier, TRUE);
  lev_sheet_protect (sheet);
}

static void
write_people (Form *self)
{
  LevRecordList *people = lev_register_list (LEV_RECORD (self->dossier)->records, LEV_TYPE_PERSON);
  guint n_people = lev_record_list_get_n (people);

  for (guint i = 0; i < n_people; i++)
    lev_sheet_write_text (self->basis, i, PEOPLE_COLUMN,
                          ((LevPerson *) lev_record_list_peek (people, i))->name, LEV_STYLE_SMALL);
  lev_sheet_define_name (self->basis, LEV_FORM_PEOPLE_NAME,
                         &(LevRange) { 0, PEOPLE_COLUMN, MAX (n_people, 1) - 1, PEOPLE_COLUMN });
}

gboolean
lev_form_write (LevDossier   *dossier,
                const char   *path,
                GCancellable *cancellable,
                GError      **error)
{
  guint n_styles;
  const LevCellStyle *styles = lev_report_get_styles (&n_styles);
  g_autoptr (LevWorkbook) workbook = lev_workbook_new (path, styles, n_styles);
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));
  Form self = { dossier, workbook };

  g_return_val_if_fail (LEV_IS_DOSSIER (dossier), FALSE);

  lev_workbook_set_properties (workbook, &(LevWorkbookProperties) {
                                           .title = _("Supplier risk profile"),
                                           .subject = supplier,
                                           .created = lev_clock_now (),
                                         });
  write_front (&self);
  self.basis = lev_workbook_add_sheet (workbook, LEV_FORM_BASIS_SHEET);
  for (guint i = 0; i < LEV_FORM_N_SECTIONS; i++)
    write_section (&self, &lev_form_sections[i]);
  write_people (&self);
  lev_sheet_protect (self.basis);
  lev_sheet_hide (self.basis);

  return lev_workbook_save (workbook, cancellable, error);
}
