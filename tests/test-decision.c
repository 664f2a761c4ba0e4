/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

/* Every state that an action can be in, and how it gets there. */
static const struct
{
  const char *what;
  guint       reached; /* by the fixture, all yes */
  LevOutcome  last;    /* how it then leaves that step; NONE when it stays */
  guint       step;
  gboolean    is_reconsiderable;
} states[] = {
  { "undecided", 6, LEV_OUTCOME_NONE, 6, FALSE },
  { "agreed", 6, LEV_OUTCOME_YES, 7, TRUE },
  { "not taken", 6, LEV_OUTCOME_NO, 13, TRUE },
  { "handed out", 8, LEV_OUTCOME_NONE, 8, FALSE },
  { "reported on", 9, LEV_OUTCOME_NONE, 9, FALSE },
  { "back from the owner", 9, LEV_OUTCOME_NO, 7, FALSE },
  { "done", 10, LEV_OUTCOME_NONE, 10, FALSE },
  { "fed back", 11, LEV_OUTCOME_NONE, 11, FALSE },
  { "back from the MT", 11, LEV_OUTCOME_NO, 7, FALSE },
  { "finished", 12, LEV_OUTCOME_NONE, 12, FALSE },
  { "told", 13, LEV_OUTCOME_NONE, 13, FALSE },
};

/* The decisions of the process; step 8 is left by a status update. */
static const struct
{
  guint      step;
  LevOutcome outcome;
  guint      next;
} decisions[] = {
  { 6, LEV_OUTCOME_YES, 7 },   { 6, LEV_OUTCOME_NO, 13 },  { 7, LEV_OUTCOME_YES, 8 },
  { 9, LEV_OUTCOME_YES, 10 },  { 9, LEV_OUTCOME_NO, 7 },   { 10, LEV_OUTCOME_YES, 11 },
  { 11, LEV_OUTCOME_YES, 12 }, { 11, LEV_OUTCOME_NO, 7 },  { 12, LEV_OUTCOME_YES, 13 },
};

static guint
find_next (guint      step,
           LevOutcome outcome)
{
  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    if (decisions[i].step == step && decisions[i].outcome == outcome)
      return decisions[i].next;

  return 0;
}

static void
reach_state (ModelFixture *fixture,
             guint         state)
{
  model_fixture_init (fixture, 1);
  model_fixture_reach (fixture, states[state].reached);
  if (states[state].last != LEV_OUTCOME_NONE)
    model_fixture_move_action (fixture, fixture->action, states[state].last);
  g_assert_cmpuint (lev_action_get_step (fixture->action), ==, states[state].step);

  /* From here on the edit has only what the test does. */
  g_object_set (fixture->action, "executor", fixture->manager, "frequency", LEV_FREQUENCY_MONTHLY,
                NULL);
  lev_register_end (fixture->records);
  lev_register_begin (fixture->records, "Test");
}

static void
check_decision (ModelFixture *fixture,
                guint         state,
                guint         step,
                LevOutcome    outcome)
{
  LevDecisionDetails details = model_fixture_say_all (fixture);
  guint next = find_next (step, outcome);
  gboolean allowed = next != 0 &&
                     (step == states[state].step || (step == 6 && states[state].is_reconsiderable));
  g_autoptr (GError) error = NULL;
  LevDecision *decision;

  if (step == 9)
    details.by = fixture->owner;
  g_test_message ("%s: step %u, outcome %d", states[state].what, step, outcome);
  decision = lev_process_decide (fixture->action, step, outcome, &details, &error);
  g_assert_cmpint (decision != NULL, ==, allowed);
  if (!allowed)
    {
      g_assert_true (lev_edit_is_empty (lev_register_get_edit (fixture->records)));
      g_assert_cmpuint (lev_action_get_step (fixture->action), ==, states[state].step);
      model_fixture_take_error (&error, LEV_MODEL_ERROR_FORBIDDEN);
      return;
    }

  g_assert_no_error (error);
  g_assert_cmpuint (lev_action_get_step (fixture->action), ==, next);
  g_assert_true (lev_action_get_decision (fixture->action, step) == decision);
  g_assert_true (lev_action_get_decision (fixture->action, 0) == decision);
  g_assert_nonnull (decision->profile_version);
  lev_register_abandon (fixture->records);
  lev_register_begin (fixture->records, "Test");
  g_assert_cmpuint (lev_action_get_step (fixture->action), ==, states[state].step);
}

/* Every state × every step, those outside of the process too × every outcome. */
static void
test_decisions (void)
{
  for (guint state = 0; state < G_N_ELEMENTS (states); state++)
    {
      ModelFixture fixture;

      reach_state (&fixture, state);
      g_assert_cmpint (lev_action_is_reconsiderable (fixture.action), ==,
                       states[state].is_reconsiderable);
      for (guint step = 0; step <= LEV_STEP_END + 1; step++)
        for (guint outcome = 0; outcome <= LEV_OUTCOME_NO + 1; outcome++)
          check_decision (&fixture, state, step, (LevOutcome) outcome);
      model_fixture_clear (&fixture);
    }
}

