/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-carry-over.h"
#include "lev-numbering.h"
#include "model-fixture.h"

/* Where the round, its dossier and its action are, and how far the steps, when everything before
 * step `reached` is done in the plainest way. */
static const struct
{
  guint reached;
  guint dossier; /* 0: there is none */
  guint action;
} plain[] = {
  { 1, 0, 0 },   { 2, 0, 0 },   { 3, 3, 0 },   { 4, 4, 6 },   { 5, 5, 6 },
  { 6, 6, 6 },   { 7, 7, 7 },   { 8, 8, 8 },   { 9, 9, 9 },   { 10, 10, 10 },
  { 11, 11, 11 }, { 12, 12, 12 }, { 13, 13, 13 }, { 14, 14, 13 }, { 15, 14, 13 },
};

static void
test_plain (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    {
      ModelFixture fixture;

      model_fixture_init (&fixture, 1);
      model_fixture_reach (&fixture, plain[i].reached);
      g_test_message ("step %u", plain[i].reached);
      g_assert_cmpuint (lev_review_get_step (fixture.review), ==, plain[i].reached);
      if (plain[i].dossier != 0)
        g_assert_cmpuint (lev_dossier_get_step (fixture.dossier), ==, plain[i].dossier);
      if (plain[i].action != 0)
        g_assert_cmpuint (lev_action_get_step (fixture.action), ==, plain[i].action);

      /* What is before is done, the step itself is not, and each step says so itself. */
      for (guint step = 1; step <= LEV_N_STEPS; step++)
        {
          LevProgress progress = lev_review_get_progress (fixture.review, step);

          g_assert_cmpuint (progress.done, <=, progress.total);
          if (step < plain[i].reached)
            g_assert_cmpuint (progress.done, ==, progress.total);
          if (step == plain[i].reached)
            g_assert_cmpuint (progress.done, <, progress.total);
        }
      model_fixture_clear (&fixture);
    }
}

/* Asked one by one or with the preparation looked up before, the answer is the same. */
static void
test_preparation (void)
{
  for (guint reached = 1; reached <= LEV_STEP_END; reached++)
    {
      ModelFixture fixture;
      LevPreparation preparation;

      model_fixture_init (&fixture, 2);
      model_fixture_reach (&fixture, reached);
      preparation = lev_review_get_preparation (fixture.review);
      g_assert_cmpint (preparation.selected, ==, reached > 2);
      g_assert_cmpint (preparation.planned, ==, reached > 4);
      if (fixture.dossier != NULL)
        g_assert_cmpuint (lev_dossier_get_step_in (fixture.dossier, &preparation), ==,
                          lev_dossier_get_step (fixture.dossier));
      model_fixture_clear (&fixture);
    }
}

/* No from the service owner and no from the MT: back to 7, without a decision of the MT anew, and
 * forth again; the profile need not be confirmed again. */
static void
test_returns (void)
{
  static const guint from[] = { 9, 11 };
  ModelFixture fixture;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 9);
  for (guint i = 0; i < G_N_ELEMENTS (from); i++)
    {
      while (lev_action_get_step (fixture.action) != from[i])
        model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_YES);
      model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_NO);

      g_assert_cmpuint (lev_action_get_step (fixture.action), ==, 7);
      g_assert_cmpuint (lev_dossier_get_step (fixture.dossier), ==, 7);
      g_assert_cmpuint (lev_review_get_step (fixture.review), ==, 7);
      g_assert_cmpuint (lev_action_get_n_returns (fixture.action), ==, i + 1);
      g_assert_true (lev_action_is_agreed (fixture.action));
      g_assert_cmpint (lev_action_get_decision (fixture.action, from[i])->outcome, ==,
                       LEV_OUTCOME_NO);
      g_assert_true (lev_action_get_return (fixture.action) ==
                     lev_action_get_decision (fixture.action, from[i]));
      /* The profile is done; the action is not. */
      g_assert_cmpuint (lev_review_get_dossier_progress (fixture.review, 7).done, ==, 1);
      g_assert_cmpuint (lev_review_get_progress (fixture.review, 7).done, ==, 0);
    }

  while (lev_action_get_step (fixture.action) != 13)
    model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_YES);
  g_assert_null (lev_action_get_return (fixture.action));
  g_assert_cmpuint (lev_review_get_step (fixture.review), ==, 13);
  model_fixture_clear (&fixture);
}

