/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-report.h"

#include <glib/gi18n.h>

#include "lev-report-sheets.h"
#include "lev-report-style.h"

/* The sheets in their order. Their names are part of the format: formulas and those who read a
 * report back know them, so they are not translated. */
static const struct
{
  const char *name;
  guint32     tab;
} sheets[LEV_REPORT_N_SHEETS] = {
  [LEV_REPORT_SUMMARY] = { "Samenvatting", LEV_COLOUR_ACCENT },
  [LEV_REPORT_HEATMAP] = { "Heatmap", LEV_COLOUR_ACCENT },
  [LEV_REPORT_SUPPLIERS] = { "Leveranciers", LEV_COLOUR_BAR },
  [LEV_REPORT_CONCENTRATION] = { "Concentratie", LEV_COLOUR_BAR },
  [LEV_REPORT_PROFILES] = { "Risicoprofielen", LEV_COLOUR_BAR },
  [LEV_REPORT_RISKS] = { "Risico’s", LEV_COLOUR_BAR },
  [LEV_REPORT_COMPARISON] = { "Vergelijking", LEV_COLOUR_BAR },
  [LEV_REPORT_ACTIONS] = { "Acties", LEV_COLOUR_BAR },
  [LEV_REPORT_DECISIONS] = { LEV_REPORT_DECISION_SHEET, LEV_COLOUR_HIGH },
  [LEV_REPORT_UPDATES] = { "Status updates", LEV_COLOUR_BAR },
  [LEV_REPORT_LEGEND] = { "Legenda", LEV_COLOUR_HAIRLINE },
};

/* What is written in which order: the first ones need what the others found out. */
static const struct
{
  void (*write) (LevReport *report);
  const char *message;
} jobs[] = {
  { lev_report_write_suppliers, N_("Writing the suppliers") },
  { lev_report_write_concentration, N_("Writing what suppliers share") },
  { lev_report_write_profiles, N_("Writing the risk profiles") },
  { lev_report_write_risks, N_("Writing the risks") },
  { lev_report_write_comparison, N_("Comparing with the previous round") },
  { lev_report_write_actions, N_("Writing the actions") },
  { lev_report_write_decisions, N_("Writing the decisions") },
  { lev_report_write_updates, N_("Writing the status updates") },
  { lev_report_write_heatmap, N_("Writing the heat map") },
  { lev_report_write_summary, N_("Writing the summary") },
  { lev_report_write_legend, N_("Writing the legend") },
};

static void
tell (const LevReportOptions *options,
      double                  fraction,
      const char             *message)
{
  if (options != NULL && options->progress != NULL)
    options->progress (fraction, message, options->progress_data);
}

static void
set_properties (LevReport   *report,
                LevWorkbook *workbook)
{
  g_autofree char *title = lev_report_dup_heading (report);
  LevPerson *coordinator = report->review->coordinator;

  lev_workbook_set_properties (workbook, &(LevWorkbookProperties) {
                                           .title = title,
                                           .subject = _("Report to the MT"),
                                           .author = coordinator != NULL ? coordinator->name : NULL,
                                           .company = report->organisation,
                                           .keywords = "Levman",
                                           .comments = _("Made with Levman Review"),
                                           .created = lev_clock_now (),
                                         });
}

static void
add_sheets (LevReport   *report,
            LevWorkbook *workbook)
{
  for (guint i = 0; i < LEV_REPORT_N_SHEETS; i++)
    {
      report->sheets[i] = lev_workbook_add_sheet (workbook, sheets[i].name);
      lev_sheet_set_tab_colour (report->sheets[i], sheets[i].tab);
    }
}

gboolean
lev_report_write (LevReview              *review,
                  const LevReportOptions *options,
                  const char             *path,
                  GCancellable           *cancellable,
                  GError                **error)
{
  g_autoptr (LevReport) report = NULL;
  g_autoptr (LevWorkbook) workbook = NULL;
  const LevCellStyle *styles;
  guint n_styles;

  g_return_val_if_fail (LEV_IS_REVIEW (review), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  styles = lev_report_get_styles (&n_styles);
  report = lev_report_collect (review, options);
  workbook = lev_workbook_new (path, styles, n_styles);
  lev_workbook_set_style (workbook, report->style);
  set_properties (report, workbook);
  add_sheets (report, workbook);

  for (guint i = 0; i < G_N_ELEMENTS (jobs); i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      tell (options, (double) i / (G_N_ELEMENTS (jobs) + 1), _(jobs[i].message));
      jobs[i].write (report);
    }

  tell (options, (double) G_N_ELEMENTS (jobs) / (G_N_ELEMENTS (jobs) + 1), _("Saving the report"));

  return lev_workbook_save (workbook, cancellable, error);
}
