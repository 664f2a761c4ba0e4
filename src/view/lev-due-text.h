#pragma once

#include "lev-date.h"

G_BEGIN_DECLS

/* Dates as short as they can be in a list. */

/* Newly allocated: "15 december"; with the year when it is not this one; empty for 0. */
char *lev_date_format_short (LevDate date);

/* Newly allocated: "3 dagen te laat", "vandaag" or the date as above; empty for 0. */
char *lev_due_describe      (LevDate due,
                             LevDate today);

G_END_DECLS
