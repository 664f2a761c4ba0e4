/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-report-data.h"

G_BEGIN_DECLS

/* The sheets of the MT report, one function and one file each. They write into the sheet that
 * the report holds for them; all sheets exist before the first one is filled, for the links. */

/* Where the heat map has the tables that the charts show: their header rows. */
#define LEV_HEATMAP_CLASS_ROW  (12)
#define LEV_HEATMAP_ROUNDS_ROW (18)

void        lev_report_write_summary        (LevReport *report);
void        lev_report_write_heatmap        (LevReport *report);
void        lev_report_write_suppliers      (LevReport *report);
void        lev_report_write_concentration  (LevReport *report);
void        lev_report_write_profiles       (LevReport *report);
void        lev_report_write_risks          (LevReport *report);
void        lev_report_write_comparison     (LevReport *report);
void        lev_report_write_actions        (LevReport *report);
void        lev_report_write_decisions      (LevReport *report);
void        lev_report_write_updates        (LevReport *report);
void        lev_report_write_legend         (LevReport *report);

/* The sheet on which the MT decides, as it is called in the workbook, and for reading it back the
 * heading of its column @id (`decision`, `reason`, `acceptor`, `until`, `date`, `key`) and the
 * outcome that @text stands for in @step; LEV_OUTCOME_NONE for none. */
#define LEV_REPORT_DECISION_SHEET "Besluiten"
const char *lev_report_get_decision_heading (const char *id);
LevOutcome  lev_report_parse_outcome        (const char *text,
                                             guint       step);

/* The column of the sheet of suppliers with @id. */
guint       lev_report_find_supplier_column (const char *id);

/* Puts the four charts of the summary side by side at @row; the sheets with
 * their figures must be written. */
void        lev_report_add_charts           (LevReport *report,
                                             guint      row);

G_END_DECLS
