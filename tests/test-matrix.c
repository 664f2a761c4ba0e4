/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-matrix.h"
#include "lev-responsible.h"
#include "model-fixture.h"

/* A row of the matrix as text: a sign per step. */
static void
assert_row (LevMatrix  *matrix,
            const char *expected)
{
  static const char signs[] = {
    [LEV_MATRIX_OPEN] = '.', [LEV_MATRIX_NONE] = '-', [LEV_MATRIX_WAITING] = 'w',
    [LEV_MATRIX_BUSY] = 'b', [LEV_MATRIX_DONE] = 'x',
  };
  char row[LEV_N_STEPS + 1] = "";

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    row[number - 1] = signs[lev_matrix_get_cell (matrix, 0, number)->state];

  g_assert_cmpstr (row, ==, expected);
}

static LevMatrix *
make (ModelFixture *fixture,
      LevPerson    *user)
{
  return lev_matrix_new (fixture->review, user, lev_clock_today ());
}

/* A round with one dossier and one action, at each step. */
static const struct
{
  guint       step;
  const char *row;
} rows[] = {
  { 3, "xxw..........." },  { 4, "xxxw.........." },  { 5, "xxxxw........." },
  { 6, "xxxxxb........" },  { 7, "xxxxxxb......." },  { 8, "xxxxxxxb......" },
  { 9, "xxxxxxxxb....." },  { 10, "xxxxxxxxxb...." }, { 11, "xxxxxxxxxxb..." },
  { 12, "xxxxxxxxxxxb.." }, { 13, "xxxxxxxxxxxxw." }, { 14, "xxxxxxxxxxxxxw" },
  { 15, "xxxxxxxxxxxxxx" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ModelFixture fixture;
      g_autoptr (LevMatrix) matrix = NULL;
      LevStanding standing;

      model_fixture_init (&fixture, 2);
      model_fixture_reach (&fixture, rows[i].step);
      matrix = make (&fixture, NULL);
      g_assert_cmpuint (lev_matrix_get_step (matrix), ==, rows[i].step);
      g_assert_cmpuint (lev_matrix_get_dossiers (matrix)->len, ==, 1);
      assert_row (matrix, rows[i].row);
      lev_matrix_get_standing (matrix, 0, &standing);
      g_assert_cmpuint (standing.step, ==, MIN (rows[i].step, 14));
      for (LevPhase phase = 0; phase < LEV_N_PHASES && rows[i].step < 14; phase++)
        g_assert_cmpint (lev_standing_get_phase_state (&standing, phase), ==,
                         phase < lev_step_get (rows[i].step)->phase    ? LEV_STANDING_DONE
                         : phase == lev_step_get (rows[i].step)->phase ? LEV_STANDING_CURRENT
                                                                       : LEV_STANDING_OPEN);
      for (guint number = 1; number <= LEV_N_STEPS; number++)
        {
          g_assert_cmpuint (lev_matrix_get_n_waiting (matrix, number) > 0, ==,
                            number == rows[i].step);
          g_assert_false (lev_matrix_get_cell (matrix, 0, number)->mine);
        }
      g_clear_pointer (&matrix, lev_matrix_free);
      model_fixture_clear (&fixture);
    }
}

/* Without a yes of the MT nothing is followed up. */
static void
test_none (void)
{
  ModelFixture fixture;
  g_autoptr (LevMatrix) matrix = NULL;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 6);
  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_NO);
  matrix = make (&fixture, NULL);
  assert_row (matrix, "xxxxxx------w.");
  g_clear_pointer (&matrix, lev_matrix_free);
  model_fixture_clear (&fixture);
}

/* Two actions of one dossier, one of which is ahead. */
static void
test_counted (void)
{
  ModelFixture fixture;
  g_autoptr (LevMatrix) matrix = NULL;
  LevAction *second;
  const LevMatrixCell *cell;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 5);
  second = model_fixture_propose (&fixture, fixture.dossier);
  model_fixture_do_step (&fixture, 5);
  model_fixture_move_action (&fixture, second, LEV_OUTCOME_YES);
  matrix = make (&fixture, NULL);
  assert_row (matrix, "xxxxxbb.......");
  cell = lev_matrix_get_cell (matrix, 0, 6);
  g_assert_cmpuint (cell->progress.done, ==, 1);
  g_assert_cmpuint (cell->progress.total, ==, 2);
  g_clear_pointer (&matrix, lev_matrix_free);

  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_YES);
  model_fixture_move_action (&fixture, second, LEV_OUTCOME_YES);
  matrix = make (&fixture, NULL);
  assert_row (matrix, "xxxxxxbb......");
  cell = lev_matrix_get_cell (matrix, 0, 7);
  g_assert_cmpuint (cell->progress.done, ==, 1);
  g_assert_cmpuint (cell->n_waiting, ==, 2);
  g_assert_true (cell->outdated);
  g_clear_pointer (&matrix, lev_matrix_free);
  model_fixture_clear (&fixture);
}