/* A dossier without a yes goes to 13 at once, and its actions count no further. */
static void
test_no (void)
{
  ModelFixture fixture;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 6);
  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_NO);
  g_assert_false (lev_action_is_agreed (fixture.action));
  g_assert_cmpuint (lev_dossier_get_step (fixture.dossier), ==, 13);
  g_assert_cmpuint (lev_review_get_step (fixture.review), ==, 13);
  g_assert_cmpuint (lev_review_get_progress (fixture.review, 6).done, ==, 1);
  for (guint step = 7; step <= 12; step++)
    g_assert_cmpuint (lev_review_get_progress (fixture.review, step).total, ==, 0);
  g_assert_cmpuint (lev_review_get_dossier_progress (fixture.review, 7).done, ==, 1);

  /* Nothing was done with it: the MT may think again. */
  g_assert_true (lev_action_is_reconsiderable (fixture.action));
  {
    LevDecisionDetails details = model_fixture_say_all (&fixture);
    g_autoptr (GError) error = NULL;

    lev_process_decide (fixture.action, 6, LEV_OUTCOME_YES, &details, &error);
    g_assert_no_error (error);
  }
  g_assert_cmpuint (lev_action_get_step (fixture.action), ==, 7);
  g_assert_cmpuint (lev_dossier_get_step (fixture.dossier), ==, 7);
  model_fixture_clear (&fixture);
}

/* A dossier without any action needs no decision at all. */
static void
test_no_actions (void)
{
  ModelFixture fixture;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 4);
  g_object_set (fixture.risk, "likelihood", 1, "impact", 1, NULL);
  lev_register_delete (fixture.records, LEV_RECORD (fixture.action));
  model_fixture_do_step (&fixture, 4);
  model_fixture_do_step (&fixture, 5);
  g_assert_cmpuint (lev_dossier_get_step (fixture.dossier), ==, 13);
  g_assert_cmpuint (lev_review_get_step (fixture.review), ==, 13);
  model_fixture_clear (&fixture);
}

/* Dossiers and actions move on their own; the dossier waits for its slowest action, the round for
 * its slowest dossier, and what is missing names the one that is behind. */
static void
test_apart (void)
{
  ModelFixture fixture;
  LevAction *slow;
  g_autoptr (GListStore) missing = NULL;
  g_autoptr (LevMissing) first = NULL;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 4);
  slow = model_fixture_propose (&fixture, fixture.dossier);
  model_fixture_do_step (&fixture, 4);
  model_fixture_do_step (&fixture, 5);
  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_YES);
  g_assert_cmpuint (lev_dossier_get_step (fixture.dossier), ==, 6);

  model_fixture_move_action (&fixture, slow, LEV_OUTCOME_YES);
  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_YES);
  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_YES);
  g_assert_cmpuint (lev_action_get_step (fixture.action), ==, 9);
  g_assert_cmpuint (lev_action_get_step (slow), ==, 7);
  g_assert_cmpuint (lev_dossier_get_step (fixture.dossier), ==, 7);
  g_assert_cmpuint (lev_review_get_progress (fixture.review, 7).done, ==, 1);
  g_assert_cmpuint (lev_review_get_progress (fixture.review, 7).total, ==, 2);
  g_assert_cmpuint (lev_review_get_progress (fixture.review, 8).done, ==, 1);
  g_assert_cmpuint (lev_review_get_progress (fixture.review, 9).done, ==, 0);

  missing = lev_review_list_missing (fixture.review, 9);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (missing)), ==, 1);
  first = g_list_model_get_item (G_LIST_MODEL (missing), 0);
  g_assert_true (lev_missing_get_subject (first) == LEV_RECORD (fixture.action));
  model_fixture_clear (&fixture);
}

