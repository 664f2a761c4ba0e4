#include "lev-figures.h"
#include "model-fixture.h"

/* What the figures say when everything before step `reached` is done in the plainest way: one
 * supplier with one critical risk and one action that the MT takes. */
static const struct
{
  guint reached;
  guint n_suppliers;
  guint n_critical;
  guint n_agreed;
  guint n_finished;
} rows[] = {
  { 1, 0, 0, 0, 0 },  { 3, 1, 0, 0, 0 },  { 6, 1, 1, 0, 0 },
  { 7, 1, 1, 1, 0 },  { 12, 1, 1, 1, 0 }, { 13, 1, 1, 1, 1 }, { 15, 1, 1, 1, 1 },
};

static void
test_plain (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ModelFixture fixture;
      LevFigures figures;

      model_fixture_init (&fixture, 1);
      model_fixture_reach (&fixture, rows[i].reached);
      figures = lev_review_get_figures (fixture.review);
      g_test_message ("step %u", rows[i].reached);
      g_assert_cmpuint (figures.n_suppliers, ==, rows[i].n_suppliers);
      g_assert_cmpuint (figures.n_risks[LEV_LEVEL_CRITICAL], ==, rows[i].n_critical);
      g_assert_cmpuint (figures.n_agreed, ==, rows[i].n_agreed);
      g_assert_cmpuint (figures.n_finished, ==, rows[i].n_finished);
      g_assert_cmpuint (figures.n_refused, ==, 0);
      g_assert_cmpuint (figures.n_returns, ==, 0);
      model_fixture_clear (&fixture);
    }
}

/* The MT says no: nothing is agreed, one action is refused. */
static void
test_refused (void)
{
  ModelFixture fixture;
  LevDecisionDetails details = { 0 };
  g_autoptr (GError) error = NULL;
  LevFigures figures;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 6);
  details = (LevDecisionDetails) { .by = fixture.director,
                                   .reason = "No",
                                   .accepted_by = fixture.director,
                                   .accepted_until = lev_clock_today () + 100 };
  lev_process_decide (fixture.action, 6, LEV_OUTCOME_NO, &details, &error);
  g_assert_no_error (error);

  figures = lev_review_get_figures (fixture.review);
  g_assert_cmpuint (figures.n_agreed, ==, 0);
  g_assert_cmpuint (figures.n_refused, ==, 1);
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/figures/plain", test_plain);
  g_test_add_func ("/figures/refused", test_refused);

  return g_test_run ();
}
