#include "lev-comparison.h"
#include "lev-concentration.h"
#include "lev-state.h"
#include "model-fixture.h"

/* A score of a criterion then and now. */
static const struct
{
  int         before;
  int         now;
  LevMovement movement;
} scores[] = {
  { 2, 3, LEV_MOVEMENT_WORSE },
  { 5, 1, LEV_MOVEMENT_BETTER },
  { 3, 3, LEV_MOVEMENT_EQUAL },
  { LEV_SCORE_UNKNOWN, LEV_SCORE_UNKNOWN, LEV_MOVEMENT_EQUAL },
  { LEV_SCORE_UNKNOWN, 5, LEV_MOVEMENT_CHANGED },
  { 5, LEV_SCORE_UNKNOWN, LEV_MOVEMENT_CHANGED },
  { 5, LEV_SCORE_NOT_APPLICABLE, LEV_MOVEMENT_CHANGED },
  { LEV_SCORE_OPEN, 1, LEV_MOVEMENT_NEW },
  { 1, LEV_SCORE_OPEN, LEV_MOVEMENT_GONE },
};

static void
test_scores (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    g_assert_cmpint (lev_movement_compare_scores (scores[i].before, scores[i].now), ==,
                     scores[i].movement);
}

/* A first round with risks 4 × 4, closed; in the second round one risk per row. */
static const struct
{
  int         before[2]; /* 0 for a risk that was not there */
  int         now[2];    /* 0 for a risk that is gone */
  gboolean    other_words;
  LevMovement movement;
} risks[] = {
  { { 4, 4 }, { 4, 4 }, FALSE, LEV_MOVEMENT_EQUAL },
  { { 4, 4 }, { 4, 4 }, TRUE, LEV_MOVEMENT_CHANGED },
  { { 4, 4 }, { 2, 4 }, FALSE, LEV_MOVEMENT_BETTER },
  { { 4, 4 }, { 4, 5 }, FALSE, LEV_MOVEMENT_WORSE },
  { { 4, 4 }, { 5, 4 }, FALSE, LEV_MOVEMENT_WORSE },
  /* 1 × 5 is high although 2 × 4 is the higher product. */
  { { 2, 4 }, { 1, 5 }, FALSE, LEV_MOVEMENT_WORSE },
  { { 2, 4 }, { LEV_SCORE_UNKNOWN, 4 }, FALSE, LEV_MOVEMENT_CHANGED },
  { { 2, 4 }, { 0, 0 }, FALSE, LEV_MOVEMENT_GONE },
  { { 0, 0 }, { 3, 3 }, FALSE, LEV_MOVEMENT_NEW },
};

/* Two rounds with the same supplier; the risks and assessments are the test's own. */
static LevDossier *
start_second_round (ModelFixture *fixture)
{
  LevReview *second;

  model_fixture_reach (fixture, 3);
  second = lev_register_add (fixture->records, LEV_TYPE_REVIEW, "title", "Second", "handbook",
                             fixture->handbook, "previous", fixture->review, NULL);

  return lev_register_add (fixture->records, LEV_TYPE_DOSSIER, "review", second, "supplier",
                           fixture->dossier->supplier, "chosen", TRUE, "number", 1, NULL);
}

static void
test_risks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (risks); i++)
    {
      ModelFixture fixture;
      LevDossier *dossier;
      LevRisk *before = NULL;
      g_autoptr (LevComparison) comparison = NULL;

      g_test_message ("row %u", i);
      model_fixture_init (&fixture, 1);
      dossier = start_second_round (&fixture);
      if (risks[i].before[0] != 0)
        before = lev_register_add (fixture.records, LEV_TYPE_RISK, "dossier", fixture.dossier,
                                   "event", "Failure", "likelihood", risks[i].before[0], "impact",
                                   risks[i].before[1], NULL);
      if (risks[i].now[0] != 0)
        lev_register_add (fixture.records, LEV_TYPE_RISK, "dossier", dossier, "event",
                          risks[i].other_words ? "Outage" : "Failure", "likelihood",
                          risks[i].now[0], "impact", risks[i].now[1], "previous", before, NULL);

      comparison = lev_comparison_new (dossier);
      g_assert_true (comparison->previous == fixture.dossier);
      g_assert_cmpuint (comparison->differences->len, ==, 1);
      g_assert_cmpint (g_array_index (comparison->differences, LevDifference, 0).movement, ==,
                       risks[i].movement);
      g_assert_cmpuint (comparison->counts[risks[i].movement], ==, 1);
      model_fixture_clear (&fixture);
    }
}