/* Updates are taken from when the action is handed out until it is told to be finished. */
static void
test_updates (void)
{
  for (guint state = 0; state < G_N_ELEMENTS (states); state++)
    {
      ModelFixture fixture;
      LevUpdateDetails details;
      g_autoptr (GError) error = NULL;
      guint step = states[state].step;
      gboolean allowed = step >= 8 && step <= 12;

      reach_state (&fixture, state);
      details = model_fixture_update_all (&fixture);
      g_test_message ("%s", states[state].what);
      g_assert_cmpint (lev_process_report_status (fixture.action, &details, &error) != NULL, ==,
                       allowed);
      g_assert_cmpuint (lev_action_get_step (fixture.action), ==, step == 8 ? 9 : step);
      if (!allowed)
        {
          g_assert_true (lev_edit_is_empty (lev_register_get_edit (fixture.records)));
          model_fixture_take_error (&error, LEV_MODEL_ERROR_FORBIDDEN);
        }
      model_fixture_clear (&fixture);
    }
}

/* What may be left unsaid with a decision. */
typedef enum
{
  BY,
  DATE,
  REASON,
  BLANK_REASON,
  ACCEPTED_BY,
  ACCEPTED_UNTIL,
  FORM,
  RECIPIENTS,
  N_PARTS,
} Part;

static void
leave_out (LevDecisionDetails *details,
           Part                part)
{
  switch (part)
    {
    case BY:
      details->by = NULL;
      break;
    case DATE:
      details->date = 0;
      break;
    case REASON:
      details->reason = NULL;
      break;
    case BLANK_REASON:
      details->reason = " \n";
      break;
    case ACCEPTED_BY:
      details->accepted_by = NULL;
      break;
    case ACCEPTED_UNTIL:
      details->accepted_until = 0;
      break;
    case FORM:
      details->form = LEV_FEEDBACK_FORM_NONE;
      break;
    case RECIPIENTS:
      details->recipients = "";
      break;
    case N_PARTS:
    default:
      break;
    }
}

/* What each decision cannot do without; without a date it is today's. */
static const struct
{
  guint      step;
  LevOutcome outcome;
  gboolean   needed[N_PARTS];
} needs[] = {
  { 6, LEV_OUTCOME_YES, { [BY] = TRUE, [REASON] = TRUE, [BLANK_REASON] = TRUE } },
  { 6, LEV_OUTCOME_NO, { [BY] = TRUE, [REASON] = TRUE, [BLANK_REASON] = TRUE, [ACCEPTED_BY] = TRUE,
                         [ACCEPTED_UNTIL] = TRUE } },
  { 7, LEV_OUTCOME_YES, { FALSE } },
  { 9, LEV_OUTCOME_YES, { [BY] = TRUE } },
  { 9, LEV_OUTCOME_NO, { [BY] = TRUE, [REASON] = TRUE, [BLANK_REASON] = TRUE } },
  { 10, LEV_OUTCOME_YES, { [FORM] = TRUE, [RECIPIENTS] = TRUE } },
  { 11, LEV_OUTCOME_YES, { [BY] = TRUE } },
  { 11, LEV_OUTCOME_NO, { [BY] = TRUE, [REASON] = TRUE, [BLANK_REASON] = TRUE } },
  { 12, LEV_OUTCOME_YES, { [RECIPIENTS] = TRUE } },
};

static void
test_needs (void)
{
  lev_clock_set (lev_moment_parse ("2026-11-23T09:00Z"));
  for (guint i = 0; i < G_N_ELEMENTS (needs) * N_PARTS; i++)
    {
      guint row = i / N_PARTS;
      Part part = (Part) (i % N_PARTS);
      ModelFixture fixture;
      LevDecisionDetails details;
      LevDecision *decision;
      g_autoptr (GError) error = NULL;

      model_fixture_init (&fixture, 1);
      model_fixture_reach (&fixture, needs[row].step);
      details = model_fixture_say_all (&fixture);
      if (needs[row].step == 9)
        details.by = fixture.owner;
      leave_out (&details, part);
      g_object_set (fixture.action, "executor", fixture.manager, "frequency", LEV_FREQUENCY_MONTHLY,
                    NULL);

      g_test_message ("step %u, outcome %d, without %d", needs[row].step, needs[row].outcome, part);
      decision = lev_process_decide (fixture.action, needs[row].step, needs[row].outcome, &details,
                                     &error);
      g_assert_cmpint (decision == NULL, ==, needs[row].needed[part]);
      if (decision == NULL)
        {
          g_assert_nonnull (strstr (error->message, "Measure"));
          model_fixture_take_error (&error, LEV_MODEL_ERROR_INCOMPLETE);
        }
      else
        g_assert_cmpuint (decision->date, ==,
                          part == DATE ? lev_date_new (2026, 11, 23) : details.date);
      model_fixture_clear (&fixture);
    }
  lev_clock_set (0);
}

