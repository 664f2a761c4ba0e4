/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

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

/* What is expected of a risk follows from the effects of its actions, and never falls below 1. */
static void
test_effects (void)
{
  static const struct
  {
    int likelihood, impact;             /* of now */
    int first_likelihood, first_impact; /* effect of one action */
    int second_likelihood;              /* and of another one */
    int residual_likelihood, residual_impact;
  } rows[] = {
    { 4, 4, -2, 0, 0, 2, 4 },
    { 4, 4, -2, -1, -1, 1, 3 },
    { 2, 5, -4, 0, -4, 1, 5 },
    { 4, 4, 0, 0, 0, 3, 3 },                   /* no effect: what was filled in */
    { LEV_SCORE_UNKNOWN, 4, -1, -1, 0, 3, 3 }, /* not known: the same, but for the impact */
  };
  ModelFixture fixture;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 3);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LevRisk *risk = lev_process_add_risk (fixture.dossier, NULL);
      LevAction *first = lev_process_propose (fixture.dossier, risk, NULL);
      LevAction *second = lev_process_propose (fixture.dossier, risk, NULL);

      g_object_set (risk, "likelihood", rows[i].likelihood, "impact", rows[i].impact,
                    "residual-likelihood", 3, "residual-impact", 3, NULL);
      g_object_set (first, "effect-likelihood", rows[i].first_likelihood, "effect-impact",
                    rows[i].first_impact, NULL);
      g_object_set (second, "effect-likelihood", rows[i].second_likelihood, NULL);
      lev_process_follow_effects (risk);
      g_assert_cmpint (risk->residual_likelihood, ==, rows[i].residual_likelihood);
      g_assert_cmpint (risk->residual_impact, ==, rows[i].residual_impact);
    }
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  model_fixture_set_language ("nl");
  g_test_add_func ("/process/deeds", test_deeds);
  g_test_add_func ("/process/closed", test_closed);
  g_test_add_func ("/process/present", test_present);
  g_test_add_func ("/process/confirm", test_confirm);
  g_test_add_func ("/process/archive", test_archive);
  g_test_add_func ("/process/content", test_content);

  g_test_add_func ("/process/effects", test_effects);

  return g_test_run ();
}
