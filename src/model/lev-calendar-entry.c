#include "lev-calendar-entry.h"

#include <glib/gi18n.h>

const LevChoice lev_recurrence_choices[] = {
  { NULL, NULL },
  { "once", N_("once") },
  { "quarterly", N_("quarterly") },
  { "half-yearly", N_("half-yearly") },
  { "yearly", N_("yearly") },
  { "months", N_("every so many months") },
  { NULL, NULL },
};

static const LevField fields[] = {
  LEV_FIELD_NAME (LevCalendarEntry, title, N_("Title")),
  LEV_FIELD_DATE (LevCalendarEntry, date, N_("Date")),
  LEV_FIELD_CHOICE (LevCalendarEntry, recurrence, lev_recurrence_choices, N_("Recurrence")),
  LEV_FIELD_INTEGER (LevCalendarEntry, lead_days, N_("Lead time in days")),
  LEV_FIELD_REFERENCE (LevCalendarEntry, coordinator, LevPerson, lev_person_get_type, N_("Coordinating CM")),
  LEV_FIELD_INTEGER (LevCalendarEntry, interval_months, N_("Every how many months")),
  LEV_FIELD_DATE (LevCalendarEntry, anchor, N_("Counted from")),
};

LEV_DEFINE_RECORD (LevCalendarEntry,
                   lev_calendar_entry,
                   "calendar_entry",
                   N_("Calendar entry"),
                   FALSE)

int
lev_calendar_entry_get_interval (LevCalendarEntry *self)
{
  static const int months[] = {
    [LEV_RECURRENCE_QUARTERLY] = 3,
    [LEV_RECURRENCE_HALF_YEARLY] = 6,
    [LEV_RECURRENCE_YEARLY] = 12,
  };

  g_return_val_if_fail (LEV_IS_CALENDAR_ENTRY (self), 0);

  if (self->recurrence == LEV_RECURRENCE_MONTHS)
    return MAX (self->interval_months, 0);

  return self->recurrence < (int) G_N_ELEMENTS (months) ? months[self->recurrence] : 0;
}

/* Which turn of the anchor the date of now is: the one whose working day it is. When it is none, it
 * was moved by hand, and the count begins anew there. */
static int
find_turn (LevCalendarEntry *self,
           int               step,
           LevDate          *base)
{
  LevDate nominal;

  *base = self->date;
  if (self->anchor == 0 || self->anchor > self->date)
    return 0;

  for (int k = 0;
       (nominal = lev_date_add_months (self->anchor, k * step)) != 0 && nominal <= self->date + 2;
       k++)
    if (lev_date_to_working_day (nominal) == self->date || nominal == self->date)
      {
        *base = self->anchor;
        return k;
      }

  return 0;
}

LevDate
lev_calendar_entry_get_occurrence (LevCalendarEntry *self,
                                   guint             n)
{
  int step = lev_calendar_entry_get_interval (self);
  LevDate base;
  int turn;

  g_return_val_if_fail (LEV_IS_CALENDAR_ENTRY (self), 0);

  if (n == 0)
    return self->date;
  if (self->date == 0 || step == 0)
    return 0;

  turn = find_turn (self, step, &base);

  return lev_date_to_working_day (lev_date_add_months (base, (turn + (int) n) * step));
}

void
lev_calendar_entry_move (LevCalendarEntry *self,
                         LevDate           date)
{
  LevDate anchor = self->anchor;
  gboolean is_next;

  g_return_if_fail (LEV_IS_CALENDAR_ENTRY (self));

  if (date == self->date)
    return;

  is_next = self->date != 0 && date == lev_calendar_entry_get_occurrence (self, 1);
  if (is_next)
    find_turn (self, lev_calendar_entry_get_interval (self), &anchor);
  else
    anchor = 0;
  g_object_set (self, "date", date, "anchor", anchor, NULL);
}
