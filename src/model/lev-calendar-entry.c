#include "lev-calendar-entry.h"

#include <glib/gi18n.h>

const LevChoice lev_recurrence_choices[] = {
  { NULL, NULL },
  { "once", N_("once") },
  { "quarterly", N_("quarterly") },
  { "half-yearly", N_("half-yearly") },
  { "yearly", N_("yearly") },
  { NULL, NULL },
};

static const LevField fields[] = {
  LEV_FIELD_NAME (LevCalendarEntry, title, N_("Title")),
  LEV_FIELD_DATE (LevCalendarEntry, date, N_("Date")),
  LEV_FIELD_CHOICE (LevCalendarEntry, recurrence, lev_recurrence_choices, N_("Recurrence")),
  LEV_FIELD_INTEGER (LevCalendarEntry, lead_days, N_("Lead time in days")),
  LEV_FIELD_REFERENCE (LevCalendarEntry, coordinator, LevPerson, lev_person_get_type, N_("Coordinating CM")),
};

LEV_DEFINE_RECORD (LevCalendarEntry,
                   lev_calendar_entry,
                   "calendar_entry",
                   N_("Calendar entry"),
                   FALSE)

LevDate
lev_calendar_entry_get_occurrence (LevCalendarEntry *self,
                                   guint             n)
{
  static const int months[] = {
    [LEV_RECURRENCE_QUARTERLY] = 3,
    [LEV_RECURRENCE_HALF_YEARLY] = 6,
    [LEV_RECURRENCE_YEARLY] = 12,
  };
  int step = self->recurrence < (int) G_N_ELEMENTS (months) ? months[self->recurrence] : 0;

  g_return_val_if_fail (LEV_IS_CALENDAR_ENTRY (self), 0);

  if (n == 0)
    return self->date;

  return self->date != 0 && step > 0 ? lev_date_add_months (self->date, (int) n * step) : 0;
}