/* When the next update is due: so long after the last one, or after the hand-out. */
static void
test_next_update (void)
{
  static const struct { LevFrequency frequency; const char *after_hand_out, *after_update; } rows[] = {
    { LEV_FREQUENCY_NONE, "", "" },
    { LEV_FREQUENCY_WEEKLY, "2026-11-12", "2026-11-26" },
    { LEV_FREQUENCY_BIWEEKLY, "2026-11-19", "2026-12-03" },
    { LEV_FREQUENCY_MONTHLY, "2026-12-05", "2026-12-19" },
    { LEV_FREQUENCY_QUARTERLY, "2027-02-05", "2027-02-19" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ModelFixture fixture;
      char iso[LEV_DATE_BUFFER];

      model_fixture_init (&fixture, 1);
      model_fixture_reach (&fixture, 7);
      g_assert_cmpuint (lev_action_get_next_update (fixture.action), ==, 0);
      model_fixture_do_step (&fixture, 7);
      g_object_set (fixture.action, "frequency", rows[i].frequency, NULL);
      g_assert_cmpstr (lev_date_to_iso (lev_action_get_next_update (fixture.action), iso), ==,
                       rows[i].after_hand_out);

      g_object_set (fixture.action, "frequency", LEV_FREQUENCY_WEEKLY, NULL);
      model_fixture_do_step (&fixture, 8);
      g_object_set (fixture.action, "frequency", rows[i].frequency, NULL);
      g_assert_cmpstr (lev_date_to_iso (lev_action_get_next_update (fixture.action), iso), ==,
                       rows[i].after_update);
      model_fixture_do_step (&fixture, 9);
      g_assert_cmpuint (lev_action_get_next_update (fixture.action), ==, 0);
      model_fixture_clear (&fixture);
    }
}

/* Two people who did not see each other can both have decided. What the process does not allow
 * where it stands is passed over, whatever it says, and the same everywhere. */
static void
test_journal (void)
{
  static const struct { int number, step; LevOutcome outcome; guint then; } entries[] = {
    { 1, 9, LEV_OUTCOME_YES, 6 },  { 1, 6, LEV_OUTCOME_NONE, 6 }, { 1, 7, LEV_OUTCOME_YES, 6 },
    { 2, 6, LEV_OUTCOME_NO, 13 },  { 3, 6, LEV_OUTCOME_NONE, 13 }, { 4, 0, LEV_OUTCOME_YES, 13 },
    { 5, 6, LEV_OUTCOME_YES, 7 },  { 6, 6, LEV_OUTCOME_NONE, 7 },  { 7, 10, LEV_OUTCOME_YES, 7 },
    { 8, 7, LEV_OUTCOME_NO, 7 },   { 9, 7, LEV_OUTCOME_YES, 8 },   { 9, 7, LEV_OUTCOME_YES, 8 },
    { 10, 6, LEV_OUTCOME_NO, 8 },  { 11, 8, LEV_OUTCOME_YES, 8 },  { 12, 99, LEV_OUTCOME_YES, 8 },
    { 13, -1, LEV_OUTCOME_NO, 8 },
  };
  ModelFixture fixture;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 6);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      lev_register_add (fixture.records, LEV_TYPE_DECISION, "action", fixture.action, "number",
                        entries[i].number, "step", entries[i].step, "outcome", entries[i].outcome,
                        NULL);
      g_test_message ("entry %u", i);
      g_assert_cmpuint (lev_action_get_step (fixture.action), ==, entries[i].then);
    }
  g_assert_cmpint (lev_action_next_number (fixture.action), ==, 14);
  g_assert_cmpuint (lev_action_get_n_returns (fixture.action), ==, 0);
  model_fixture_clear (&fixture);
}

/* ---- the next round ---- */

static LevReview *
start_next (ModelFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LevReview *previous = fixture->review;

  fixture->review = lev_process_start (fixture->records, "Next", previous->calendar_entry, &error);
  g_assert_no_error (error);
  g_assert_true (fixture->review->previous == previous);
  model_fixture_do_step (fixture, 1);
  model_fixture_do_step (fixture, 2);

  return previous;
}

static void
test_carry_over (void)
{
  ModelFixture fixture;
  g_autoptr (GListStore) missing = NULL;
  LevDossier *previous;
  LevRecordList *risks, *assessments;
  LevRisk *risk;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, LEV_STEP_END);
  previous = fixture.dossier;
  start_next (&fixture);
  g_assert_true (lev_dossier_get_previous (fixture.dossier) == previous);
  g_assert_cmpuint (lev_review_get_step (fixture.review), ==, 3);

  /* Every score is there, and every one to be confirmed. */
  assessments = lev_record_get_children (LEV_RECORD (fixture.dossier), LEV_TYPE_ASSESSMENT);
  g_assert_cmpuint (lev_record_list_get_n (assessments), ==, 2);
  for (guint i = 0; i < lev_record_list_get_n (assessments); i++)
    {
      LevAssessment *assessment = lev_record_list_peek (assessments, i);

      g_assert_cmpint (assessment->score, ==, 3);
      g_assert_false (assessment->confirmed);
      g_assert_true (assessment->dossier == fixture.dossier);
    }
  missing = lev_review_list_missing (fixture.review, 3);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (missing)), ==, 2 + 2 + 1 + 1);

  /* Risks know what they were; answers and actions begin anew. */
  risks = lev_record_get_children (LEV_RECORD (fixture.dossier), LEV_TYPE_RISK);
  g_assert_cmpuint (lev_record_list_get_n (risks), ==, 1);
  risk = lev_record_list_peek (risks, 0);
  g_assert_true (risk->previous == fixture.risk);
  g_assert_cmpint (lev_risk_get_trend (risk), ==, LEV_TREND_EQUAL);
  g_object_set (risk, "likelihood", 2, NULL);
  g_assert_cmpint (lev_risk_get_trend (risk), ==, LEV_TREND_CHANGED);
  g_assert_cmpint (lev_risk_get_trend (lev_process_add_risk (fixture.dossier, NULL)), ==,
                   LEV_TREND_NEW);
  g_assert_null (lev_dossier_find_answer (fixture.dossier, "1"));
  g_assert_null (lev_record_get_children (LEV_RECORD (fixture.dossier), LEV_TYPE_ACTION));

  /* The previous round is as it was. */
  g_assert_true (lev_dossier_find_assessment (previous, "C1")->confirmed);
  g_assert_cmpint (fixture.risk->likelihood, ==, 4);

  /* Opened again, nothing comes twice; also not when all scores were taken away. */
  while (lev_record_list_get_n (assessments) > 0)
    lev_register_delete (fixture.records, lev_record_list_peek (assessments, 0));
  g_assert_true (lev_process_open_profiles (fixture.review, NULL));
  g_assert_cmpuint (lev_record_list_get_n (risks), ==, 2);
  g_assert_cmpuint (lev_record_list_get_n (assessments), ==, 0);
  model_fixture_clear (&fixture);
}

