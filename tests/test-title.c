/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-title.h"
#include "model-fixture.h"

static void
assert_title (gpointer    record,
              const char *expected)
{
  g_autofree char *title = lev_record_dup_full_title (LEV_RECORD (record));

  g_assert_cmpstr (title, ==, expected);
}

static void
test_titles (void)
{
  ModelFixture fixture;
  LevDecision *decision;

  model_fixture_set_language ("en");
  model_fixture_init (&fixture, 2);
  model_fixture_reach (&fixture, 8);
  g_object_set (fixture.dossier->supplier, "name", "Kwelder", NULL);
  g_object_set (fixture.action, "title", "Test it", NULL);
  g_object_set (fixture.risk, "event", "Failure", NULL);
  g_object_set (fixture.review, "title", "Autumn", NULL);
  decision = lev_action_get_decision (fixture.action, 6);

  assert_title (fixture.review, "Autumn");
  assert_title (fixture.dossier, "Kwelder");
  assert_title (fixture.risk, "R01 Failure (Kwelder)");
  assert_title (fixture.action, "A01 Test it (Kwelder)");
  assert_title (decision, "Decision A01 (Kwelder)");
  assert_title (decision->profile_version, "Profile version 1 (Kwelder)");
  assert_title (lev_dossier_find_assessment (fixture.dossier, "C1"), "C1 (Kwelder)");

  model_fixture_clear (&fixture);
}

/* What comes from outside stays one line of a length that people read. */
static void
test_hostile (void)
{
  g_autofree char *long_name = g_strnfill (40000, 'n');
  g_autofree char *cut = g_strndup (long_name, 80);
  g_autofree char *expected = g_strdup_printf ("A01 a b [31m c (%s…)", cut);
  ModelFixture fixture;

  model_fixture_init (&fixture, 2);
  model_fixture_reach (&fixture, 4);
  g_object_set (fixture.dossier->supplier, "name", long_name, NULL);
  g_object_set (fixture.action, "title", "a\nb\033[31m\tc", NULL);

  assert_title (fixture.action, expected);

  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/title/titles", test_titles);
  g_test_add_func ("/title/hostile", test_hostile);

  return g_test_run ();
}
