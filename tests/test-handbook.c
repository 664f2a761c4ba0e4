/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model-fixture.h"

static char *
read_default (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("LEVMAN_SOURCEDIR"), "data", "handbook.ini",
                                            NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  return text;
}

/* What the template says there is. */
static void
test_default (void)
{
  static const guint counts[LEV_HANDBOOK_N_ITEMS] = {
    [LEV_HANDBOOK_FACTOR] = 7,     [LEV_HANDBOOK_THEME] = 2, [LEV_HANDBOOK_QUESTION] = 2,
    [LEV_HANDBOOK_CRITERION] = 21, [LEV_HANDBOOK_CLASS] = 4,
  };
  static const struct { const char *code; int weight; } factors[] = {
    { "A1", 25 }, { "A2", 20 }, { "A3", 15 }, { "A4", 15 }, { "A5", 10 }, { "A6", 10 }, { "A7", 5 },
  };
  static const struct { const char *code; int from; } classes[] = {
    { "low", 1 }, { "medium", 5 }, { "high", 10 }, { "critical", 15 },
  };
  g_autofree char *text = read_default ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LevHandbookContent) content = lev_handbook_content_parse (text, &error);
  int value = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < LEV_HANDBOOK_N_ITEMS; i++)
    g_assert_cmpuint (lev_handbook_content_get_n (content, (LevHandbookItems) i), ==, counts[i]);
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      const LevHandbookItem *factor = lev_handbook_content_get (content, LEV_HANDBOOK_FACTOR, i);

      g_assert_cmpstr (factor->code, ==, factors[i].code);
      g_assert_cmpint (factor->weight, ==, factors[i].weight);
      g_assert_cmpstr (factor->title, !=, "");
    }
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      const LevHandbookItem *class = lev_handbook_content_get (content, LEV_HANDBOOK_CLASS, i);

      g_assert_cmpstr (class->code, ==, classes[i].code);
      g_assert_cmpint (class->from, ==, classes[i].from);
    }

  g_assert_cmpstr (lev_handbook_content_get_title (content), ==, "Levman Handboek");
  g_assert_cmpint (lev_handbook_content_get_version (content), ==, 4);
  g_assert_true (lev_handbook_content_selects_by_count (content, &value));
  g_assert_cmpint (value, ==, 7);
  g_assert_cmpint (lev_handbook_content_get_rule (content, "impact-never-below-high"), ==, 5);
  g_assert_cmpint (lev_handbook_content_get_rule (content, "no-such-rule"), ==, 0);
}

/* C1 to C10 and I1 to I11, each with its theme and its core question. */
static void
test_criteria (void)
{
  g_autofree char *text = read_default ();
  g_autoptr (LevHandbookContent) content = lev_handbook_content_parse (text, NULL);

  for (guint i = 0; i < 21; i++)
    {
      gboolean is_continuity = i < 10;
      g_autofree char *code = g_strdup_printf ("%c%u", is_continuity ? 'C' : 'I',
                                               is_continuity ? i + 1 : i - 9);
      const LevHandbookItem *criterion = lev_handbook_content_find (content, LEV_HANDBOOK_CRITERION,
                                                                    code);

      g_assert_nonnull (criterion);
      g_assert_cmpstr (criterion->theme, ==, is_continuity ? "continuity" : "security");
      g_assert_cmpstr (criterion->title, !=, "");
      g_assert_cmpstr (criterion->question, !=, "");
    }
  g_assert_null (lev_handbook_content_find (content, LEV_HANDBOOK_CRITERION, "C11"));
  g_assert_null (lev_handbook_content_find (content, LEV_HANDBOOK_CRITERION, "A1"));
}

