/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

/* People do what they like in whatever order: rounds are walked at random, with moves that the
 * process allows and moves that it does not. After each move everything stands where the step
 * table says something can stand, a refused move has changed nothing, and wherever the walk ends
 * a plain policy still brings the round to its end. */

#define N_ROUNDS    (10000)
#define N_MOVES     (40)
#define N_SUPPLIERS (2)
#define MAX_ACTIONS (5)
#define SEED        (20261123)

typedef struct
{
  ModelFixture fixture;
  GRand       *random;
  guint        action_steps[MAX_ACTIONS]; /* before the move */
  guint        n_actions;
  /* what the move may change: the step of this action, to that */
  LevAction *moved;
  guint      expected;
} Walk;

/* How often each step was seen, so that the walk is known to have been everywhere. */
static guint action_seen[LEV_STEP_END + 1];
static guint dossier_seen[LEV_STEP_END + 1];
static guint review_seen[LEV_STEP_END + 1];
static guint n_refused;
static guint n_done;

static gboolean
chance (Walk *walk,
        guint percent)
{
  return (guint) g_rand_int_range (walk->random, 0, 100) < percent;
}

static int
pick (Walk *walk,
      int   first,
      int   last)
{
  return g_rand_int_range (walk->random, first, last + 1);
}

static gpointer
pick_record (Walk *walk,
             GType type)
{
  LevRecordList *list = lev_register_list (walk->fixture.records, type);
  guint n = lev_record_list_get_n (list);

  return n > 0 ? lev_record_list_peek (list, (guint) pick (walk, 0, (int) n - 1)) : NULL;
}

/* ---- the moves: each returns whether it was done, with an error when it was refused ---- */

static gboolean
move_round (Walk    *walk,
            GError **error)
{
  gboolean is_set = chance (walk, 90);

  if (walk->fixture.review->closed != 0)
    return FALSE;

  g_object_set (walk->fixture.review, "coordinator", is_set ? walk->fixture.manager : NULL,
                "period-from", lev_date_new (2026, 9, 1), "period-until",
                is_set ? lev_date_new (2026, 12, 31) : 0, NULL);
  return TRUE;
}

static gboolean
move_choose (Walk    *walk,
             GError **error)
{
  return lev_process_choose (walk->fixture.review, pick_record (walk, LEV_TYPE_SUPPLIER),
                             chance (walk, 75), chance (walk, 60) ? "Because" : NULL,
                             error) != NULL;
}

static gboolean
move_open (Walk    *walk,
           GError **error)
{
  return lev_process_open_profiles (walk->fixture.review, error);
}

static gboolean
move_assess (Walk    *walk,
             GError **error)
{
  LevDossier *dossier = pick_record (walk, LEV_TYPE_DOSSIER);
  static const char *const criteria[] = { "C1", "I1", "X1" };

  return dossier != NULL && lev_process_assess (dossier, criteria[pick (walk, 0, 2)],
                                                pick (walk, LEV_SCORE_UNKNOWN, 5), error) != NULL;
}

static gboolean
move_answer (Walk    *walk,
             GError **error)
{
  LevDossier *dossier = pick_record (walk, LEV_TYPE_DOSSIER);
  static const char *const questions[] = { "1", "2" };

  return dossier != NULL &&
         lev_process_answer (dossier, questions[pick (walk, 0, 1)], (LevAnswer) pick (walk, 0, 4),
                             chance (walk, 80) ? "So" : NULL, error) != NULL;
}

/* Everything that a profile asks, at once. */
static gboolean
move_fill (Walk    *walk,
           GError **error)
{
  LevDossier *dossier = pick_record (walk, LEV_TYPE_DOSSIER);

  if (dossier == NULL || !lev_process_check_editable (dossier, error))
    return FALSE;

  model_fixture_fill_profile (&walk->fixture, dossier);
  return TRUE;
}

