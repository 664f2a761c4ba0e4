/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-report-sheets.h"

G_BEGIN_DECLS

/* Which suppliers the MT has to look at, and why. */

/* Whether a key question of @row was answered with more than “no”, or a risk is high or critical. */
gboolean lev_report_asks_attention (const LevReportSupplier *row);

/**
 * lev_report_dup_reason:
 * @row: a supplier of @report
 *
 * Why a supplier asks for attention: the explanation of the most serious answer, and each criterion
 * at the worst score by its code (template, section 5).
 *
 * Returns: (transfer full): a sentence or two; may be empty
 */
char    *lev_report_dup_reason     (LevReport               *report,
                                    const LevReportSupplier *row);

G_END_DECLS
