/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "lev-review.h"

G_BEGIN_DECLS

/**
 * LevReportProgress:
 * @fraction: how much is done, 0 to 1
 * @message: what is being done, in the user's language
 * @user_data: what was passed in the options
 *
 * Tells how far a report is; called from the thread that writes it.
 */
typedef void (*LevReportProgress) (double fraction, const char *message, gpointer user_data);

/**
 * LevReportOptions:
 * @all_suppliers: list every supplier of the register on the sheet of suppliers, those of the
 *   round first; the round decides what is counted in either case
 * @manager: (nullable): a contract manager; only the suppliers of which this is the one are
 *   reported on, and nothing else is counted
 * @hide_closed: leave out the actions that are finished or refused, with their decisions
 * @progress: (nullable): tells how far it is
 * @progress_data: data for @progress
 */
typedef struct
{
  gboolean          all_suppliers;
  LevPerson        *manager;
  gboolean          hide_closed;
  LevReportProgress progress;
  gpointer          progress_data;
} LevReportOptions;

/**
 * lev_report_write:
 * @review: the round to report on
 * @options: (nullable): %NULL for the whole round and no progress
 * @path: the workbook to write; a file of that name is replaced, when all went well
 * @cancellable: (nullable): stops between two sheets
 * @error: return location for an error
 *
 * Writes the MT report (design section 8): an .xlsx workbook with the summary, the heat map, the
 * suppliers, profiles, risks, actions, decisions and status updates of the round, and a legend.
 * Key figures are formulas with their results; the reference date is today by lev_clock_today().
 * The decisions that the MT is asked for can be filled in there, to be read back.
 *
 * Returns: %FALSE with an error of %LEV_EXCHANGE_ERROR or %G_IO_ERROR_CANCELLED
 */
gboolean lev_report_write (LevReview              *review,
                           const LevReportOptions *options,
                           const char             *path,
                           GCancellable           *cancellable,
                           GError                **error);

G_END_DECLS