static gboolean
move_risk (Walk    *walk,
           GError **error)
{
  LevDossier *dossier = pick_record (walk, LEV_TYPE_DOSSIER);
  LevRisk *risk;

  if (dossier == NULL)
    return FALSE;

  risk = lev_process_add_risk (dossier, error);
  if (risk != NULL)
    g_object_set (risk, "likelihood", pick (walk, LEV_SCORE_UNKNOWN, 5), "impact",
                  pick (walk, LEV_SCORE_UNKNOWN, 5), "treatment", pick (walk, 0, 4), "acceptance",
                  chance (walk, 50) ? "Short" : NULL, NULL);

  return risk != NULL;
}

static gboolean
move_propose (Walk    *walk,
              GError **error)
{
  LevDossier *dossier = pick_record (walk, LEV_TYPE_DOSSIER);
  LevAction *action;

  if (dossier == NULL || walk->n_actions >= MAX_ACTIONS)
    return FALSE;

  action = lev_process_propose (dossier, pick_record (walk, LEV_TYPE_RISK), error);
  if (action != NULL)
    g_object_set (action, "owner", chance (walk, 90) ? walk->fixture.owner : NULL, "due",
                  lev_date_new (2027, 1, 31), NULL);

  return action != NULL;
}

static gboolean
move_agree (Walk    *walk,
            GError **error)
{
  LevAction *action = pick_record (walk, LEV_TYPE_ACTION);

  if (action == NULL || walk->fixture.review->closed != 0)
    return FALSE;

  g_object_set (action, "executor", chance (walk, 90) ? walk->fixture.level_manager : NULL,
                "frequency", chance (walk, 90) ? pick (walk, 1, 4) : 0, "owner",
                walk->fixture.owner, NULL);
  return TRUE;
}

static gboolean
move_plan (Walk    *walk,
           GError **error)
{
  if (walk->fixture.review->closed != 0)
    return FALSE;

  if (chance (walk, 80))
    {
      LevMeeting *meeting = lev_review_get_meeting (walk->fixture.review);

      if (meeting != NULL)
        lev_register_delete (walk->fixture.records, LEV_RECORD (meeting));
      model_fixture_plan (&walk->fixture);
    }
  else
    lev_register_add (walk->fixture.records, LEV_TYPE_PERSON, "name", "New", "management-team",
                      chance (walk, 50), NULL);

  return TRUE;
}

static gboolean
move_freeze (Walk    *walk,
             GError **error)
{
  LevDossier *dossier = pick_record (walk, LEV_TYPE_DOSSIER);

  return dossier != NULL && lev_process_freeze (dossier, "{}", error) != NULL;
}

static gboolean
move_present (Walk    *walk,
              GError **error)
{
  LevDossier *dossier = pick_record (walk, LEV_TYPE_DOSSIER);

  return dossier != NULL && lev_process_present (dossier, error) != NULL;
}

static gboolean
move_decide (Walk    *walk,
             GError **error)
{
  LevAction *action = pick_record (walk, LEV_TYPE_ACTION);
  LevDecisionDetails details = model_fixture_say_all (&walk->fixture);
  LevOutcome outcome;
  const LevMove *move;
  guint step;

  if (action == NULL)
    return FALSE;

  /* Mostly where the action is; else anywhere, also outside of the process. */
  step = chance (walk, 80) ? lev_action_get_step (action)
                           : (guint) pick (walk, 0, LEV_STEP_END + 1);
  outcome = chance (walk, 5)    ? LEV_OUTCOME_NONE
            : chance (walk, 70) ? LEV_OUTCOME_YES
                                : LEV_OUTCOME_NO;
  if (chance (walk, 10))
    details.by = NULL;
  if (chance (walk, 10))
    details.reason = NULL;
  if (chance (walk, 10))
    details.recipients = NULL;

  if (lev_process_decide (action, step, outcome, &details, error) == NULL)
    return FALSE;

  move = lev_step_find_move (step, LEV_SCOPE_ACTION, outcome);
  g_assert_nonnull (move);
  walk->moved = action;
  walk->expected = move->next;
  return TRUE;
}

