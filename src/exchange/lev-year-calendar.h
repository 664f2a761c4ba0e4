/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-records.h"

G_BEGIN_DECLS

/**
 * lev_year_calendar_to_text:
 * @records: the register
 * @from: the first date
 * @months: how far it looks ahead
 *
 * The year calendar for the own agenda, as iCalendar: a whole day for each date on which an entry
 * comes round, with a reminder as many days ahead as the entry asks for. Each date has an
 * identifier of its own, so that importing it once more changes what is there.
 *
 * Returns: (transfer full): the text
 */
char *lev_year_calendar_to_text (LevRegister *records,
                                 LevDate      from,
                                 int          months);

G_END_DECLS