/* An action goes on with one of the last profile that is called the same. */
static void
test_actions (void)
{
  static const struct { const char *before, *now, *result; LevMovement movement; } rows[] = {
    { "Test the escrow", "test the Escrow ", "A build", LEV_MOVEMENT_EQUAL },
    { "Test the escrow", "Test the escrow", "A build in five days", LEV_MOVEMENT_CHANGED },
    { NULL, "Test the escrow", "A build", LEV_MOVEMENT_NEW },
    { "Test the escrow", NULL, NULL, LEV_MOVEMENT_GONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      ModelFixture fixture;
      LevDossier *dossier;
      g_autoptr (LevComparison) comparison = NULL;

      g_test_message ("row %u", i);
      model_fixture_init (&fixture, 1);
      dossier = start_second_round (&fixture);
      if (rows[i].before != NULL)
        lev_register_add (fixture.records, LEV_TYPE_ACTION, "dossier", fixture.dossier, "title",
                          rows[i].before, "result", "A build", NULL);
      if (rows[i].now != NULL)
        lev_register_add (fixture.records, LEV_TYPE_ACTION, "dossier", dossier, "title",
                          rows[i].now, "result", rows[i].result, NULL);

      comparison = lev_comparison_new (dossier);
      g_assert_cmpuint (comparison->differences->len, ==, 1);
      g_assert_true (
        lev_difference_is_action (&g_array_index (comparison->differences, LevDifference, 0)));
      g_assert_cmpuint (comparison->counts[rows[i].movement], ==, 1);
      model_fixture_clear (&fixture);
    }
}

static void
test_criteria (void)
{
  ModelFixture fixture;
  LevDossier *dossier;
  g_autoptr (LevComparison) comparison = NULL;
  LevDifference *difference;

  model_fixture_init (&fixture, 1);
  dossier = start_second_round (&fixture);
  lev_register_add (fixture.records, LEV_TYPE_ASSESSMENT, "dossier", fixture.dossier, "criterion",
                    "C1", "score", 2, NULL);
  lev_register_add (fixture.records, LEV_TYPE_ASSESSMENT, "dossier", dossier, "criterion", "C1",
                    "score", 4, NULL);
  lev_register_add (fixture.records, LEV_TYPE_ASSESSMENT, "dossier", dossier, "criterion", "I1",
                    "score", LEV_SCORE_UNKNOWN, NULL);

  comparison = lev_comparison_new (dossier);
  g_assert_cmpuint (comparison->differences->len, ==, 2);
  difference = &g_array_index (comparison->differences, LevDifference, 0);
  g_assert_cmpstr (difference->criterion->code, ==, "C1");
  g_assert_cmpint (difference->movement, ==, LEV_MOVEMENT_WORSE);
  g_assert_cmpint (lev_difference_get_score (difference, TRUE), ==, 2);
  g_assert_cmpint (lev_difference_get_score (difference, FALSE), ==, 4);
  difference = &g_array_index (comparison->differences, LevDifference, 1);
  g_assert_cmpint (difference->movement, ==, LEV_MOVEMENT_NEW);
  model_fixture_clear (&fixture);
}

/* Four suppliers: who shares what. */
static const struct
{
  const char *parent;
  const char *country;
  const char *end;
  const char *note;
} suppliers[] = {
  { "Groep B.V.", "Nederland", "2027-12-31", "Hosting by Supplier 03" },
  { "groep b.v. ", "Nederland", "2027-12-31", NULL },
  { NULL, "België", "2025-12-31", NULL },
  { "Andere N.V.", NULL, "2025-12-31", NULL },
};

static const struct
{
  LevConcentrationKind kind;
  const char          *value;
  const char          *suppliers;
} concentrations[] = {
  { LEV_CONCENTRATION_SUPPLIER, "Supplier 03", "Supplier 03, Supplier 00" },
  { LEV_CONCENTRATION_PARENT, "Groep B.V.", "Supplier 00, Supplier 01" },
  { LEV_CONCENTRATION_COUNTRY, "Nederland", "Supplier 00, Supplier 01" },
  { LEV_CONCENTRATION_END_DATE, "31 December 2027", "Supplier 00, Supplier 01" },
};

static void
test_concentration (void)
{
  ModelFixture fixture;
  g_autoptr (GPtrArray) found = NULL;

  model_fixture_init (&fixture, G_N_ELEMENTS (suppliers));
  for (guint i = 0; i < G_N_ELEMENTS (suppliers); i++)
    {
      LevSupplier *supplier = model_fixture_get_supplier (&fixture, i);
      LevDossier *dossier = lev_register_add (fixture.records, LEV_TYPE_DOSSIER, "review",
                                              fixture.review, "supplier", supplier, "chosen", TRUE,
                                              "number", (int) i + 1, NULL);

      g_object_set (supplier, "parent", suppliers[i].parent, "country", suppliers[i].country, NULL);
      lev_register_add (fixture.records, LEV_TYPE_CONTRACT, "supplier", supplier, "end",
                        lev_date_parse (suppliers[i].end), NULL);
      lev_register_add (fixture.records, LEV_TYPE_ASSESSMENT, "dossier", dossier, "criterion", "C1",
                        "note", suppliers[i].note, NULL);
    }

  found = lev_review_list_concentrations (fixture.review);
  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (concentrations));
  for (guint i = 0; i < found->len; i++)
    {
      LevConcentration *group = g_ptr_array_index (found, i);
      g_autofree char *names = lev_concentration_dup_suppliers (group);

      g_assert_cmpint (group->kind, ==, concentrations[i].kind);
      g_assert_cmpstr (group->value, ==, concentrations[i].value);
      g_assert_cmpstr (names, ==, concentrations[i].suppliers);
    }
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  lev_clock_set (lev_moment_parse ("2026-11-23T09:00:00Z"));
  g_test_add_func ("/comparison/scores", test_scores);
  g_test_add_func ("/comparison/risks", test_risks);
  g_test_add_func ("/comparison/actions", test_actions);
  g_test_add_func ("/comparison/criteria", test_criteria);
  g_test_add_func ("/comparison/concentration", test_concentration);

  return g_test_run ();
}
