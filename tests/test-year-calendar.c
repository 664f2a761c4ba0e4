/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-year-calendar.h"
#include "model-fixture.h"

#include <libical/ical.h>

/* When an entry comes round: counted from its first date, also past leap days and year ends. */
static void
test_occurrences (void)
{
  static const struct
  {
    const char *date;
    LevRecurrence recurrence;
    guint n;
    const char *expected;
  } rows[] = {
    { "2026-08-31", LEV_RECURRENCE_HALF_YEARLY, 0, "2026-08-31" },
    { "2026-08-31", LEV_RECURRENCE_HALF_YEARLY, 1, "2027-02-26" }, /* a Sunday, and Monday is in March */
    { "2026-08-31", LEV_RECURRENCE_HALF_YEARLY, 2, "2027-08-31" },
    { "2026-08-31", LEV_RECURRENCE_HALF_YEARLY, 3, "2028-02-29" },
    { "2026-11-30", LEV_RECURRENCE_QUARTERLY, 1, "2027-02-26" },
    { "2026-12-31", LEV_RECURRENCE_YEARLY, 1, "2027-12-31" },
    { "2028-02-29", LEV_RECURRENCE_YEARLY, 1, "2029-02-28" },
    { "2028-02-29", LEV_RECURRENCE_YEARLY, 4, "2032-02-27" },
    { "2026-11-30", LEV_RECURRENCE_ONCE, 0, "2026-11-30" },
    { "2026-11-30", LEV_RECURRENCE_ONCE, 1, "" },
    { "", LEV_RECURRENCE_YEARLY, 1, "" },
  };
  ModelFixture fixture;

  model_fixture_init (&fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LevCalendarEntry *entry = lev_register_add (fixture.records, LEV_TYPE_CALENDAR_ENTRY, "date",
                                                  lev_date_parse (rows[i].date), "recurrence",
                                                  rows[i].recurrence, NULL);
      char iso[LEV_DATE_BUFFER];

      g_assert_cmpstr (lev_date_to_iso (lev_calendar_entry_get_occurrence (entry, rows[i].n), iso),
                       ==, rows[i].expected);
    }
  model_fixture_clear (&fixture);
}

/* Saturdays and Sundays, also at the end of a month, a leap month and a year. */
static void
test_working_days (void)
{
  static const struct
  {
    const char *date;
    const char *expected;
  } rows[] = {
    { "2026-11-27", "2026-11-27" }, { "2026-11-28", "2026-11-30" }, { "2026-11-29", "2026-11-30" },
    { "2027-01-30", "2027-01-29" }, { "2027-01-31", "2027-01-29" }, { "2028-01-01", "2028-01-03" },
    { "2028-12-31", "2028-12-29" }, { "2028-12-30", "2028-12-29" }, { "2032-02-29", "2032-02-27" },
    { "2032-02-28", "2032-02-27" }, { "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char iso[LEV_DATE_BUFFER];

      g_assert_cmpstr (lev_date_to_iso (lev_date_to_working_day (lev_date_parse (rows[i].date)),
                                        iso),
                       ==, rows[i].expected);
    }
}

/* Every five months, moved on round after round: the count does not drift with the weekends. */
static void
test_own_interval (void)
{
  static const char *const expected[] = {
    "2027-01-29", "2027-06-30", "2027-11-30", "2028-04-28", "2028-09-29", "2029-02-28",
    "2029-07-31", "2029-12-31", "2030-05-31",
  };
  ModelFixture fixture;
  LevCalendarEntry *entry;
  char iso[LEV_DATE_BUFFER];

  model_fixture_init (&fixture, 0);
  entry = lev_register_add (fixture.records, LEV_TYPE_CALENDAR_ENTRY, "date",
                            lev_date_new (2026, 8, 31), "recurrence", LEV_RECURRENCE_MONTHS, NULL);
  g_assert_cmpuint (lev_calendar_entry_get_occurrence (entry, 1), ==, 0);
  g_object_set (entry, "interval-months", 5, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      LevDate next = lev_calendar_entry_get_occurrence (entry, 1);

      g_assert_cmpstr (lev_date_to_iso (next, iso), ==, expected[i]);
      lev_calendar_entry_move (entry, next);
    }

  /* A date of one’s own is counted from there. */
  lev_calendar_entry_move (entry, lev_date_new (2030, 6, 12));
  g_assert_cmpstr (lev_date_to_iso (lev_calendar_entry_get_occurrence (entry, 1), iso), ==,
                   "2030-11-12");
  model_fixture_clear (&fixture);
}

static guint
count_events (const char *text)
{
  icalcomponent *calendar = icalparser_parse_string (text);
  guint count = 0;

  g_assert_nonnull (calendar);
  g_assert_cmpint (icalcomponent_count_errors (calendar), ==, 0);
  g_assert_true (icalrestriction_check (calendar));
  for (icalcomponent *event = icalcomponent_get_first_component (calendar, ICAL_VEVENT_COMPONENT);
       event != NULL; event = icalcomponent_get_next_component (calendar, ICAL_VEVENT_COMPONENT))
    count++;
  icalcomponent_free (calendar);

  return count;
}

/* The libical parser finds what was written: whole days, no errors, a reminder. */
static void
test_text (void)
{
  ModelFixture fixture;
  g_autofree char *text = NULL;
  g_autofree char *none = NULL;

  model_fixture_init (&fixture, 0);
  model_fixture_set_language ("en");
  lev_register_add (fixture.records, LEV_TYPE_CALENDAR_ENTRY, "title", "Review; autumn", "date",
                    lev_date_new (2026, 8, 31), "recurrence", LEV_RECURRENCE_HALF_YEARLY,
                    "lead-days", 30, NULL);
  text = lev_year_calendar_to_text (fixture.records, lev_date_new (2026, 11, 23), 24);
  g_assert_cmpuint (count_events (text), ==, 4);
  g_assert_nonnull (strstr (text, "\r\nDTSTART;VALUE=DATE:20280229\r\n"));
  g_assert_nonnull (strstr (text, "\r\nTRIGGER:-P30D\r\n"));
  g_assert_nonnull (strstr (text, "\r\nSUMMARY:Review\\; autumn\r\n"));

  none = lev_year_calendar_to_text (fixture.records, lev_date_new (2026, 9, 1), 3);
  g_assert_cmpuint (count_events (none), ==, 0);
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/year-calendar/working-days", test_working_days);
  g_test_add_func ("/year-calendar/own-interval", test_own_interval);
  g_test_add_func ("/year-calendar/occurrences", test_occurrences);
  g_test_add_func ("/year-calendar/text", test_text);

  return g_test_run ();
}
