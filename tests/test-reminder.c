/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-reminder.h"
#include "model-fixture.h"

#define TODAY (lev_date_new (2026, 11, 23))

/* Entries of the year calendar so many days from today, and what is said of them. */
static const struct
{
  int         offsets[3]; /* ended by 0 */
  int         days;
  const char *text; /* NULL: nothing is said */
} rows[] = {
  { { 0 }, 3, NULL },
  { { 9, 0 }, 3, NULL },
  { { 3, 0 }, 3, "1 matter is due soon." },
  { { 3, 0 }, 2, NULL },
  { { -1, 0 }, 0, "1 matter is late." },
  { { -1, 2, 0 }, 3, "1 matter is late, 1 matter is due soon." },
};

static void
test_describe (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ModelFixture fixture;
      g_autofree char *text = NULL;

      model_fixture_init (&fixture, 0);
      model_fixture_set_language ("en");
      for (guint j = 0; rows[i].offsets[j] != 0; j++)
        lev_register_add (fixture.records, LEV_TYPE_CALENDAR_ENTRY, "title", "Review", "date",
                          (LevDate) ((int) TODAY + rows[i].offsets[j]), "lead-days", 30,
                          "recurrence", LEV_RECURRENCE_ONCE, NULL);
      text = lev_reminder_describe (fixture.records, NULL, TODAY, rows[i].days);
      g_test_message ("row %u", i);
      g_assert_cmpstr (text, ==, rows[i].text);
      model_fixture_clear (&fixture);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reminder/describe", test_describe);

  return g_test_run ();
}