/* All actions are handed out, only the profile is still to be confirmed. */
static void
test_outdated (void)
{
  ModelFixture fixture;
  g_autoptr (LevMatrix) matrix = NULL;
  const LevMatrixCell *cell;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 7);
  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_YES);
  matrix = make (&fixture, fixture.manager);
  cell = lev_matrix_get_cell (matrix, 0, 7);
  g_assert_cmpint (cell->state, ==, LEV_MATRIX_BUSY);
  g_assert_cmpuint (cell->progress.done, ==, cell->progress.total);
  g_assert_true (cell->outdated);
  g_assert_true (cell->mine);
  g_clear_pointer (&matrix, lev_matrix_free);
  model_fixture_clear (&fixture);
}

/* What came back from 9 shows so where it waits, until 9 says yes. */
static void
test_returned (void)
{
  ModelFixture fixture;
  g_autoptr (LevMatrix) matrix = NULL;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 9);
  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_NO);
  matrix = make (&fixture, NULL);
  g_assert_true (lev_matrix_get_cell (matrix, 0, 7)->returned);
  g_assert_false (lev_matrix_get_cell (matrix, 0, 8)->returned);
  g_assert_cmpint (lev_matrix_get_cell (matrix, 0, 9)->state, ==, LEV_MATRIX_OPEN);
  g_clear_pointer (&matrix, lev_matrix_free);
  model_fixture_clear (&fixture);
}

/* An update that is overdue is late in 8, also while the action waits for the verdict of 9, and an
 * action itself in 7. */
static void
test_late (void)
{
  ModelFixture fixture;
  g_autoptr (LevMatrix) matrix = NULL;
  LevDate due;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 9);
  g_object_set (fixture.action, "frequency", LEV_FREQUENCY_WEEKLY, NULL);
  due = lev_action_get_next_update (fixture.action);
  g_object_set (fixture.action, "due", due + 1, NULL);

  matrix = lev_matrix_new (fixture.review, fixture.manager, due);
  g_assert_cmpuint (lev_matrix_get_n_late (matrix, 8), ==, 0);
  g_clear_pointer (&matrix, lev_matrix_free);

  matrix = lev_matrix_new (fixture.review, fixture.manager, due + 1);
  g_assert_cmpuint (lev_matrix_get_n_late (matrix, 8), ==, 1);
  g_assert_cmpuint (lev_matrix_get_n_late (matrix, 9), ==, 0);
  g_assert_cmpint (lev_matrix_get_cell (matrix, 0, 8)->state, ==, LEV_MATRIX_DONE);
  g_assert_true (lev_matrix_get_cell (matrix, 0, 8)->mine);
  g_clear_pointer (&matrix, lev_matrix_free);

  matrix = lev_matrix_new (fixture.review, fixture.owner, due + 2);
  g_assert_cmpuint (lev_matrix_get_n_late (matrix, 9), ==, 0);
  g_assert_false (lev_matrix_get_cell (matrix, 0, 8)->mine);
  g_assert_true (lev_matrix_get_cell (matrix, 0, 9)->mine);
  g_clear_pointer (&matrix, lev_matrix_free);

  model_fixture_move_action (&fixture, fixture.action, LEV_OUTCOME_NO);
  matrix = lev_matrix_new (fixture.review, fixture.manager, due + 2);
  g_assert_cmpuint (lev_matrix_get_n_late (matrix, 7), ==, 1);
  g_assert_cmpuint (lev_matrix_get_n_late (matrix, 8), ==, 0);
  g_clear_pointer (&matrix, lev_matrix_free);
  model_fixture_clear (&fixture);
}

/* Whose turn it is, and since when a step is under way. */
static void
test_responsible (void)
{
  ModelFixture fixture;
  LevPerson *colleague;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 10);
  colleague = lev_register_add (fixture.records, LEV_TYPE_PERSON, "name", "Bas", NULL);
  g_object_set (fixture.dossier, "manager", colleague, NULL);

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      LevPerson *who = lev_step_get_responsible (number, fixture.review,
                                                 LEV_RECORD (fixture.action));

      if (number == 9)
        g_assert_true (who == fixture.owner);
      else if (number == 3 || number == 7 || number == 8 || (number >= 10 && number != 14))
        g_assert_true (who == colleague);
      else
        g_assert_true (who == fixture.review->coordinator);
      g_assert_true (
        lev_step_get_responsible (number, fixture.review, LEV_RECORD (fixture.director)) ==
        fixture.review->coordinator);
    }
  g_assert_true (lev_record_get_dossier (LEV_RECORD (fixture.risk)) == fixture.dossier);
  g_assert_null (lev_record_get_dossier (LEV_RECORD (fixture.director)));

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    g_assert_cmpuint (lev_review_get_since (fixture.review, number) != 0, ==,
                      number >= 6 && number <= 10);
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matrix/rows", test_rows);
  g_test_add_func ("/matrix/none", test_none);
  g_test_add_func ("/matrix/counted", test_counted);
  g_test_add_func ("/matrix/outdated", test_outdated);
  g_test_add_func ("/matrix/returned", test_returned);
  g_test_add_func ("/matrix/late", test_late);
  g_test_add_func ("/matrix/responsible", test_responsible);

  return g_test_run ();
}
