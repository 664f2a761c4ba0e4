#pragma once

#include "lev-date.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A month of the year calendar, in weeks from Monday to Sunday. A day is a button that activates
 * `calendar.choose-day` with its date; the arrow keys go from day to day, Home and End along the
 * week, Page Up and Page Down from month to month (`calendar.step`).
 *
 * With the property `folded` a day has no room for words: a dot stands for what falls on it. */

#define LEV_TYPE_MONTH_GRID (lev_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (LevMonthGrid, lev_month_grid, LEV, MONTH_GRID, GtkWidget)

/**
 * lev_month_grid_show:
 * @self: a month grid
 * @first: the first day of the month
 * @chosen: the day that is chosen, or 0
 * @occurrences: (element-type LevOccurrence): what comes round, of this month and of those after it
 *   whose preparation falls in it, by date
 *
 * Shows the month of @first.
 */
void    lev_month_grid_show      (LevMonthGrid *self,
                                  LevDate       first,
                                  LevDate       chosen,
                                  GArray       *occurrences);

/* The first day that the month of @first is shown with: a Monday. */
LevDate lev_month_grid_get_start (LevDate first);

G_END_DECLS
