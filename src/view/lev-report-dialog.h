#pragma once

#include "lev-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What the MT report is about, before it is written: asked each time, first as it was last time
 * (the settings `report-…`). */

#define LEV_TYPE_REPORT_DIALOG (lev_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (LevReportDialog, lev_report_dialog, LEV, REPORT_DIALOG, AdwDialog)

/* A dialog that has the report of @review written, once the choices are made. */
AdwDialog *lev_report_dialog_new (LevReview *review);

G_END_DECLS