/* Closing moves the year calendar on; the next round of that entry has its coordinator. */
static void
test_calendar (void)
{
  ModelFixture fixture;
  LevCalendarEntry *entry;
  LevReview *previous;
  g_autoptr (GError) error = NULL;

  lev_clock_set (lev_moment_parse ("2026-11-23T09:00Z"));
  model_fixture_init (&fixture, 1);
  entry = lev_register_add (fixture.records, LEV_TYPE_CALENDAR_ENTRY, "title", "Review", "date",
                            lev_date_new (2026, 9, 1), "coordinator", fixture.owner, NULL);
  g_object_set (fixture.review, "calendar-entry", entry, NULL);
  model_fixture_reach (&fixture, 14);
  g_assert_true (lev_process_close (fixture.review, "Earlier", lev_date_new (2027, 3, 1), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (entry->date, ==, lev_date_new (2027, 3, 1));
  g_assert_cmpint (fixture.review->closed, ==, 1795424400);
  g_assert_cmpstr (fixture.review->lessons, ==, "Earlier");

  previous = fixture.review;
  fixture.review = lev_process_start (fixture.records, "Next", entry, &error);
  g_assert_no_error (error);
  g_assert_true (fixture.review->coordinator == fixture.owner);
  g_assert_true (fixture.review->previous == previous);
  g_assert_true (lev_process_get_running (fixture.records) == fixture.review);
  model_fixture_clear (&fixture);
  lev_clock_set (0);
}

/* Risks and actions number on within the round, dossiers too after one was taken back. */
static void
test_numbers (void)
{
  ModelFixture fixture;
  LevDossier *second, *third;

  model_fixture_init (&fixture, 3);
  model_fixture_reach (&fixture, 4);
  second = lev_process_choose (fixture.review, model_fixture_get_supplier (&fixture, 1), TRUE,
                               "Because", NULL);
  g_assert_cmpint (second->number, ==, 2);
  g_assert_cmpint (fixture.action->number, ==, 1);
  g_assert_cmpint (model_fixture_propose (&fixture, second)->number, ==, 2);
  g_assert_cmpint (lev_review_next_number (fixture.review, LEV_TYPE_RISK), ==, 3);

  lev_register_delete (fixture.records, LEV_RECORD (fixture.dossier));
  third = lev_process_choose (fixture.review, model_fixture_get_supplier (&fixture, 2), TRUE,
                              "Because", NULL);
  g_assert_cmpint (third->number, ==, 3);
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/state/plain", test_plain);
  g_test_add_func ("/state/preparation", test_preparation);
  g_test_add_func ("/state/returns", test_returns);
  g_test_add_func ("/state/no", test_no);
  g_test_add_func ("/state/no-actions", test_no_actions);
  g_test_add_func ("/state/apart", test_apart);
  g_test_add_func ("/state/next-update", test_next_update);
  g_test_add_func ("/state/journal", test_journal);
  g_test_add_func ("/state/carry-over", test_carry_over);
  g_test_add_func ("/state/calendar", test_calendar);
  g_test_add_func ("/state/numbers", test_numbers);

  return g_test_run ();
}
