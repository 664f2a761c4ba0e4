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
    { "2026-08-31", LEV_RECURRENCE_HALF_YEARLY, 1, "2027-02-28" },
    { "2026-08-31", LEV_RECURRENCE_HALF_YEARLY, 2, "2027-08-31" },
    { "2026-08-31", LEV_RECURRENCE_HALF_YEARLY, 3, "2028-02-29" },
    { "2026-11-30", LEV_RECURRENCE_QUARTERLY, 1, "2027-02-28" },
    { "2026-12-31", LEV_RECURRENCE_YEARLY, 1, "2027-12-31" },
    { "2028-02-29", LEV_RECURRENCE_YEARLY, 1, "2029-02-28" },
    { "2028-02-29", LEV_RECURRENCE_YEARLY, 4, "2032-02-29" },
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

  g_test_add_func ("/year-calendar/occurrences", test_occurrences);
  g_test_add_func ("/year-calendar/text", test_text);

  return g_test_run ();
}
