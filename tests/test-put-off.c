/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is put off, moved or opened again says why, and what was stays. */

#include "lev-edit-rules.h"
#include "lev-figures.h"
#include "lev-lead-time.h"
#include "lev-put-off.h"
#include "lev-work.h"
#include "model-fixture.h"

static LevTask *
find_task (GArray     *tasks,
           LevTaskKind kind)
{
  for (guint i = 0; i < tasks->len; i++)
    if (g_array_index (tasks, LevTask, i).kind == kind)
      return &g_array_index (tasks, LevTask, i);

  return NULL;
}

/* The update is late; put off it comes later, and is late again on the day that was chosen. */
static void
test_put_off (void)
{
  ModelFixture fixture;
  g_autoptr (GArray) late = NULL;
  g_autoptr (GArray) waiting = NULL;
  g_autoptr (GArray) back = NULL;
  g_autoptr (GArray) work = NULL;
  g_autoptr (GError) error = NULL;
  LevTaskKey key;
  LevDate today;

  lev_clock_set (lev_moment_parse ("2026-12-01T09:00Z"));
  today = lev_clock_today ();
  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 9);
  late = lev_task_list (fixture.records, NULL, today);
  g_assert_cmpint (find_task (late, LEV_TASK_UPDATE)->urgency, ==, LEV_URGENCY_LATE);
  key = lev_task_get_key (find_task (late, LEV_TASK_UPDATE));

  g_assert_null (lev_task_put_off (fixture.records, &key, today, "Holiday", NULL, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_INCOMPLETE);
  g_assert_null (lev_task_put_off (fixture.records, &key, today + 5, " ", NULL, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_INCOMPLETE);
  lev_task_put_off (fixture.records, &key, today + 5, "Holiday", fixture.manager, &error);
  g_assert_no_error (error);

  waiting = lev_task_list (fixture.records, NULL, today + 4);
  g_assert_cmpint (find_task (waiting, LEV_TASK_UPDATE)->urgency, ==, LEV_URGENCY_COMING);
  g_assert_cmpstr (find_task (waiting, LEV_TASK_UPDATE)->deferral->reason, ==, "Holiday");
  work = lev_work_list (fixture.records, fixture.manager, today + 4);
  g_assert_cmpuint (lev_work_count (work, LEV_URGENCY_LATE), ==, 0);
  back = lev_task_list (fixture.records, NULL, today + 5);
  g_assert_cmpint (find_task (back, LEV_TASK_UPDATE)->urgency, ==, LEV_URGENCY_LATE);

  model_fixture_clear (&fixture);
  lev_clock_set (0);
}

/* Before it is handed out a date is just filled in; afterwards it asks for a reason. */
static void
test_due (void)
{
  ModelFixture fixture;
  g_autoptr (GError) error = NULL;
  LevDate first, second = lev_date_new (2027, 2, 15), third = lev_date_new (2027, 3, 1);
  LevRecordList *changes;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 7);
  first = lev_date_new (2027, 1, 15);
  g_assert_true (lev_process_change_due (fixture.action, first, NULL, NULL, &error));
  model_fixture_do_step (&fixture, 7);
  g_assert_false (lev_process_change_due (fixture.action, second, NULL, NULL, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_INCOMPLETE);
  g_assert_true (lev_process_change_due (fixture.action, second, "Parts are late", NULL, &error));
  g_assert_no_error (error);
  changes = lev_record_get_children (LEV_RECORD (fixture.action), LEV_TYPE_DUE_CHANGE);
  g_assert_cmpuint (lev_record_list_get_n (changes), ==, 1);
  g_assert_cmpuint (LEV_DUE_CHANGE (lev_record_list_peek (changes, 0))->old_due, ==, first);
  g_assert_cmpuint (fixture.action->due, ==, second);

  /* After a return the verdict is the reason. */
  model_fixture_do_step (&fixture, 8);
  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_NO);
  g_assert_true (lev_process_change_due (fixture.action, third, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (
    strstr (LEV_DUE_CHANGE (lev_record_list_peek (changes, 1))->reason, "Good reason"));

  model_fixture_clear (&fixture);
}

/* No other way leads to another date. */
static void
test_due_rule (void)
{
  ModelFixture fixture;
  g_autoptr (GError) error = NULL;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 8);
  lev_register_end (fixture.records);

  lev_register_begin (fixture.records, "Sneak");
  g_object_set (fixture.action, "due", lev_date_new (2028, 1, 1), NULL);
  g_assert_false (lev_edit_check_rules (lev_register_get_edit (fixture.records), &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_FORBIDDEN);
  lev_register_abandon (fixture.records);

  lev_register_begin (fixture.records, "Ask");
  lev_process_change_due (fixture.action, lev_date_new (2028, 1, 1), "Why", NULL, &error);
  g_assert_no_error (error);
  g_assert_true (lev_edit_check_rules (lev_register_get_edit (fixture.records), &error));
  g_assert_no_error (error);

  model_fixture_clear (&fixture);
}

/* The two keys: only the service owner of the dossier, and only the MT. */
static void
test_keys (void)
{
  ModelFixture fixture;
  LevDecisionDetails details;
  g_autoptr (GError) error = NULL;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 9);
  details = model_fixture_say_all (&fixture);
  g_assert_null (lev_process_decide (fixture.action, 9, LEV_OUTCOME_YES, &details, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_INCOMPLETE);
  details.by = fixture.owner;
  details.evidence = lev_register_add (fixture.records, LEV_TYPE_EVIDENCE, "action", fixture.action,
                                       "name", "Report", NULL);
  g_assert_true (
    lev_process_decide (fixture.action, 9, LEV_OUTCOME_YES, &details, &error)->evidence ==
    details.evidence);
  model_fixture_do_step (&fixture, 10);
  g_assert_null (lev_process_decide (fixture.action, 11, LEV_OUTCOME_YES, &details, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_INCOMPLETE);
  details.by = fixture.director;
  g_assert_nonnull (lev_process_decide (fixture.action, 11, LEV_OUTCOME_YES, &details, &error));
  g_assert_no_error (error);

  model_fixture_clear (&fixture);
}

static void
decide_on (ModelFixture *fixture,
           guint         step,
           LevOutcome    outcome,
           const char   *date)
{
  LevDecisionDetails details = model_fixture_say_all (fixture);
  g_autoptr (GError) error = NULL;

  details.date = lev_date_parse (date);
  if (step == 9)
    details.by = fixture->owner;
  g_assert_nonnull (lev_process_decide (fixture->action, step, outcome, &details, &error));
  g_assert_no_error (error);
}

/* Counted over a no of the service owner and one of the MT. */
static void
test_lead_time (void)
{
  ModelFixture fixture;
  LevLeadTime lead;
  LevFigures figures;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 6);
  decide_on (&fixture, 6, LEV_OUTCOME_YES, "2026-11-05");
  model_fixture_do_step (&fixture, 7);
  model_fixture_do_step (&fixture, 8);
  decide_on (&fixture, 9, LEV_OUTCOME_NO, "2026-11-20");
  decide_on (&fixture, 7, LEV_OUTCOME_YES, "2026-11-21");
  model_fixture_do_step (&fixture, 8);
  decide_on (&fixture, 9, LEV_OUTCOME_YES, "2026-12-05");
  lead = lev_action_get_lead_time (fixture.action);
  g_assert_cmpuint (lead.done, ==, lev_date_new (2026, 12, 5));
  g_assert_cmpuint (lead.finished, ==, 0);
  g_assert_cmpint (lev_lead_time_get_days (lead.agreed, lead.finished), ==, -1);

  decide_on (&fixture, 10, LEV_OUTCOME_YES, "2026-12-06");
  decide_on (&fixture, 11, LEV_OUTCOME_NO, "2026-12-10");
  lead = lev_action_get_lead_time (fixture.action);
  g_assert_cmpuint (lead.done, ==, 0);
  g_assert_cmpuint (lead.n_owner_returns, ==, 1);
  g_assert_cmpuint (lead.n_mt_returns, ==, 1);

  decide_on (&fixture, 7, LEV_OUTCOME_YES, "2026-12-11");
  model_fixture_do_step (&fixture, 8);
  decide_on (&fixture, 9, LEV_OUTCOME_YES, "2026-12-20");
  decide_on (&fixture, 10, LEV_OUTCOME_YES, "2026-12-21");
  decide_on (&fixture, 11, LEV_OUTCOME_YES, "2026-12-31");
  figures = lev_review_get_figures (fixture.review);
  g_assert_cmpuint (figures.n_owner_returns, ==, 1);
  g_assert_cmpuint (figures.n_mt_returns, ==, 1);
  g_assert_cmpuint (figures.n_updates, ==, 3);
  g_assert_cmpuint (figures.n_closed, ==, 1);
  g_assert_cmpuint (figures.days_closed, ==, 56);

  model_fixture_clear (&fixture);
}

/* A closed round is opened again with a reason, and closed again. */
static void
test_reopen (void)
{
  ModelFixture fixture;
  g_autoptr (GError) error = NULL;
  LevReopening *reopening;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 14);
  g_assert_null (lev_process_reopen (fixture.review, "Why", NULL, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_FORBIDDEN);
  model_fixture_do_step (&fixture, 14);
  g_assert_null (lev_process_reopen (fixture.review, "", NULL, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_INCOMPLETE);
  lev_register_end (fixture.records);

  lev_register_begin (fixture.records, "Reopen");
  reopening = lev_process_reopen (fixture.review, "A file was missing", fixture.manager, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (reopening->reason, ==, "A file was missing");
  g_assert_true (lev_edit_check_rules (lev_register_get_edit (fixture.records), &error));
  g_assert_no_error (error);
  g_assert_cmpuint (lev_review_get_step (fixture.review), ==, 14);
  model_fixture_do_step (&fixture, 14);

  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/put-off/reminder", test_put_off);
  g_test_add_func ("/put-off/due", test_due);
  g_test_add_func ("/put-off/due-rule", test_due_rule);
  g_test_add_func ("/put-off/keys", test_keys);
  g_test_add_func ("/put-off/lead-time", test_lead_time);
  g_test_add_func ("/put-off/reopen", test_reopen);

  return g_test_run ();
}
