/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report-sheets.h"

#include <string.h>

#include <glib/gi18n.h>

#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-report-list.h"

#define FIRST_ROW   (3)
#define RIGHT       (4) /* the column of the right half */
#define SIGNS_ROW   (11)
#define CONTROL_ROW (14)
#define ROW_HEIGHT  (19)

#define SECTION_HEIGHT (22)

typedef struct
{
  LevReport *report;
  LevSheet  *sheet;
} Legend;

static void
write_merged (Legend     *legend,
              guint       row,
              guint       first,
              guint       last,
              const char *text,
              LevStyle    style)
{
  LevRange range = { row, first, row, last };

  lev_sheet_merge (legend->sheet, &range, style);
  lev_sheet_write_text (legend->sheet, row, first, text, style);
}

static void
write_criteria (Legend *legend)
{
  LevHandbookContent *content = legend->report->content;
  guint n_criteria = lev_handbook_content_get_n (content, LEV_HANDBOOK_CRITERION);

  lev_sheet_write_text (legend->sheet, FIRST_ROW, 0, _("Criteria"), LEV_STYLE_SECTION);
  lev_sheet_write_text (legend->sheet, FIRST_ROW + 1, 0, _("Code"), LEV_STYLE_HEADER);
  lev_sheet_write_text (legend->sheet, FIRST_ROW + 1, 1, _("Criterion"), LEV_STYLE_HEADER);
  lev_sheet_write_text (legend->sheet, FIRST_ROW + 1, 2, _("Core question or evidence"),
                        LEV_STYLE_HEADER);
  for (guint i = 0; i < n_criteria; i++)
    {
      const LevHandbookItem *item = lev_handbook_content_get (content, LEV_HANDBOOK_CRITERION, i);
      guint row = FIRST_ROW + 2 + i;

      lev_sheet_write_text (legend->sheet, row, 0, item->code, LEV_STYLE_MUTED_CENTER);
      lev_sheet_write_text (legend->sheet, row, 1, item->title, LEV_STYLE_TEXT);
      lev_sheet_write_text (legend->sheet, row, 2, item->question, LEV_STYLE_MUTED);
    }
}

static char *
dup_scores (LevReport *report,
            LevWord    class)
{
  int from = lev_report_get_bound (report, class);

  switch (class)
    {
    case LEV_WORD_CRITICAL:
      return g_strdup_printf ("%d–25", from);

    case LEV_WORD_HIGH:
      return g_strdup_printf (_("%d–%d, or impact 5"), from,
                              lev_report_get_bound (report, LEV_WORD_CRITICAL) - 1);

    case LEV_WORD_MEDIUM:
      return g_strdup_printf ("%d–%d", from, lev_report_get_bound (report, LEV_WORD_HIGH) - 1);

    default:
      return g_strdup_printf ("%d–%d", from, lev_report_get_bound (report, LEV_WORD_MEDIUM) - 1);
    }
}

static void
write_classes (Legend *legend)
{
  static const struct { LevWord class; const char *meaning; } rows[] = {
    { LEV_WORD_CRITICAL, N_("Needs a decision of the MT: a measure or explicit acceptance") },
    { LEV_WORD_HIGH, N_("Needs a measure or motivated acceptance") },
    { LEV_WORD_MEDIUM, N_("The CM follows it and discusses it with the supplier") },
    { LEV_WORD_LOW, N_("Needs no measure") },
    { LEV_WORD_UNKNOWN, N_("An outcome of its own; never counts as 0; asks for insight first") },
  };
  LevRange chips = { FIRST_ROW + 2, RIGHT, FIRST_ROW + 1 + G_N_ELEMENTS (rows), RIGHT };

  lev_sheet_write_text (legend->sheet, FIRST_ROW, RIGHT, _("Classes"), LEV_STYLE_SECTION);
  lev_sheet_write_text (legend->sheet, FIRST_ROW + 1, RIGHT, _("Class"), LEV_STYLE_HEADER);
  lev_sheet_write_text (legend->sheet, FIRST_ROW + 1, RIGHT + 1, _("Likelihood × impact"),
                        LEV_STYLE_HEADER);
  write_merged (legend, FIRST_ROW + 1, RIGHT + 2, RIGHT + 4, _("Meaning"), LEV_STYLE_HEADER);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      guint row = FIRST_ROW + 2 + i;
      g_autofree char *scores = rows[i].class == LEV_WORD_UNKNOWN
                                  ? g_strdup (_("no judgement"))
                                  : dup_scores (legend->report, rows[i].class);

      lev_sheet_write_text (legend->sheet, row, RIGHT, legend->report->words[rows[i].class],
                            LEV_STYLE_CHIP);
      lev_sheet_write_text (legend->sheet, row, RIGHT + 1, scores, LEV_STYLE_TEXT);
      write_merged (legend, row, RIGHT + 2, RIGHT + 4, _(rows[i].meaning), LEV_STYLE_TEXT);
    }

  lev_report_add_rules (legend->report, LEV_REPORT_LEGEND, NULL, &chips, lev_report_class_rules);
}

static void
write_signs (Legend *legend)
{
  lev_sheet_write_text (legend->sheet, SIGNS_ROW, RIGHT, _("Signs"), LEV_STYLE_SECTION);
  lev_sheet_write_text (legend->sheet, SIGNS_ROW + 1, RIGHT, _("↑ worse"), LEV_STYLE_WORSE);
  lev_sheet_write_text (legend->sheet, SIGNS_ROW + 1, RIGHT + 1, _("↓ better"), LEV_STYLE_BETTER);
  lev_sheet_write_text (legend->sheet, SIGNS_ROW + 1, RIGHT + 2, _("= equal"), LEV_STYLE_TEXT);
  lev_sheet_write_text (legend->sheet, SIGNS_ROW + 1, RIGHT + 3, _("+ new   ± changed"),
                        LEV_STYLE_TEXT);
  lev_sheet_write_text (legend->sheet, SIGNS_ROW + 1, RIGHT + 4, _("? unknown   · none"),
                        LEV_STYLE_TEXT);
}

