#pragma once

#include "lev-calendar-entry.h"
#include "lev-register.h"

G_BEGIN_DECLS

/* An entry of the year calendar on one of the dates on which it comes round. */
typedef struct
{
  LevCalendarEntry *entry;
  LevDate           date;
  gboolean          is_next; /* the date for which the entry waits */
} LevOccurrence;

/**
 * lev_occurrence_list:
 * @records: the register
 * @first: the first date
 * @last: the last date
 *
 * Returns: (transfer full) (element-type LevOccurrence): what comes round from @first to @last, by
 *   date; the entries are borrowed from @records
 */
GArray  *lev_occurrence_list     (LevRegister *records,
                                  LevDate      first,
                                  LevDate      last);

/* The date from which @self is prepared: as many days ahead as the entry asks for. */
LevDate  lev_occurrence_get_lead (const LevOccurrence *self);

/* Whether it is time for the round: the lead time of the date for which the entry waits has begun. */
gboolean lev_occurrence_is_due   (const LevOccurrence *self);

G_END_DECLS
