/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-scoring.h"
#include "lev-selection.h"
#include "model-fixture.h"

#define NA      LEV_SCORE_NOT_APPLICABLE
#define UNKNOWN LEV_SCORE_UNKNOWN
#define OPEN    LEV_SCORE_OPEN

static LevHandbookContent *
load_default (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LEVMAN_SOURCEDIR"), "data", "handbook.ini",
                                            NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  LevHandbookContent *content;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  content = lev_handbook_content_parse (text, &error);
  g_assert_no_error (error);

  return content;
}

/* Scores on A1 to A7 (weights 25, 20, 15, 15, 10, 10, 5) and the band they give. */
static const struct
{
  int scores[7];
  int lowest;
  int highest;
} criticality[] = {
  { { 1, 1, 1, 1, 1, 1, 1 }, 0, 0 },
  { { 5, 5, 5, 5, 5, 5, 5 }, 100, 100 },
  { { 3, 3, 3, 3, 3, 3, 3 }, 50, 50 },
  { { 2, 2, 2, 2, 2, 2, 2 }, 25, 25 },
  { { 5, 1, 1, 1, 1, 1, 1 }, 25, 25 },
  { { 1, 5, 1, 1, 1, 1, 1 }, 20, 20 },
  { { 1, 1, 1, 1, 1, 1, 5 }, 5, 5 },
  { { 5, 5, 4, 4, 5, 4, 4 }, 89, 89 },  /* 45 + 30 × ¾ + 10 + 15 × ¾ = 88.75 */
  { { 5, 4, 3, UNKNOWN, 3, 4, UNKNOWN }, 60, 80 },
  { { UNKNOWN, 5, 5, 5, 5, 5, 5 }, 75, 100 },
  { { OPEN, 5, 5, 5, 5, 5, 5 }, 75, 100 },
  { { UNKNOWN, 1, 1, 1, 1, 1, 1 }, 0, 25 },
  { { UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN }, 0, 100 },
  { { OPEN, OPEN, OPEN, OPEN, OPEN, OPEN, OPEN }, 0, 100 },
  { { NA, 5, 5, 5, 5, 5, 5 }, 100, 100 },
  { { NA, 1, 1, 1, 1, 1, 1 }, 0, 0 },
  { { NA, 5, 1, 1, 1, 1, 1 }, 27, 27 }, /* 20 of 75 */
  { { NA, UNKNOWN, 1, 1, 1, 1, 1 }, 0, 27 },
  { { NA, NA, NA, NA, NA, NA, 3 }, 50, 50 },
  { { NA, NA, NA, NA, NA, NA, NA }, 0, 100 },
};

static void
test_criticality (void)
{
  g_autoptr (LevHandbookContent) content = load_default ();

  for (guint i = 0; i < G_N_ELEMENTS (criticality); i++)
    {
      LevCriticality band = lev_scoring_get_criticality (content, criticality[i].scores);

      g_test_message ("row %u", i);
      g_assert_cmpint (band.lowest, ==, criticality[i].lowest);
      g_assert_cmpint (band.highest, ==, criticality[i].highest);
    }
}

/* Fills every unknown factor of @scores in with @score. */
static LevCriticality
suppose (LevHandbookContent *content,
         const int          *scores,
         int                 score)
{
  int supposed[7];

  for (guint i = 0; i < G_N_ELEMENTS (supposed); i++)
    supposed[i] = scores[i] == UNKNOWN || scores[i] == OPEN ? score : scores[i];

  return lev_scoring_get_criticality (content, supposed);
}

/* The band runs from what the score is when every unknown factor turns out to be 1 to what it is
 * when they are all 5: unknown is neither 0 nor anything else. */
static void
test_band (void)
{
  g_autoptr (LevHandbookContent) content = load_default ();
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);

  for (guint i = 0; i < 2000; i++)
    {
      int scores[7] = { 0, 0, 0, 0, 0, 0, 1 };
      LevCriticality band, low, high;

      for (guint j = 0; j < G_N_ELEMENTS (scores) - 1; j++)
        scores[j] = g_rand_int_range (random, UNKNOWN, 6);
      band = lev_scoring_get_criticality (content, scores);
      low = suppose (content, scores, 1);
      high = suppose (content, scores, 5);

      g_assert_cmpint (low.lowest, ==, low.highest);
      g_assert_cmpint (high.lowest, ==, high.highest);
      g_assert_cmpint (band.lowest, ==, low.lowest);
      g_assert_cmpint (band.highest, ==, high.highest);
    }
}

/* The template's table: likelihood down, impact across; impact 5 is never below high. */
static const LevLevel levels[5][5] = {
  { LEV_LEVEL_LOW, LEV_LEVEL_LOW, LEV_LEVEL_LOW, LEV_LEVEL_LOW, LEV_LEVEL_HIGH },
  { LEV_LEVEL_LOW, LEV_LEVEL_LOW, LEV_LEVEL_MEDIUM, LEV_LEVEL_MEDIUM, LEV_LEVEL_HIGH },
  { LEV_LEVEL_LOW, LEV_LEVEL_MEDIUM, LEV_LEVEL_MEDIUM, LEV_LEVEL_HIGH, LEV_LEVEL_CRITICAL },
  { LEV_LEVEL_LOW, LEV_LEVEL_MEDIUM, LEV_LEVEL_HIGH, LEV_LEVEL_CRITICAL, LEV_LEVEL_CRITICAL },
  { LEV_LEVEL_MEDIUM, LEV_LEVEL_HIGH, LEV_LEVEL_CRITICAL, LEV_LEVEL_CRITICAL, LEV_LEVEL_CRITICAL },
};