static void
test_scales (void)
{
  static const char *const scales[] = {
    "control", "likelihood", "impact-continuity", "impact-security",
  };
  g_autofree char *text = read_default ();
  g_autoptr (LevHandbookContent) content = lev_handbook_content_parse (text, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    for (int score = LEV_SCORE_UNKNOWN; score <= 6; score++)
      g_assert_cmpint (*lev_handbook_content_describe (content, scales[i], score) != '\0', ==,
                       LEV_SCORE_IS_KNOWN (score));
  g_assert_cmpstr (lev_handbook_content_describe (content, "control", 4), ==,
                   "onvoldoende, geen plan");
  g_assert_cmpstr (lev_handbook_content_describe (content, "nothing", 4), ==, "");
}

/* A sound handbook with one thing changed, and the two words that the error must have. */
static const struct
{
  const char *what;
  const char *from;
  const char *to;
  const char *group;
  const char *key;
} broken[] = {
  { "no title", "title=Interest\n", "", "factor A1", "title" },
  { "an empty title", "title=Health", "title=", "criterion C1", "title" },
  { "no weight", "weight=60\n", "", "factor A1", "weight" },
  { "a weight in words", "weight=60", "weight=sixty", "factor A1", "weight" },
  { "no weight at all", "weight=60", "weight=0", "factor A1", "weight" },
  { "a weight below 0", "weight=40", "weight=-40", "factor A2", "weight" },
  { "no theme", "[criterion C1]\ntheme=continuity\n", "[criterion C1]\n", "criterion C1", "theme" },
  { "a theme that is not there", "[criterion I1]\ntheme=security", "[criterion I1]\ntheme=safety",
    "criterion I1", "theme" },
  { "a question about nothing", "[question 2]\ntheme=security", "[question 2]\ntheme=x",
    "question 2", "theme" },
  { "no bound", "title=high\nfrom=10\n", "title=high\n", "class high", "from" },
  { "a bound in words", "from=10", "from=ten", "class high", "from" },
  { "bounds that fall", "from=10", "from=5", "class high", "from" },
  { "products in no class", "from=1\n", "from=2\n", "class low", "from" },
  { "a class too few", "[class medium]\ntitle=medium\nfrom=5\n", "", "class medium", "class" },
  { "no version", "version=1\n", "", "handbook", "version" },
  { "version 0", "version=1\n", "version=0\n", "handbook", "version" },
  { "no name", "title=Handbook\n", "", "handbook", "title" },
  { "a rule nobody knows", "selection-rule=count", "selection-rule=all", "handbook",
    "selection-rule" },
  { "no line", "selection-value=1\n", "", "handbook", "selection-value" },
  { "a rule without a number", "impact-never-below-high=5", "impact-never-below-high=five", "rule",
    "impact-never-below-high" },
};

static char *
replace (const char *text,
         const char *from,
         const char *to)
{
  g_auto (GStrv) parts = g_strsplit (text, from, 2);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);

  return g_strjoin (to, parts[0], parts[1], NULL);
}

static void
test_broken (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *text = replace (FIXTURE_HANDBOOK, broken[i].from, broken[i].to);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", broken[i].what);
      g_assert_null (lev_handbook_content_parse (text, &error));
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, broken[i].group));
      g_assert_nonnull (strstr (error->message, broken[i].key));
      model_fixture_take_error (&error, LEV_MODEL_ERROR_CONTENT);
    }
}

/* Nothing that is no handbook at all does harm. */
static void
test_garbage (void)
{
  static const char *const texts[] = {
    "", "\n", "hello", "[", "[handbook", "[handbook]\nversion=4\n", "\377\376", "key=value\n",
    "[scale control]\n1=good\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (lev_handbook_content_parse (texts[i], &error));
      model_fixture_take_error (&error, LEV_MODEL_ERROR_CONTENT);
    }
}

/* Cut off anywhere, the handbook is refused or sound, and never half. */
static void
test_cut (void)
{
  g_autofree char *text = read_default ();
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i += 37)
    {
      g_autofree char *cut = g_strndup (text, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (LevHandbookContent) content = lev_handbook_content_parse (cut, &error);

      if (content == NULL)
        model_fixture_take_error (&error, LEV_MODEL_ERROR_CONTENT);
      else
        g_assert_cmpuint (lev_handbook_content_get_n (content, LEV_HANDBOOK_CLASS), ==, 4);
    }
}

/* A record's content follows its text. */
static void
test_record (void)
{
  g_autofree char *changed = replace (FIXTURE_HANDBOOK, "[factor A2]",
                                      "[factor A9]\ntitle=New\nweight=1\n[factor A2]");
  ModelFixture fixture;

  model_fixture_init (&fixture, 0);
  g_assert_cmpuint (lev_handbook_content_get_n (lev_handbook_get_content (fixture.handbook),
                                                LEV_HANDBOOK_FACTOR),
                    ==, 2);
  g_assert_true (lev_handbook_get_content (fixture.handbook) ==
                 lev_handbook_get_content (fixture.handbook));

  g_object_set (fixture.handbook, "content", changed, NULL);
  g_assert_cmpuint (lev_handbook_content_get_n (lev_handbook_get_content (fixture.handbook),
                                                LEV_HANDBOOK_FACTOR),
                    ==, 3);
  g_object_set (fixture.handbook, "content", "nonsense", NULL);
  g_assert_cmpuint (lev_handbook_content_get_n (lev_handbook_get_content (fixture.handbook),
                                                LEV_HANDBOOK_FACTOR),
                    ==, 0);
  g_object_set (fixture.handbook, "content", FIXTURE_HANDBOOK, NULL);
  g_assert_cmpuint (lev_handbook_content_get_n (lev_handbook_get_content (fixture.handbook),
                                                LEV_HANDBOOK_FACTOR),
                    ==, 2);
  g_assert_cmpuint (lev_handbook_content_get_n (lev_handbook_get_content (NULL),
                                                LEV_HANDBOOK_FACTOR),
                    ==, 0);
  model_fixture_clear (&fixture);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  model_fixture_set_language ("nl");
  g_test_add_func ("/handbook/default", test_default);
  g_test_add_func ("/handbook/criteria", test_criteria);
  g_test_add_func ("/handbook/scales", test_scales);
  g_test_add_func ("/handbook/broken", test_broken);
  g_test_add_func ("/handbook/garbage", test_garbage);
  g_test_add_func ("/handbook/cut", test_cut);
  g_test_add_func ("/handbook/record", test_record);

  return g_test_run ();
}