static void
write_control (Legend *legend)
{
  static const LevStyle styles[] = { LEV_STYLE_SCALE_BOLD, LEV_STYLE_SCALE_BOLD, LEV_STYLE_SCALE_3,
                                     LEV_STYLE_SCALE_4, LEV_STYLE_SCALE_5 };

  lev_sheet_write_text (legend->sheet, CONTROL_ROW, RIGHT, _("Control"), LEV_STYLE_SECTION);
  lev_sheet_write_text (legend->sheet, CONTROL_ROW + 1, RIGHT, _("Score"), LEV_STYLE_HEADER);
  write_merged (legend, CONTROL_ROW + 1, RIGHT + 1, RIGHT + 2, _("Meaning"), LEV_STYLE_HEADER);
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    {
      guint row = CONTROL_ROW + 2 + i;

      lev_sheet_write_number (legend->sheet, row, RIGHT, i + 1, styles[i]);
      write_merged (legend, row, RIGHT + 1, RIGHT + 2,
                    lev_handbook_content_describe (legend->report->content, "control", i + 1),
                    LEV_STYLE_TEXT);
    }
}

/* The members of the MT; the drop-down of who accepts a risk takes its names from here. Returns
 * the row below them. */
static guint
write_members (Legend *legend)
{
  LevRecordList *people = NULL;
  guint row = CONTROL_ROW + 2;

  if (legend->report->records != NULL)
    people = lev_register_list (legend->report->records, LEV_TYPE_PERSON);

  lev_sheet_write_text (legend->sheet, CONTROL_ROW, RIGHT + 3, _("Deciders (MT)"),
                        LEV_STYLE_SECTION);
  lev_sheet_write_text (legend->sheet, CONTROL_ROW + 1, RIGHT + 3, _("Name"), LEV_STYLE_HEADER);
  lev_sheet_write_text (legend->sheet, CONTROL_ROW + 1, RIGHT + 4, _("Function"), LEV_STYLE_HEADER);
  for (guint i = 0; i < lev_record_list_get_n (people); i++)
    {
      const LevPerson *person = lev_record_list_peek (people, i);

      if (!person->management_team)
        continue;
      lev_sheet_write_text (legend->sheet, row, RIGHT + 3, person->name, LEV_STYLE_TEXT);
      lev_sheet_write_text (legend->sheet, row, RIGHT + 4, person->function, LEV_STYLE_MUTED);
      row++;
    }

  lev_sheet_define_name (legend->sheet, "Besluitnemers",
                         &(LevRange) { CONTROL_ROW + 2, RIGHT + 3, MAX (row, CONTROL_ROW + 3) - 1,
                                       RIGHT + 3 });
  return row;
}

static void
write_about (Legend *legend,
             guint   row)
{
  LevReport *report = legend->report;
  LevReview *previous = report->review->previous;
  g_autofree char *handbook = NULL;

  lev_sheet_write_text (legend->sheet, row++, RIGHT, _("About this report"), LEV_STYLE_SECTION);
  lev_sheet_write_text (legend->sheet, row++, RIGHT,
                        _("Key figures and heat map are formulas: they follow from the sheets "
                          "Leveranciers, Risico’s and Acties."),
                        LEV_STYLE_LINE);
  if (previous != NULL && previous->title != NULL)
    {
      g_autofree char *trend = g_strdup_printf (_("Trends compare with round %s."),
                                                lev_report_get_round_name (previous));

      lev_sheet_write_text (legend->sheet, row++, RIGHT, trend, LEV_STYLE_LINE);
    }

  handbook = g_strdup_printf (_("%s, version %d. This report is a print; the administration in "
                                "Levman Review is leading."),
                              lev_handbook_content_get_title (report->content),
                              lev_handbook_content_get_version (report->content));
  lev_sheet_write_text (legend->sheet, row, RIGHT, handbook, LEV_STYLE_LINE);
}

void
lev_report_write_legend (LevReport *report)
{
  static const double widths[] = { 6, 34, 66, 3, 13, 18, 15, 26, 26 };
  Legend legend = { report, report->sheets[LEV_REPORT_LEGEND] };
  guint n_criteria = lev_handbook_content_get_n (report->content, LEV_HANDBOOK_CRITERION);
  guint row;

  lev_report_write_frame (report, LEV_REPORT_LEGEND, _("Legend and explanation"),
                          _("How to read this report and how its outcomes come about."), TRUE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    lev_sheet_set_width (legend.sheet, i, i, widths[i]);
  lev_sheet_freeze (legend.sheet, FIRST_ROW, 0);

  write_criteria (&legend);
  write_classes (&legend);
  write_signs (&legend);
  write_control (&legend);
  row = MAX (write_members (&legend), CONTROL_ROW + 7) + 1;
  write_about (&legend, row);
  lev_sheet_set_height (legend.sheet, FIRST_ROW, SECTION_HEIGHT);
  for (guint i = FIRST_ROW + 1; i < MAX (row + 4, FIRST_ROW + 2 + n_criteria); i++)
    lev_sheet_set_height (legend.sheet, i, ROW_HEIGHT);
}