static void
test_levels (void)
{
  static const char *const titles[] = {
    "onbekend", "laag", "middel", "hoog", "kritiek",
  };
  g_autoptr (LevHandbookContent) content = load_default ();

  for (int likelihood = UNKNOWN; likelihood <= 6; likelihood++)
    for (int impact = UNKNOWN; impact <= 6; impact++)
      {
        LevLevel expected = LEV_SCORE_IS_KNOWN (likelihood) && LEV_SCORE_IS_KNOWN (impact)
                              ? levels[likelihood - 1][impact - 1]
                              : LEV_LEVEL_UNKNOWN;

        g_test_message ("%d × %d", likelihood, impact);
        g_assert_cmpint (lev_scoring_get_level (content, likelihood, impact), ==, expected);
      }

  model_fixture_set_language ("nl");
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    g_assert_cmpstr (lev_scoring_get_level_title (content, (LevLevel) i), ==, titles[i]);
}

/* The rule is the handbook's: without it 1 × 5 is 5, which is medium. */
static void
test_rule (void)
{
  g_autofree char *text = g_strndup (FIXTURE_HANDBOOK,
                                     (gsize) (strstr (FIXTURE_HANDBOOK, "[rule]") -
                                              FIXTURE_HANDBOOK));
  g_autoptr (LevHandbookContent) content = lev_handbook_content_parse (text, NULL);

  g_assert_nonnull (content);
  g_assert_cmpint (lev_scoring_get_level (content, 1, 5), ==, LEV_LEVEL_MEDIUM);
  g_assert_cmpint (lev_scoring_get_level (content, 2, 5), ==, LEV_LEVEL_HIGH);
}

/* The class of a risk comes from the handbook of its round, and its scale from its criterion. */
static void
test_risk (void)
{
  static const struct { const char *criterion, *scale; } rows[] = {
    { "C1", "impact-continuity" }, { "I1", "impact-security" }, { "X9", "impact-" },
  };
  ModelFixture fixture;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 4);
  g_object_set (fixture.risk, "likelihood", 4, "impact", 4, "residual-likelihood", 2,
                "residual-impact", UNKNOWN, NULL);
  g_assert_cmpint (lev_risk_get_level (fixture.risk), ==, LEV_LEVEL_CRITICAL);
  g_assert_cmpint (lev_risk_get_residual_level (fixture.risk), ==, LEV_LEVEL_UNKNOWN);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *scale = NULL;

      g_object_set (fixture.risk, "criterion", rows[i].criterion, NULL);
      scale = lev_risk_dup_impact_scale (fixture.risk);
      g_assert_cmpstr (scale, ==, rows[i].scale);
    }
  model_fixture_clear (&fixture);
}

/* Ranked by the top of the band, then by its bottom, then by name. */
static void
test_rank (void)
{
  static const struct { const char *name; int a1; int a2; int lowest; int highest; } rows[] = {
    { "Zonder", OPEN, OPEN, 0, 100 }, /* nothing is known: on top */
    { "Vol", 5, 5, 100, 100 },        { "Deels", UNKNOWN, 5, 40, 100 },
    { "Anders", 3, 3, 50, 50 },       { "Bijna", 3, 3, 50, 50 },
    { "Laag", 1, 1, 0, 0 },
  };
  static const char *const order[] = { "Vol", "Deels", "Zonder", "Anders", "Bijna", "Laag" };
  static const struct { LevSelectionRule rule; int value; guint n_selected; } rules[] = {
    { LEV_SELECTION_RULE_COUNT, 0, 0 },       { LEV_SELECTION_RULE_COUNT, 2, 2 },
    { LEV_SELECTION_RULE_COUNT, 100, 6 },     { LEV_SELECTION_RULE_THRESHOLD, 50, 5 },
    { LEV_SELECTION_RULE_THRESHOLD, 51, 3 },  { LEV_SELECTION_RULE_THRESHOLD, 101, 0 },
  };
  ModelFixture fixture;

  model_fixture_init (&fixture, 0);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      LevSupplier *supplier = lev_register_add (fixture.records, LEV_TYPE_SUPPLIER, "name",
                                                rows[i].name, NULL);

      lev_register_add (fixture.records, LEV_TYPE_CRITICALITY_SCORE, "supplier", supplier, "factor",
                        "A1", "score", rows[i].a1, NULL);
      lev_register_add (fixture.records, LEV_TYPE_CRITICALITY_SCORE, "supplier", supplier, "factor",
                        "A2", "score", rows[i].a2, NULL);
    }

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GArray) ranking = NULL;

      g_object_set (fixture.review, "selection-rule", rules[i].rule, "selection-value",
                    rules[i].value, NULL);
      ranking = lev_selection_rank (fixture.review);
      g_assert_cmpuint (ranking->len, ==, G_N_ELEMENTS (rows));
      for (guint j = 0; j < ranking->len; j++)
        {
          const LevRanked *ranked = &g_array_index (ranking, LevRanked, j);

          g_assert_cmpstr (ranked->supplier->name, ==, order[j]);
          g_assert_cmpint (ranked->selected, ==, j < rules[i].n_selected);
          for (guint k = 0; k < G_N_ELEMENTS (rows); k++)
            if (g_str_equal (rows[k].name, order[j]))
              {
                g_assert_cmpint (ranked->criticality.lowest, ==, rows[k].lowest);
                g_assert_cmpint (ranked->criticality.highest, ==, rows[k].highest);
              }
        }
    }
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scoring/criticality", test_criticality);
  g_test_add_func ("/scoring/band", test_band);
  g_test_add_func ("/scoring/levels", test_levels);
  g_test_add_func ("/scoring/rule", test_rule);
  g_test_add_func ("/scoring/risk", test_risk);
  g_test_add_func ("/scoring/rank", test_rank);

  return g_test_run ();
}
