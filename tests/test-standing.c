/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-standing.h"
#include "model-fixture.h"

#define OPEN    LEV_STANDING_OPEN
#define BUSY    LEV_STANDING_BUSY
#define CURRENT LEV_STANDING_CURRENT
#define DONE    LEV_STANDING_DONE

/* The phases of a round with one dossier, at each step. */
static const struct
{
  guint            step;
  LevStandingState phases[LEV_N_PHASES];
} rows[] = {
  { 1, { CURRENT, OPEN, OPEN, OPEN, OPEN } }, { 3, { CURRENT, OPEN, OPEN, OPEN, OPEN } },
  { 4, { DONE, CURRENT, OPEN, OPEN, OPEN } }, { 6, { DONE, CURRENT, OPEN, OPEN, OPEN } },
  { 9, { DONE, DONE, CURRENT, OPEN, OPEN } }, { 12, { DONE, DONE, DONE, CURRENT, OPEN } },
  { 13, { DONE, DONE, DONE, DONE, CURRENT } }, { 15, { DONE, DONE, DONE, DONE, DONE } },
};

static void
test_phases (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  ModelFixture fixture;
  LevStanding standing;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, rows[row].step);
  lev_review_get_standing (fixture.review, &standing);

  g_assert_cmpuint (standing.step, ==, rows[row].step);
  for (LevPhase phase = 0; phase < LEV_N_PHASES; phase++)
    g_assert_cmpint (lev_standing_get_phase_state (&standing, phase), ==, rows[row].phases[phase]);

  model_fixture_clear (&fixture);
}

/* One action at 12, the other still at 8: feedback runs beside follow-up, and each phase counts
 * the dossiers and actions of its steps. */
static void
test_beside (void)
{
  ModelFixture fixture;
  LevAction *second;
  LevStanding standing;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 5);
  second = model_fixture_propose (&fixture, fixture.dossier);
  model_fixture_do_step (&fixture, 5);
  model_fixture_move_action (&fixture, second, LEV_OUTCOME_YES);
  for (guint step = 6; step < 12; step++)
    model_fixture_do_step (&fixture, step);
  model_fixture_move_action (&fixture, second, LEV_OUTCOME_YES);

  lev_review_get_standing (fixture.review, &standing);
  g_assert_cmpuint (standing.step, ==, 8);
  g_assert_cmpint (lev_standing_get_step_state (&standing, 7), ==, DONE);
  g_assert_cmpint (lev_standing_get_step_state (&standing, 9), ==, BUSY);
  g_assert_cmpint (lev_standing_get_step_state (&standing, 12), ==, OPEN);
  g_assert_cmpint (lev_standing_get_phase_state (&standing, LEV_PHASE_FEEDBACK), ==, BUSY);
  g_assert_cmpint (lev_standing_get_phase_state (&standing, LEV_PHASE_ARCHIVE), ==, OPEN);
  g_assert_cmpuint (standing.phases[LEV_PHASE_PREPARE].done, ==, 2);
  g_assert_cmpuint (standing.phases[LEV_PHASE_PREPARE].total, ==, 2);
  g_assert_cmpuint (standing.phases[LEV_PHASE_FOLLOW_UP].done, ==, 4);
  g_assert_cmpuint (standing.phases[LEV_PHASE_FOLLOW_UP].total, ==, 6);
  g_assert_cmpuint (standing.phases[LEV_PHASE_FEEDBACK].done, ==, 2);
  g_assert_cmpuint (standing.phases[LEV_PHASE_ARCHIVE].total, ==, 1);

  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/standing/phases/%u", rows[i].step);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_phases);
    }
  g_test_add_func ("/standing/beside", test_beside);

  return g_test_run ();
}
