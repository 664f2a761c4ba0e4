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

/* Everything that the process can do to a round, by number; the details are right. */
typedef enum
{
  CHOOSE,
  UNCHOOSE,
  OPEN_PROFILES,
  ASSESS,
  ANSWER,
  ADD_RISK,
  PROPOSE,
  FREEZE,
  PRESENT,
  CONFIRM,
  ARCHIVE,
  CLOSE,
  N_DEEDS,
} Deed;

static gboolean
do_deed (ModelFixture *fixture,
         Deed          deed,
         GError      **error)
{
  LevDossier *dossier = fixture->dossier;
  LevSupplier *supplier = model_fixture_get_supplier (fixture, 0);

  switch (deed)
    {
    case CHOOSE:
      return lev_process_choose (fixture->review, supplier, TRUE, NULL, error) != NULL;
    case UNCHOOSE:
      return lev_process_choose (fixture->review, supplier, FALSE, "Not now", error) != NULL;
    case OPEN_PROFILES:
      return lev_process_open_profiles (fixture->review, error);
    case ASSESS:
      return lev_process_assess (dossier, "C1", 4, error) != NULL;
    case ANSWER:
      return lev_process_answer (dossier, "1", LEV_ANSWER_NO, "So", error) != NULL;
    case ADD_RISK:
      return lev_process_add_risk (dossier, error) != NULL;
    case PROPOSE:
      return lev_process_propose (dossier, NULL, error) != NULL;
    case FREEZE:
      return lev_process_freeze (dossier, "{}", error) != NULL;
    case PRESENT:
      return lev_process_present (dossier, error) != NULL;
    case CONFIRM:
      return lev_process_confirm_profile (dossier, "{}", NULL, error) != NULL;
    case ARCHIVE:
      return lev_process_record_archive (dossier, "x", "0", LEV_VERDICT_RIGHT, error) != NULL;
    case CLOSE:
    case N_DEEDS:
    default:
      return lev_process_close (fixture->review, NULL, 0, error);
    }
}

/* Between which steps of the round, the first and the last, a deed is possible. */
static const struct
{
  const char *what;
  guint       first;
  guint       last;
} deeds[N_DEEDS] = {
  [CHOOSE] = { "choose", 1, 5 },           [UNCHOOSE] = { "unchoose", 1, 5 },
  [OPEN_PROFILES] = { "open", 3, 14 },     [ASSESS] = { "assess", 3, 13 },
  [ANSWER] = { "answer", 3, 13 },          [ADD_RISK] = { "risk", 3, 13 },
  [PROPOSE] = { "propose", 3, 13 },        [FREEZE] = { "freeze", 5, 5 },
  [PRESENT] = { "present", 0, 0 },         [CONFIRM] = { "confirm", 7, 13 },
  [ARCHIVE] = { "archive", 13, 14 },       [CLOSE] = { "close", 14, 14 },
};

static void
check_deed (guint reached,
            Deed  deed)
{
  gboolean allowed = reached >= deeds[deed].first && reached <= deeds[deed].last;
  ModelFixture fixture;
  g_autoptr (GError) error = NULL;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, reached);
  lev_register_end (fixture.records);
  lev_register_begin (fixture.records, "Deed");

  if (fixture.dossier != NULL || deed <= OPEN_PROFILES || deed == CLOSE)
    {
      g_test_message ("%s at step %u", deeds[deed].what, reached);
      g_assert_cmpint (do_deed (&fixture, deed, &error), ==, allowed);
    }
  if (error != NULL)
    {
      g_assert_true (lev_edit_is_empty (lev_register_get_edit (fixture.records)));
      if (reached == LEV_STEP_END)
        g_assert_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CLOSED);
      model_fixture_take_error (&error, error->code);
    }
  model_fixture_clear (&fixture);
}

/* Each deed at each step, and in a closed round. */
static void
test_deeds (void)
{
  for (guint reached = 1; reached <= LEV_STEP_END; reached++)
    for (guint deed = 0; deed < N_DEEDS; deed++)
      check_deed (reached, (Deed) deed);
}