static gboolean
move_update (Walk    *walk,
             GError **error)
{
  LevAction *action = pick_record (walk, LEV_TYPE_ACTION);
  LevUpdateDetails details = model_fixture_update_all (&walk->fixture);
  guint step = action != NULL ? lev_action_get_step (action) : 0;

  if (chance (walk, 10))
    details.text = NULL;
  if (action == NULL || lev_process_report_status (action, &details, error) == NULL)
    return FALSE;

  walk->moved = action;
  walk->expected = MAX (step, 9);
  return TRUE;
}

static gboolean
move_confirm (Walk    *walk,
              GError **error)
{
  LevDossier *dossier = pick_record (walk, LEV_TYPE_DOSSIER);

  return dossier != NULL && lev_process_confirm_profile (dossier, "{ }", NULL, error) != NULL;
}

static gboolean
move_archive (Walk    *walk,
              GError **error)
{
  LevDossier *dossier = pick_record (walk, LEV_TYPE_DOSSIER);

  return dossier != NULL &&
         lev_process_record_archive (dossier, "x", "0",
                                     chance (walk, 70) ? LEV_VERDICT_RIGHT : LEV_VERDICT_MISSING,
                                     error) != NULL;
}

static gboolean
move_close (Walk    *walk,
            GError **error)
{
  return lev_process_close (walk->fixture.review, NULL, 0, error);
}

static const struct
{
  gboolean (*move) (Walk *walk, GError **error);
  guint weight;
} moves[] = {
  { move_round, 3 },   { move_choose, 4 },  { move_open, 2 },    { move_assess, 3 },
  { move_answer, 3 },  { move_fill, 5 },    { move_risk, 1 },    { move_propose, 4 },
  { move_agree, 8 },   { move_plan, 4 },    { move_freeze, 10 }, { move_present, 8 },
  { move_decide, 50 }, { move_update, 12 }, { move_confirm, 6 }, { move_archive, 5 },
  { move_close, 2 },
};

static guint
pick_move (Walk *walk)
{
  guint total = 0;
  guint drawn;

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    total += moves[i].weight;
  drawn = (guint) pick (walk, 0, (int) total - 1);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      if (drawn < moves[i].weight)
        return i;
      drawn -= moves[i].weight;
    }

  g_assert_not_reached ();
}

/* ---- what must hold after each move ---- */

/* Whether something of @scope can stand at @step: the table has a way out of it or into it. */
static gboolean
is_named (guint    step,
          LevScope scope)
{
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    for (guint i = 0; lev_step_get (number)->moves[i].next != 0; i++)
      {
        const LevMove *move = &lev_step_get (number)->moves[i];

        if (move->scope == scope && (number == step || move->next == step))
          return TRUE;
      }

  return FALSE;
}

static void
check_actions (Walk *walk)
{
  LevRecordList *actions = lev_register_list (walk->fixture.records, LEV_TYPE_ACTION);

  g_assert_cmpuint (lev_record_list_get_n (actions), <=, MAX_ACTIONS);
  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);
      guint step = lev_action_get_step (action);

      g_assert_true (is_named (step, LEV_SCOPE_ACTION));
      g_assert_cmpint (lev_action_is_agreed (action), ==,
                       step > 6 && !(step == 13 && lev_action_get_decision (action, 6)->outcome ==
                                                     LEV_OUTCOME_NO));
      if (action == walk->moved)
        g_assert_cmpuint (step, ==, walk->expected);
      else
        g_assert_cmpuint (step, ==, i < walk->n_actions ? walk->action_steps[i] : 6);
      walk->action_steps[i] = step;
      action_seen[step]++;
    }
  walk->n_actions = lev_record_list_get_n (actions);
}

