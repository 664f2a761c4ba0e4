/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

#include <libintl.h>

#define BY_WHOM_AND_WHEN (LEV_NEEDS_BY | LEV_NEEDS_DATE)

/* Every way out of a step that the process has, written from the process description and from
 * design section 3, not from the code. What is not here is forbidden. Step 5 is the round's in
 * the design; what moves is each dossier, which is presented on its own. */
static const struct
{
  guint      step;
  LevScope   scope;
  LevOutcome outcome;
  guint      next;
  LevNeeds   needs;
} allowed[] = {
  { 1, LEV_SCOPE_REVIEW, LEV_OUTCOME_YES, 2, LEV_NEEDS_NOTHING },
  { 2, LEV_SCOPE_REVIEW, LEV_OUTCOME_YES, 3, LEV_NEEDS_NOTHING },
  { 3, LEV_SCOPE_DOSSIER, LEV_OUTCOME_YES, 4, LEV_NEEDS_NOTHING },
  { 4, LEV_SCOPE_REVIEW, LEV_OUTCOME_YES, 5, LEV_NEEDS_NOTHING },
  { 5, LEV_SCOPE_DOSSIER, LEV_OUTCOME_YES, 6, LEV_NEEDS_DATE },
  { 6, LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 7, BY_WHOM_AND_WHEN | LEV_NEEDS_REASON },
  { 6, LEV_SCOPE_ACTION, LEV_OUTCOME_NO, 13,
    BY_WHOM_AND_WHEN | LEV_NEEDS_REASON | LEV_NEEDS_ACCEPTANCE },
  { 7, LEV_SCOPE_DOSSIER, LEV_OUTCOME_YES, 8, LEV_NEEDS_NOTHING },
  { 7, LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 8, LEV_NEEDS_DATE },
  { 8, LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 9, LEV_NEEDS_DATE },
  { 9, LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 10, BY_WHOM_AND_WHEN },
  { 9, LEV_SCOPE_ACTION, LEV_OUTCOME_NO, 7, BY_WHOM_AND_WHEN | LEV_NEEDS_REASON },
  { 10, LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 11,
    LEV_NEEDS_DATE | LEV_NEEDS_FORM | LEV_NEEDS_RECIPIENTS },
  { 11, LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 12, BY_WHOM_AND_WHEN },
  { 11, LEV_SCOPE_ACTION, LEV_OUTCOME_NO, 7, BY_WHOM_AND_WHEN | LEV_NEEDS_REASON },
  { 12, LEV_SCOPE_ACTION, LEV_OUTCOME_YES, 13, LEV_NEEDS_DATE | LEV_NEEDS_RECIPIENTS },
  { 13, LEV_SCOPE_DOSSIER, LEV_OUTCOME_YES, 14, LEV_NEEDS_NOTHING },
  { 14, LEV_SCOPE_REVIEW, LEV_OUTCOME_YES, 15, LEV_NEEDS_NOTHING },
};

/* The words of the screens: the rail, the header and the phases. */
static const struct
{
  LevPhase    phase;
  const char *name;
  const char *title;
  const char *who;
} words[LEV_N_STEPS] = {
  { LEV_PHASE_PREPARE, "Ronde starten", "Reviewronde starten", "coördinerend CM" },
  { LEV_PHASE_PREPARE, "Leveranciers selecteren", "Leveranciers selecteren", "coördinerend CM" },
  { LEV_PHASE_PREPARE, "Risicoprofielen invullen", "Risicoprofielen invullen",
    "CM, met Diensteigenaar en SLM" },
  { LEV_PHASE_MEETING, "Overleg plannen", "Overleg met het MT plannen", "coördinerend CM" },
  { LEV_PHASE_MEETING, "Presenteren", "Profielen presenteren aan het MT", "MT" },
  { LEV_PHASE_MEETING, "Besluiten", "Besluiten", "MT" },
  { LEV_PHASE_FOLLOW_UP, "Bijwerken en uitzetten", "Profielen bijwerken en acties uitzetten",
    "CM" },
  { LEV_PHASE_FOLLOW_UP, "Status updates", "Status updates", "CM" },
  { LEV_PHASE_FOLLOW_UP, "Oordeel Diensteigenaar", "Oordeel van de Diensteigenaar",
    "Diensteigenaar" },
  { LEV_PHASE_FEEDBACK, "Resultaat aan MT", "Resultaat terugkoppelen aan het MT", "CM" },
  { LEV_PHASE_FEEDBACK, "Oordeel MT", "Oordeel van het MT", "MT" },
  { LEV_PHASE_FEEDBACK, "Betrokkenen informeren", "Betrokkenen informeren", "CM" },
  { LEV_PHASE_ARCHIVE, "Dossiers archiveren", "Dossiers archiveren", "CM" },
  { LEV_PHASE_ARCHIVE, "Ronde afsluiten", "Ronde afsluiten", "coördinerend CM" },
};

static const char *const phases[LEV_N_PHASES] = {
  "Voorbereiden", "MT-overleg", "Opvolgen", "Terugkoppelen", "Archiveren",
};

static int
find_allowed (guint      step,
              LevScope   scope,
              LevOutcome outcome)
{
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    if (allowed[i].step == step && allowed[i].scope == scope && allowed[i].outcome == outcome)
      return (int) i;

  return -1;
}

