/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-year-calendar.h"

#include "lev-calendar-text.h"
#include "lev-occurrence.h"

#include <glib/gi18n.h>

#define SECONDS_PER_DAY (24 * 60 * 60)

static void
add_reminder (icalcomponent *event,
              int            days,
              const char    *title)
{
  icalcomponent *alarm = icalcomponent_new (ICAL_VALARM_COMPONENT);
  struct icaltriggertype trigger = icaltriggertype_from_int (-days * SECONDS_PER_DAY);

  icalcomponent_add_property (alarm, icalproperty_new_action (ICAL_ACTION_DISPLAY));
  icalcomponent_add_property (alarm, icalproperty_new_trigger (trigger));
  lev_calendar_text_add (alarm, ICAL_DESCRIPTION_PROPERTY, title);
  icalcomponent_add_component (event, alarm);
}

static void
add_day (icalcomponent    *calendar,
         LevCalendarEntry *entry,
         LevDate           date)
{
  icalcomponent *event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  char iso[LEV_DATE_BUFFER];
  g_autofree char *uid = g_strdup_printf ("%s-%s@levman-review", LEV_RECORD (entry)->id,
                                          lev_date_to_iso (date, iso));

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  lev_calendar_text_add_stamp (event);
  lev_calendar_text_add_day (event, date);
  lev_calendar_text_add (event, ICAL_SUMMARY_PROPERTY, entry->title);
  if (entry->coordinator != NULL)
    {
      g_autofree char *text = g_strdup_printf (_("Coordinating CM: %s"), entry->coordinator->name);

      lev_calendar_text_add (event, ICAL_DESCRIPTION_PROPERTY, text);
    }
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_TRANSPARENT));
  if (entry->lead_days > 0)
    add_reminder (event, entry->lead_days, entry->title);
  icalcomponent_add_component (calendar, event);
}

char *
lev_year_calendar_to_text (LevRegister *records,
                           LevDate      from,
                           int          months)
{
  icalcomponent *calendar = lev_calendar_text_new (ICAL_METHOD_NONE, FALSE);
  g_autoptr (GArray)
    occurrences = lev_occurrence_list (records, from, lev_date_add_months (from, months));
  char *text;

  for (guint i = 0; i < occurrences->len; i++)
    {
      const LevOccurrence *occurrence = &g_array_index (occurrences, LevOccurrence, i);

      add_day (calendar, occurrence->entry, occurrence->date);
    }

  text = lev_calendar_text_print (calendar);
  icalcomponent_free (calendar);

  return text;
}
