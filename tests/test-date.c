/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

static const struct
{
  const char *text;
  const char *iso; /* "" when it is no date */
} dates[] = {
  { "2026-12-31", "2026-12-31" }, { "31-12-2026", "2026-12-31" }, { "31/12/2026", "2026-12-31" },
  { "1-2-2026", "2026-02-01" },   { "2026-2-1", "2026-02-01" },   { "29-02-2028", "2028-02-29" },
  { "1900-01-01", "1900-01-01" }, { "2199-12-31", "2199-12-31" }, { "28-02-2100", "2100-02-28" },
  { "", "" },                     { "29-02-2026", "" },           { "29-02-2100", "" },
  { "31-04-2026", "" },           { "00-12-2026", "" },           { "12-31-2026", "" },
  { "1899-12-31", "" },           { "2200-01-01", "" },           { "31-12-26", "" },
  { "2026-13-01", "" },           { "2026-12-31 ", "" },          { " 2026-12-31", "" },
  { "2026- 1- 1", "" },           { "2026-12-31x", "" },          { "31-12/2026", "" },
  { "2026/12/31", "2026-12-31" }, { "2026/12-31", "" },     { "-1-1-2026", "" },            { "+1-1-2026", "" },
  { "1-1-20261", "" },            { "12026-1-1", "" },            { "31.12.2026", "" },
  { "46387", "" },                { "31 december 2026", "" },     { "2026-12", "" },
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      char iso[LEV_DATE_BUFFER];

      g_test_message ("‘%s’", dates[i].text);
      g_assert_cmpstr (lev_date_to_iso (lev_date_parse (dates[i].text), iso), ==, dates[i].iso);
    }
}

/* Every day from 1900 to 2199 and back, in both forms. */
static void
test_every_day (void)
{
  LevDate first = lev_date_new (1900, 1, 1);
  LevDate last = lev_date_new (2199, 12, 31);

  g_assert_cmpuint (last - first + 1, ==, 109573);
  for (LevDate date = first; date <= last; date++)
    {
      char iso[LEV_DATE_BUFFER];
      g_autofree char *text = lev_date_format (date);

      g_assert_cmpuint (lev_date_parse (lev_date_to_iso (date, iso)), ==, date);
      g_assert_cmpuint (lev_date_parse (text), ==, date);
    }
}

static void
test_format (void)
{
  static const struct { const char *language, *january, *march; } rows[] = {
    { "nl", "1 januari 2026", "31 maart 2027" },
    { "en", "1 January 2026", "31 March 2027" },
  };
  g_autofree char *nothing = lev_date_format (0);
  g_autofree char *nothing_long = lev_date_format_long (0);
  g_autofree char *short_form = lev_date_format (lev_date_new (2026, 1, 9));

  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (nothing_long, ==, "");
  g_assert_cmpstr (short_form, ==, "09-01-2026");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *january = NULL;
      g_autofree char *march = NULL;

      model_fixture_set_language (rows[i].language);
      january = lev_date_format_long (lev_date_new (2026, 1, 1));
      march = lev_date_format_long (lev_date_new (2027, 3, 31));
      g_assert_cmpstr (january, ==, rows[i].january);
      g_assert_cmpstr (march, ==, rows[i].march);
    }
}

