/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-show.h"

#include <glib/gi18n.h>

#include "lev-report-list.h"

void
lev_show_text (LevShow    *show,
               const char *text)
{
  show->kind = text != NULL && *text != '\0' ? LEV_SHOW_TEXT : LEV_SHOW_BLANK;
  show->text = text;
}

void
lev_show_word (LevShow   *show,
               LevReport *report,
               LevWord    word)
{
  lev_show_text (show, report->words[word]);
}

void
lev_show_number (LevShow *show,
                 double   number)
{
  show->kind = LEV_SHOW_NUMBER;
  show->number = number;
}

void
lev_show_date (LevShow *show,
               LevDate  date)
{
  show->kind = date != 0 ? LEV_SHOW_DATE : LEV_SHOW_BLANK;
  show->date = date;
}

void
lev_show_cents (LevShow *show,
                gint64   cents)
{
  lev_show_number (show, cents / 100.0);
}

void
lev_show_score (LevShow *show,
                int      score)
{
  if (LEV_SCORE_IS_KNOWN (score))
    lev_show_number (show, score);
  else
    lev_show_text (show, score == LEV_SCORE_NOT_APPLICABLE ? _("n/a") : "?");
}

void
lev_show_link (LevShow       *show,
               LevReport     *report,
               const char    *text,
               LevReportSheet sheet,
               guint          row)
{
  lev_show_text (show, text);
  show->target = report->sheets[sheet];
  show->target_row = LEV_LIST_FIRST_ROW + row;
}

static void
write_result (const LevShow *show,
              LevSheet      *sheet,
              guint          row,
              guint          column,
              const char    *formula)
{
  if (show->kind == LEV_SHOW_NUMBER)
    lev_sheet_write_formula (sheet, row, column, formula, NULL, show->number, show->style);
  else
    lev_sheet_write_formula (sheet, row, column, formula,
                             show->kind == LEV_SHOW_TEXT ? show->text : "", 0, show->style);
}

/* What a field holds, as a person reads it. */
void
lev_show_field (LevReport *report,
                LevRecord *record,
                guint      index,
                LevShow   *show)
{
  const LevField *field = &LEV_RECORD_GET_CLASS (record)->fields[index];
  LevValue value;

  lev_record_get_value (record, index, &value);
  switch (field->kind)
    {
    case LEV_FIELD_KIND_TEXT:
      lev_show_text (show, value.text);
      break;

    case LEV_FIELD_KIND_SCORE:
      lev_show_score (show, value.integer);
      break;

    case LEV_FIELD_KIND_DATE:
      lev_show_date (show, value.integer);
      break;

    case LEV_FIELD_KIND_MONEY:
      lev_show_cents (show, value.integer);
      break;

    case LEV_FIELD_KIND_CHOICE:
      lev_show_text (show, lev_choice_get_label (field->choices, value.integer));
      break;

    case LEV_FIELD_KIND_REFERENCE:
      if (value.record != NULL && LEV_IS_PERSON (value.record))
        lev_show_text (show, lev_report_get_person (LEV_PERSON (value.record)));
      break;

    case LEV_FIELD_KIND_INTEGER:
    case LEV_FIELD_KIND_BOOLEAN:
    case LEV_FIELD_KIND_MOMENT:
    default:
      lev_show_number (show, value.integer);
      break;
    }
}

void
lev_show_write (const LevShow *show,
                LevSheet      *sheet,
                guint          row,
                guint          column,
                const char    *formula)
{
  if (formula != NULL)
    write_result (show, sheet, row, column, formula);
  else if (show->kind == LEV_SHOW_TEXT && show->target != NULL)
    lev_sheet_write_link (sheet, row, column, show->target, show->target_row, 0, show->text,
                          show->style);
  else if (show->kind == LEV_SHOW_TEXT)
    lev_sheet_write_text (sheet, row, column, show->text, show->style);
  else if (show->kind == LEV_SHOW_NUMBER)
    lev_sheet_write_number (sheet, row, column, show->number, show->style);
  else if (show->kind == LEV_SHOW_DATE)
    lev_sheet_write_date (sheet, row, column, show->date, show->style);
  else
    lev_sheet_write_blank (sheet, row, column, show->style);
}