/* In a closed round nothing is decided or reported either. */
static void
test_closed (void)
{
  ModelFixture fixture;
  LevDecisionDetails details;
  LevUpdateDetails update;
  g_autoptr (GError) error = NULL;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, LEV_STEP_END);
  details = model_fixture_say_all (&fixture);
  update = model_fixture_update_all (&fixture);
  for (guint step = 0; step <= LEV_STEP_END; step++)
    {
      g_assert_null (lev_process_decide (fixture.action, step, LEV_OUTCOME_YES, &details, &error));
      model_fixture_take_error (&error, LEV_MODEL_ERROR_CLOSED);
    }
  g_assert_null (lev_process_report_status (fixture.action, &update, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_CLOSED);
  g_assert_cmpint (fixture.review->closed, !=, 0);
  g_assert_null (lev_process_get_running (fixture.records));
  model_fixture_clear (&fixture);
}

/* A frozen profile is presented once. */
static void
test_present (void)
{
  ModelFixture fixture;
  g_autoptr (GError) error = NULL;
  LevProfileVersion *version;
  LevDecision *decision;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 5);
  g_assert_nonnull (lev_process_freeze (fixture.dossier, "{\"a\":1}", &error));
  version = lev_process_freeze (fixture.dossier, "abc", &error);
  g_assert_no_error (error);
  g_assert_cmpint (version->number, ==, 2);
  g_assert_cmpstr (version->sha256, ==,
                   "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

  decision = lev_process_present (fixture.dossier, &error);
  g_assert_no_error (error);
  g_assert_true (decision->profile_version == version);
  g_assert_null (lev_process_present (fixture.dossier, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_FORBIDDEN);
  g_assert_null (lev_process_freeze (fixture.dossier, "abc", &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_FORBIDDEN);
  model_fixture_clear (&fixture);
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

/* The profile is confirmed after the meeting when it is complete again. */
static void
test_confirm (void)
{
  ModelFixture fixture;
  g_autoptr (GError) error = NULL;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 7);
  lev_process_assess (fixture.dossier, "C1", LEV_SCORE_OPEN, &error);
  g_assert_no_error (error);
  g_assert_null (lev_process_confirm_profile (fixture.dossier, "{}", NULL, &error));
  g_assert_nonnull (strstr (error->message, "C1"));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_INCOMPLETE);

  lev_process_assess (fixture.dossier, "C1", LEV_SCORE_UNKNOWN, &error);
  g_assert_cmpint (lev_process_confirm_profile (fixture.dossier, "{}", "After", &error)->number, ==,
                   2);
  model_fixture_clear (&fixture);
}

/* A dossier is archived when its file was read back and found right. */
static void
test_archive (void)
{
  ModelFixture fixture;

  for (guint verdict = LEV_VERDICT_NONE; verdict <= LEV_VERDICT_CHANGED; verdict++)
    {
      model_fixture_init (&fixture, 1);
      model_fixture_reach (&fixture, 13);
      g_assert_nonnull (
        lev_process_record_archive (fixture.dossier, "x", "0", (LevVerdict) verdict, NULL));
      g_assert_cmpuint (lev_dossier_get_step (fixture.dossier), ==,
                        verdict == LEV_VERDICT_RIGHT ? 14 : 13);
      model_fixture_clear (&fixture);
    }
}

/* The handbook has no such criterion or question; without a handbook there is no round. */
static void
test_content (void)
{
  ModelFixture fixture;
  g_autoptr (LevRegister) records = lev_register_new ();
  g_autoptr (GError) error = NULL;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 3);
  g_assert_null (lev_process_assess (fixture.dossier, "X1", 3, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_VALUE);
  g_assert_null (lev_process_answer (fixture.dossier, "3", LEV_ANSWER_NO, "So", &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_VALUE);
  model_fixture_clear (&fixture);

  lev_register_begin (records, "Start");
  g_assert_null (lev_process_start (records, "Round", NULL, &error));
  model_fixture_take_error (&error, LEV_MODEL_ERROR_FORBIDDEN);
  lev_register_end (records);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  model_fixture_set_language ("nl");
  g_test_add_func ("/process/decisions", test_decisions);
  g_test_add_func ("/process/updates", test_updates);
  g_test_add_func ("/process/needs", test_needs);
  g_test_add_func ("/process/advice", test_advice);
  g_test_add_func ("/process/agreement", test_agreement);
  g_test_add_func ("/process/deeds", test_deeds);
  g_test_add_func ("/process/closed", test_closed);
  g_test_add_func ("/process/present", test_present);
  g_test_add_func ("/process/early", test_early);
  g_test_add_func ("/process/confirm", test_confirm);
  g_test_add_func ("/process/archive", test_archive);
  g_test_add_func ("/process/content", test_content);

  return g_test_run ();
}