/* A dossier waits for the furthest behind of its actions, and never lies beyond one. */
static void
check_dossier (LevDossier *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  guint step = lev_dossier_get_step (dossier);

  dossier_seen[step]++;
  g_assert_cmpint (step == 0, ==, !dossier->chosen);
  /* Between the steps of its own a dossier stands at those of its round or its actions. */
  g_assert_cmpuint (step, !=, 1);
  g_assert_cmpuint (step, <=, LEV_N_STEPS);
  g_assert_cmpint (step >= 6, ==, lev_dossier_is_presented (dossier));
  g_assert_cmpint (step == 14, ==, lev_dossier_is_archived (dossier));
  for (guint i = 0; step > 6 && i < lev_record_list_get_n (actions); i++)
    g_assert_cmpuint (lev_action_get_step (lev_record_list_peek (actions, i)), >=, MIN (step, 13));
}

static void
check_state (Walk *walk)
{
  LevRecordList *dossiers = lev_register_list (walk->fixture.records, LEV_TYPE_DOSSIER);
  guint step = lev_review_get_step (walk->fixture.review);

  check_actions (walk);
  for (guint i = 0; i < lev_record_list_get_n (dossiers); i++)
    check_dossier (lev_record_list_peek (dossiers, i));

  g_assert_cmpuint (step, >=, 1);
  g_assert_cmpint (step == LEV_STEP_END, ==, walk->fixture.review->closed != 0);
  review_seen[step]++;
}

static void
do_move (Walk *walk)
{
  g_autoptr (GError) error = NULL;
  guint move = pick_move (walk);
  gboolean done;

  walk->moved = NULL;
  lev_register_begin (walk->fixture.records, "Move");
  done = moves[move].move (walk, &error);
  if (!done)
    g_assert_true (lev_edit_is_empty (lev_register_get_edit (walk->fixture.records)));
  g_assert_false (done && error != NULL);
  lev_register_end (walk->fixture.records);

  n_refused += error != NULL;
  n_done += done;
  check_state (walk);
}

static void
walk_round (GRand *random,
            guint  round)
{
  Walk walk = { .random = random };
  guint n_moves;

  model_fixture_init (&walk.fixture, N_SUPPLIERS);
  /* They begin at any step: from step 1 few would come far. */
  model_fixture_reach (&walk.fixture, 1 + round % LEV_N_STEPS);
  if (walk.fixture.action != NULL)
    {
      walk.n_actions = 1;
      walk.action_steps[0] = lev_action_get_step (walk.fixture.action);
    }
  lev_register_end (walk.fixture.records);

  n_moves = (guint) pick (&walk, 0, N_MOVES);
  for (guint i = 0; i < n_moves; i++)
    do_move (&walk);

  lev_register_begin (walk.fixture.records, "Finish");
  model_fixture_finish (&walk.fixture);
  model_fixture_clear (&walk.fixture);
}

static void
test_walk (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);

  for (guint round = 0; round < N_ROUNDS; round++)
    walk_round (random, round);

  g_test_message ("%u moves done, %u refused", n_done, n_refused);
  for (guint step = 0; step <= LEV_STEP_END; step++)
    g_test_message ("step %2u: %7u actions, %7u dossiers, %7u rounds", step, action_seen[step],
                    dossier_seen[step], review_seen[step]);

  /* It has been wherever one can be, and heard a no as often as not. */
  for (guint step = 1; step <= LEV_N_STEPS; step++)
    {
      g_assert_cmpuint (review_seen[step], >, 0);
      g_assert_cmpint (action_seen[step] > 0, ==, step >= 6 && step <= 13);
      g_assert_cmpint (dossier_seen[step] > 0, ==, step >= 2);
    }
  g_assert_cmpuint (n_done, >, N_ROUNDS);
  g_assert_cmpuint (n_refused, >, N_ROUNDS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/process-walk/random", test_walk);

  return g_test_run ();
}
