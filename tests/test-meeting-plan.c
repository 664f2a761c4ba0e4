/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-meeting-plan.h"
#include "model-fixture.h"

static void
test_reasons (void)
{
  ModelFixture fixture;

  model_fixture_init (&fixture, 2);
  model_fixture_set_language ("en");
  model_fixture_reach (&fixture, 4);

  const struct
  {
    LevPerson *person;
    const char *reason;
  } rows[] = {
    { fixture.director, "MT" },
    { fixture.owner, "Service owner of Supplier 00" },
    { fixture.level_manager, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *reason = lev_meeting_plan_describe_reason (fixture.review, rows[i].person);

      g_assert_cmpstr (reason, ==, rows[i].reason);
    }

  model_fixture_clear (&fixture);
}

/* Who was invited without a reason comes after those who must be there, once. */
static void
test_people (void)
{
  ModelFixture fixture;
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  LevMeeting *meeting;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 4);
  before = lev_meeting_plan_list_people (fixture.review);
  g_assert_false (g_ptr_array_find (before, fixture.level_manager, NULL));

  meeting = lev_meeting_plan_ensure (fixture.review);
  g_assert_true (meeting == lev_meeting_plan_ensure (fixture.review));
  g_assert_null (lev_meeting_plan_find_attendance (meeting, fixture.level_manager));
  g_object_set (lev_meeting_plan_ensure_attendance (meeting, fixture.level_manager), "invited",
                TRUE, NULL);
  g_object_set (lev_meeting_plan_ensure_attendance (meeting, fixture.director), "invited", TRUE,
                NULL);

  after = lev_meeting_plan_list_people (fixture.review);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  g_assert_true (g_ptr_array_index (after, before->len) == fixture.level_manager);

  model_fixture_clear (&fixture);
}

static void
test_agenda (void)
{
  ModelFixture fixture;
  g_autofree char *agenda = NULL;

  model_fixture_init (&fixture, 1);
  model_fixture_set_language ("en");
  model_fixture_reach (&fixture, 4);
  agenda = lev_meeting_plan_propose_agenda (fixture.review);

  g_assert_nonnull (strstr (agenda, "3. Supplier 00: risk profile and proposed actions\n4. "));
  g_assert_true (g_str_has_suffix (agenda, "\n5. Any other business"));

  model_fixture_clear (&fixture);
}

static void
test_agenda_lines (void)
{
  static const struct
  {
    const char *agenda;
    const char *expected;
  } rows[] = {
    { NULL, NULL }, { "1 Opening", "1 Opening" }, { "1 Opening; 2 Besluiten;3 Rondvraag",
                                                    "1 Opening\n2 Besluiten\n3 Rondvraag" },
    { "1 Opening; welkom\n2 Besluiten", "1 Opening; welkom\n2 Besluiten" },
  };
  ModelFixture fixture;
  LevMeeting *meeting;

  model_fixture_init (&fixture, 1);
  g_assert_null (lev_meeting_plan_dup_agenda (NULL));
  meeting = lev_meeting_plan_ensure (fixture.review);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *agenda = NULL;

      g_object_set (meeting, "agenda", rows[i].agenda, NULL);
      agenda = lev_meeting_plan_dup_agenda (meeting);
      g_assert_cmpstr (agenda, ==, rows[i].expected);
    }
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/meeting-plan/reasons", test_reasons);
  g_test_add_func ("/meeting-plan/people", test_people);
  g_test_add_func ("/meeting-plan/agenda", test_agenda);
  g_test_add_func ("/meeting-plan/agenda-lines", test_agenda_lines);

  return g_test_run ();
}
