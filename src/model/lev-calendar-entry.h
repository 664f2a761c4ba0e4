#pragma once

#include "lev-person.h"
#include "lev-record.h"

G_BEGIN_DECLS

/* An entry of the year calendar: when the next round is due. */

#define LEV_TYPE_CALENDAR_ENTRY (lev_calendar_entry_get_type ())
LEV_DECLARE_RECORD (LevCalendarEntry, lev_calendar_entry, CALENDAR_ENTRY)

typedef enum
{
  LEV_RECURRENCE_NONE,
  LEV_RECURRENCE_ONCE,
  LEV_RECURRENCE_QUARTERLY,
  LEV_RECURRENCE_HALF_YEARLY,
  LEV_RECURRENCE_YEARLY,
  LEV_RECURRENCE_MONTHS, /* every so many months */
} LevRecurrence;

extern const LevChoice lev_recurrence_choices[];

struct _LevCalendarEntry
{
  LevRecord parent_instance;

  char      *title;
  LevDate    date;
  int        recurrence; /* LevRecurrence */
  int        lead_days;
  LevPerson *coordinator;
  int        interval_months; /* with LEV_RECURRENCE_MONTHS */
  LevDate    anchor;          /* the date from which is counted; 0 for date */
};

/* Every how many months @self comes round; 0 when it does not. */
int     lev_calendar_entry_get_interval   (LevCalendarEntry *self);

/* The date on which @self comes round for the @n-th time, from 0 on: always counted from its first
 * date, so that the 31st of August comes back at the end of February and on the 31st of August. What
 * falls in a weekend is on the Monday after it, or on the Friday before it when that Monday is in
 * another month; the date of now is as it was chosen. 0 when it does not come round that often. */
LevDate lev_calendar_entry_get_occurrence (LevCalendarEntry *self,
                                           guint             n);

/* Moves @self to @date, in the running edit. When that is the date on which it comes round next,
 * the ones after it go on being counted from its first date. */
void    lev_calendar_entry_move           (LevCalendarEntry *self,
                                           LevDate           date);

G_END_DECLS