static void
test_add_months (void)
{
  static const struct { const char *from; int months; const char *to; } rows[] = {
    { "2026-01-15", 1, "2026-02-15" },   { "2026-01-31", 1, "2026-02-28" },
    { "2028-01-31", 1, "2028-02-29" },   { "2026-11-30", 3, "2027-02-28" },
    { "2026-12-31", 12, "2027-12-31" },  { "2028-02-29", 12, "2029-02-28" },
    { "2026-03-31", -1, "2026-02-28" },  { "2026-01-15", -1, "2025-12-15" },
    { "2026-05-05", 0, "2026-05-05" },   { "2026-05-05", -24, "2024-05-05" },
    { "2199-12-31", 1, "" },             { "1900-01-01", -1, "" },
    { "2026-01-01", G_MAXINT, "" },      { "2026-01-01", G_MININT, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char iso[LEV_DATE_BUFFER];
      LevDate date = lev_date_add_months (lev_date_parse (rows[i].from), rows[i].months);

      g_test_message ("%s and %d", rows[i].from, rows[i].months);
      g_assert_cmpstr (lev_date_to_iso (date, iso), ==, rows[i].to);
    }
  g_assert_cmpuint (lev_date_add_months (0, 1), ==, 0);
}

static const struct
{
  const char *text;
  const char *iso; /* "" when it is no moment */
  const char *shown;
} moments[] = {
  { "2026-11-23T09:00:00Z", "2026-11-23T09:00:00Z", "23-11-2026 10:00" },
  { "2026-11-23T09:00:59", "2026-11-23T08:00:59Z", "23-11-2026 09:00" },
  { "2026-11-23T09:00Z", "2026-11-23T09:00:00Z", "23-11-2026 10:00" },
  { "2026-11-23 23:59", "2026-11-23T22:59:00Z", "23-11-2026 23:59" },
  { "23-11-2026 9:05", "2026-11-23T08:05:00Z", "23-11-2026 09:05" },
  { "2026-11-23", "2026-11-22T23:00:00Z", "23-11-2026 00:00" },
  { "1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", "01-01-1970 00:59" },
  /* Around the change to summer time and back: an hour that is not there, one that is twice. */
  { "2026-03-29T00:59:59Z", "2026-03-29T00:59:59Z", "29-03-2026 01:59" },
  { "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z", "29-03-2026 03:00" },
  { "2026-03-29T02:30", "2026-03-29T01:00:00Z", "29-03-2026 03:00" },
  { "2026-06-30T23:30", "2026-06-30T21:30:00Z", "30-06-2026 23:30" },
  { "2026-10-25T02:30", "2026-10-25T00:30:00Z", "25-10-2026 02:30" },
  { "2026-10-25T01:30:00Z", "2026-10-25T01:30:00Z", "25-10-2026 02:30" },
  { "2199-12-31T22:59:59Z", "2199-12-31T22:59:59Z", "31-12-2199 23:59" },
  { "", "", "" },
  { "2026-11-23T24:00", "", "" },
  { "2026-11-23T09:60", "", "" },
  { "2026-11-23T09:00:60", "", "" },
  { "2026-11-23T09", "", "" },
  { "2026-11-23T", "", "" },
  { "2026-11-23T-9:00", "", "" },
  { "2026-11-23T09: 5", "", "" },
  { "2026-11-23T09:00:00+01:00", "", "" },
  { "2026-11-23T09:00ZZ", "", "" },
  { "2026-11-23T09:00:", "", "" },
  { "2026-11-31T09:00", "", "" },
  { "2026-11-23Z", "", "" },
  { "T09:00", "", "" },
  { "0002026-0011-0023T09:00", "", "" },
};

static void
test_moment (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      char iso[LEV_MOMENT_BUFFER];
      gint64 moment = lev_moment_parse (moments[i].text);
      g_autofree char *shown = lev_moment_format (moment);

      g_test_message ("‘%s’", moments[i].text);
      g_assert_cmpstr (lev_moment_to_iso (moment, iso), ==, moments[i].iso);
      g_assert_cmpstr (shown, ==, moments[i].shown);
      g_assert_cmpint (moment == 0, ==, *moments[i].iso == '\0');
    }
  g_assert_cmpint (lev_moment_parse ("2026-11-23T09:00:00Z"), ==, 1795424400);
  g_assert_cmpuint (lev_moment_get_date (-3601), ==, lev_date_new (1969, 12, 31));
  g_assert_cmpuint (lev_moment_get_date (82799), ==, lev_date_new (1970, 1, 1));
}

static void
test_clock (void)
{
  char iso[LEV_DATE_BUFFER];

  /* From the environment, read once, so it comes first. */
  g_setenv ("LEVMAN_NOW", "2026-11-23T09:00:00Z", TRUE);
  g_assert_cmpint (lev_clock_now (), ==, 1795424400);
  g_assert_cmpstr (lev_date_to_iso (lev_clock_today (), iso), ==, "2026-11-23");

  lev_clock_set (lev_moment_parse ("2025-05-31T23:59:59"));
  g_assert_cmpstr (lev_date_to_iso (lev_clock_today (), iso), ==, "2025-05-31");

  lev_clock_set (0);
  g_assert_cmpint (lev_clock_now (), ==, 1795424400);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/date/clock", test_clock);
  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/every-day", test_every_day);
  g_test_add_func ("/date/format", test_format);
  g_test_add_func ("/date/add-months", test_add_months);
  g_test_add_func ("/date/moment", test_moment);

  return g_test_run ();
}
