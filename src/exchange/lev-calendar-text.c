/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-calendar-text.h"

#define ZONE "Europe/Amsterdam"

/* The rules that hold since 1996 for the Netherlands (Directive 2000/84/EC). */
static const char zone_text[] = "BEGIN:VTIMEZONE\r\n"
                                "TZID:" ZONE "\r\n"
                                "BEGIN:DAYLIGHT\r\n"
                                "TZNAME:CEST\r\n"
                                "TZOFFSETFROM:+0100\r\n"
                                "TZOFFSETTO:+0200\r\n"
                                "DTSTART:19960331T020000\r\n"
                                "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\r\n"
                                "END:DAYLIGHT\r\n"
                                "BEGIN:STANDARD\r\n"
                                "TZNAME:CET\r\n"
                                "TZOFFSETFROM:+0200\r\n"
                                "TZOFFSETTO:+0100\r\n"
                                "DTSTART:19961027T030000\r\n"
                                "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\r\n"
                                "END:STANDARD\r\n"
                                "END:VTIMEZONE\r\n";

icalcomponent *
lev_calendar_text_new (icalproperty_method method,
                       gboolean            zoned)
{
  icalcomponent *calendar = icalcomponent_new (ICAL_VCALENDAR_COMPONENT);

  icalcomponent_add_property (calendar, icalproperty_new_version ("2.0"));
  icalcomponent_add_property (calendar, icalproperty_new_prodid (
                                          "-//Levman//Levman Review " PACKAGE_VERSION "//NL"));
  if (method != ICAL_METHOD_NONE)
    icalcomponent_add_property (calendar, icalproperty_new_method (method));
  if (zoned)
    icalcomponent_add_component (calendar, icalparser_parse_string (zone_text));

  return calendar;
}

void
lev_calendar_text_add_stamp (icalcomponent *event)
{
  icaltimetype now = icaltime_from_timet_with_zone ((time_t) lev_clock_now (), 0,
                                                    icaltimezone_get_utc_timezone ());

  icalcomponent_add_property (event, icalproperty_new_dtstamp (now));
}

/* What the Dutch clock shows at @moment. */
static icaltimetype
get_wall_time (gint64 moment)
{
  g_autofree char *time = lev_moment_format_time (moment);
  char date[LEV_DATE_BUFFER];
  icaltimetype wall;

  lev_date_to_iso (lev_moment_get_date (moment), date);
  wall = icaltime_null_time ();
  wall.year = atoi (date);
  wall.month = atoi (date + 5);
  wall.day = atoi (date + 8);
  wall.hour = atoi (time);
  wall.minute = atoi (time + 3);

  return wall;
}

/* In the hour that the clock shows twice a wall time says nothing: programs differ in which of both
 * they take, whatever RFC 5545 (3.3.5) says. */
static gboolean
is_shown_twice (gint64 moment)
{
  icaltimetype wall = get_wall_time (moment);

  return icaltime_compare (wall, get_wall_time (moment - 3600)) == 0 ||
         icaltime_compare (wall, get_wall_time (moment + 3600)) == 0;
}

static void
add_time (icalcomponent    *event,
          icalproperty_kind kind,
          gint64            moment)
{
  icalproperty *property = icalproperty_new (kind);
  gboolean is_zoned = !is_shown_twice (moment);
  icaltimetype time = is_zoned ? get_wall_time (moment)
                               : icaltime_from_timet_with_zone ((time_t) moment, 0,
                                                                icaltimezone_get_utc_timezone ());

  icalproperty_set_value (property, icalvalue_new_datetime (time));
  if (is_zoned)
    icalproperty_add_parameter (property, icalparameter_new_tzid (ZONE));
  icalcomponent_add_property (event, property);
}

void
lev_calendar_text_add_start (icalcomponent *event,
                             gint64         moment,
                             int            minutes)
{
  add_time (event, ICAL_DTSTART_PROPERTY, moment);
  add_time (event, ICAL_DTEND_PROPERTY, moment + (gint64) minutes * 60);
}

static icaltimetype
get_day (LevDate date)
{
  char iso[LEV_DATE_BUFFER];
  icaltimetype day = icaltime_null_date ();

  lev_date_to_iso (date, iso);
  day.year = atoi (iso);
  day.month = atoi (iso + 5);
  day.day = atoi (iso + 8);

  return day;
}

void
lev_calendar_text_add_day (icalcomponent *event,
                           LevDate        date)
{
  icalcomponent_add_property (event, icalproperty_new_dtstart (get_day (date)));
  icalcomponent_add_property (event, icalproperty_new_dtend (get_day (date + 1)));
}

/* Texts may have lines, but no other control characters. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean_text = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n' || c == '\t' || !g_unichar_iscntrl (c))
        g_string_append_unichar (clean_text, c);
    }

  return g_string_free (clean_text, FALSE);
}

void
lev_calendar_text_add (icalcomponent    *event,
                       icalproperty_kind kind,
                       const char       *text)
{
  g_autofree char *cleaned = NULL;
  icalproperty *property;

  if (text == NULL || *text == '\0')
    return;

  cleaned = clean (text);
  property = icalproperty_new (kind);
  icalproperty_set_value (property, icalvalue_new_text (cleaned));
  icalcomponent_add_property (event, property);
}

char *
lev_calendar_text_print (icalcomponent *calendar)
{
  char *text = icalcomponent_as_ical_string_r (calendar);
  char *copy = g_strdup (text);

  icalmemory_free_buffer (text);

  return copy;
}