/* A yes without a reason follows the advice of the CM, when that was yes; nothing else does. */
static void
test_advice (void)
{
  static const struct { LevOutcome advice, outcome; gboolean allowed; } rows[] = {
    { LEV_OUTCOME_NONE, LEV_OUTCOME_YES, FALSE }, { LEV_OUTCOME_NO, LEV_OUTCOME_YES, FALSE },
    { LEV_OUTCOME_YES, LEV_OUTCOME_YES, TRUE },   { LEV_OUTCOME_YES, LEV_OUTCOME_NO, FALSE },
    { LEV_OUTCOME_NO, LEV_OUTCOME_NO, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ModelFixture fixture;
      LevDecisionDetails details;
      LevDecision *decision;

      model_fixture_init (&fixture, 1);
      model_fixture_reach (&fixture, 6);
      g_object_set (fixture.action, "advice", rows[i].advice, NULL);
      details = model_fixture_say_all (&fixture);
      details.reason = NULL;
      decision = lev_process_decide (fixture.action, 6, rows[i].outcome, &details, NULL);
      g_assert_cmpint (decision != NULL, ==, rows[i].allowed);
      if (decision != NULL)
        g_assert_false (lev_text_is_blank (decision->reason));
      model_fixture_clear (&fixture);
    }
}

/* An action is handed out with an executor, a date and a frequency; an update has a text and a
 * progress in percent, and the next one is known. */
static void
test_agreement (void)
{
  static const struct { guint step; const char *property; } rows[] = {
    { 7, "executor" }, { 7, "due" }, { 7, "frequency" }, { 8, "frequency" },
  };
  static const struct { const char *text; int progress; gboolean allowed; } updates[] = {
    { "Well", 0, TRUE }, { "Well", 100, TRUE }, { "Well", -1, FALSE }, { "Well", 101, FALSE },
    { NULL, 50, FALSE }, { " ", 50, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows) + G_N_ELEMENTS (updates); i++)
    {
      gboolean is_update = i >= G_N_ELEMENTS (rows);
      guint step = is_update ? 8 : rows[i].step;
      ModelFixture fixture;
      LevDecisionDetails details;
      LevUpdateDetails update;
      g_autoptr (GError) error = NULL;
      gboolean done;

      model_fixture_init (&fixture, 1);
      model_fixture_reach (&fixture, step);
      details = model_fixture_say_all (&fixture);
      if (step == 9)
        details.by = fixture.owner;
      update = model_fixture_update_all (&fixture);
      g_object_set (fixture.action, "executor", fixture.manager, "frequency", LEV_FREQUENCY_MONTHLY,
                    NULL);
      if (is_update)
        {
          update.text = updates[i - G_N_ELEMENTS (rows)].text;
          update.progress = updates[i - G_N_ELEMENTS (rows)].progress;
        }
      else
        {
          int field = lev_record_class_find_field (LEV_RECORD_GET_CLASS (fixture.action),
                                                   rows[i].property);

          lev_record_set_value (LEV_RECORD (fixture.action), (guint) field, &(LevValue) { 0 });
        }

      done = step == 7
               ? lev_process_decide (fixture.action, 7, LEV_OUTCOME_YES, &details, &error) != NULL
               : lev_process_report_status (fixture.action, &update, &error) != NULL;
      g_assert_cmpint (done, ==, is_update && updates[i - G_N_ELEMENTS (rows)].allowed);
      if (!done)
        model_fixture_take_error (&error, LEV_MODEL_ERROR_INCOMPLETE);
      model_fixture_clear (&fixture);
    }
}

/* Nothing is decided before the profile was presented. */
static void
test_early (void)
{
  for (guint reached = 4; reached <= 5; reached++)
    {
      ModelFixture fixture;
      LevDecisionDetails details;
      g_autoptr (GError) error = NULL;

      model_fixture_init (&fixture, 1);
      model_fixture_reach (&fixture, reached);
      details = model_fixture_say_all (&fixture);
      g_assert_null (lev_process_decide (fixture.action, 6, LEV_OUTCOME_YES, &details, &error));
      model_fixture_take_error (&error, LEV_MODEL_ERROR_FORBIDDEN);
      model_fixture_clear (&fixture);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  model_fixture_set_language ("nl");
  g_test_add_func ("/decision/every", test_decisions);
  g_test_add_func ("/decision/updates", test_updates);
  g_test_add_func ("/decision/needs", test_needs);
  g_test_add_func ("/decision/advice", test_advice);
  g_test_add_func ("/decision/agreement", test_agreement);
  g_test_add_func ("/decision/early", test_early);

  return g_test_run ();
}
