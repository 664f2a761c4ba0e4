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
};

/* The date on which @self comes round for the @n-th time, from 0 on: always counted from its first
 * date, so that the 31st of August comes back as the 28th of February and the 31st of August. 0
 * when it does not come round that often. */
LevDate lev_calendar_entry_get_occurrence (LevCalendarEntry *self,
                                           guint             n);

G_END_DECLS