static void
check_move (guint      step,
            LevScope   scope,
            LevOutcome outcome)
{
  const LevMove *move = lev_step_find_move (step, scope, outcome);
  int row = find_allowed (step, scope, outcome);

  g_test_message ("step %u, scope %d, outcome %d: %s", step, scope, outcome,
                  row >= 0 ? "allowed" : "forbidden");
  g_assert_cmpint (move != NULL, ==, row >= 0);
  if (move == NULL)
    return;

  g_assert_cmpuint (move->next, ==, allowed[row].next);
  g_assert_cmpuint (move->needs, ==, allowed[row].needs);
  g_assert_cmpint (move->scope, ==, scope);
  g_assert_cmpint (move->outcome, ==, outcome);
}

/* Every combination, those outside of the process too. */
static void
test_moves (void)
{
  guint n_checked = 0;

  for (guint step = 0; step <= LEV_STEP_END; step++)
    for (guint scope = 0; scope <= LEV_N_SCOPES; scope++)
      for (guint outcome = 0; outcome <= LEV_OUTCOME_NO + 1; outcome++)
        {
          check_move (step, (LevScope) scope, (LevOutcome) outcome);
          n_checked++;
        }
  g_assert_cmpuint (n_checked, ==, 16 * 4 * 4);
}

/* A step has a guard exactly for what passes through it. */
static void
test_guards (void)
{
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    for (guint scope = 0; scope < LEV_N_SCOPES; scope++)
      g_assert_cmpint (lev_step_get (number)->guards[scope] != NULL, ==,
                       find_allowed (number, (LevScope) scope, LEV_OUTCOME_YES) >= 0);
}

/* Only a no leads back, always to 7; a no needs a reason. */
static void
test_directions (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (allowed); i++)
    {
      const LevMove *move = lev_step_find_move (allowed[i].step, allowed[i].scope,
                                                allowed[i].outcome);

      if (move->next <= allowed[i].step)
        {
          g_assert_cmpint (move->outcome, ==, LEV_OUTCOME_NO);
          g_assert_cmpuint (move->next, ==, 7);
        }
      if (move->outcome == LEV_OUTCOME_NO)
        g_assert_cmpuint (move->needs & LEV_NEEDS_REASON, !=, 0);
    }
}

static void
check_text (const char *text)
{
  const char *translated = gettext (text);

  g_assert_nonnull (text);
  g_assert_cmpstr (text, !=, "");
  g_assert_true (g_utf8_validate (translated, -1, NULL));
  g_assert_cmpstr (translated, !=, "");
  /* One typographic form. */
  g_assert_null (strstr (translated, "..."));
  g_assert_null (strchr (translated, '"'));
  g_assert_null (strchr (translated, '\''));
}

static void
test_texts (void)
{
  model_fixture_set_language ("nl");
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      const LevStep *step = lev_step_get (number);

      g_assert_cmpuint (step->number, ==, number);
      g_assert_cmpint (step->phase, ==, words[number - 1].phase);
      check_text (step->name);
      check_text (step->title);
      check_text (step->who);
      check_text (step->explanation);
      g_assert_cmpstr (gettext (step->name), ==, words[number - 1].name);
      g_assert_cmpstr (gettext (step->title), ==, words[number - 1].title);
      g_assert_cmpstr (gettext (step->who), ==, words[number - 1].who);
      g_assert_cmpstr (gettext (step->explanation), !=, step->explanation);
      g_assert_true (g_str_has_suffix (gettext (step->explanation), ".") ||
                     g_str_has_suffix (gettext (step->explanation), "?"));
    }
  for (guint phase = 0; phase < LEV_N_PHASES; phase++)
    g_assert_cmpstr (lev_phase_get_title ((LevPhase) phase), ==, phases[phase]);

  /* What the process description says about documents and the archive. */
  g_assert_cmpstr (gettext (lev_step_get (1)->document), ==, "Levman Jaarkalender");
  g_assert_cmpstr (gettext (lev_step_get (3)->document), ==,
                   "Template ‘Leverancier Risicoprofiel’");
  g_assert_cmpstr (gettext (lev_step_get (13)->document), ==, "Ingevuld Leverancier Risicoprofiel");
  g_assert_cmpstr (gettext (lev_step_get (13)->place), ==, "SharePoint Levman");
}

static void
test_scopes (void)
{
  ModelFixture fixture;

  model_fixture_init (&fixture, 1);
  model_fixture_reach (&fixture, 4);
  g_assert_cmpint (lev_scope_of (LEV_RECORD (fixture.review)), ==, LEV_SCOPE_REVIEW);
  g_assert_cmpint (lev_scope_of (LEV_RECORD (fixture.dossier)), ==, LEV_SCOPE_DOSSIER);
  g_assert_cmpint (lev_scope_of (LEV_RECORD (fixture.action)), ==, LEV_SCOPE_ACTION);
  g_assert_cmpint (lev_scope_of (LEV_RECORD (fixture.risk)), ==, LEV_N_SCOPES);
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/step/moves", test_moves);
  g_test_add_func ("/step/guards", test_guards);
  g_test_add_func ("/step/directions", test_directions);
  g_test_add_func ("/step/texts", test_texts);
  g_test_add_func ("/step/scopes", test_scopes);

  return g_test_run ();
}
