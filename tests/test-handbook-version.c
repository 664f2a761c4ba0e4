/* A new version of the handbook: what is refused and why, and what stays of the old one. */

#include "lev-handbook-version.h"
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

static void
test_refused (void)
{
  static const struct { const char *from, *to, *says; } rows[] = {
    { "# Levman", "Levman", "line 1" },
    { "selection-rule=count", "selection-rule", "line 8" },
    { "weight=25", "weight=20", "95" },
    { "weight=25", "weight=veel", "factor A1" },
    { "title=laag\n", "", "class low" },
    { "from=5", "from=1", "class medium" },
    { "selection-rule=count", "selection-rule=all", "selection-rule" },
    { "theme=security", "theme=privacy", "privacy" },
    { "[class critical]", "[klasse critical]", "class critical" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *text = read_default ();
      g_autoptr (GString) changed = g_string_new (text);
      g_autoptr (GError) error = NULL;

      g_assert_cmpuint (g_string_replace (changed, rows[i].from, rows[i].to, 1), ==, 1);
      g_assert_false (lev_handbook_check (changed->str, &error));
      g_assert_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT);
      if (strstr (error->message, rows[i].says) == NULL)
        g_error ("row %u: “%s” does not say “%s”", i, error->message, rows[i].says);
    }
}

static void
test_not_text (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (lev_handbook_check ("[handbook]\ntitle=\xff\n", &error));
  g_assert_error (error, LEV_MODEL_ERROR, LEV_MODEL_ERROR_CONTENT);
}

/* The next round begins with the new version; the one before it stays as it was. */
static void
test_added (void)
{
  g_autoptr (LevRegister) records = lev_register_new ();
  g_autofree char *text = read_default ();
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (GError) error = NULL;
  LevHandbook *first, *second;

  g_string_replace (changed, "weight=25", "weight=30", 1);
  g_string_replace (changed, "weight=20", "weight=15", 1);

  lev_register_begin (records, "");
  first = lev_handbook_add_version (records, text, &error);
  g_assert_no_error (error);
  second = lev_handbook_add_version (records, changed->str, &error);
  g_assert_no_error (error);
  lev_register_end (records);

  g_assert_cmpint (first->version, ==, 1);
  g_assert_cmpint (second->version, ==, 2);
  g_assert_cmpint (lev_handbook_content_get_version (lev_handbook_get_content (second)), ==, 2);
  g_assert_true (lev_process_get_handbook (records) == second);
  g_assert_cmpint (
    lev_handbook_content_find (lev_handbook_get_content (first), LEV_HANDBOOK_FACTOR, "A1")->weight,
    ==, 25);
  g_assert_cmpint (lev_handbook_content_find (lev_handbook_get_content (second),
                                              LEV_HANDBOOK_FACTOR, "A1")
                     ->weight,
                   ==, 30);

  /* What people wrote between the lines stays. */
  g_assert_nonnull (strstr (second->content, "# Criticality of the supplier"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/handbook-version/refused", test_refused);
  g_test_add_func ("/handbook-version/not-text", test_not_text);
  g_test_add_func ("/handbook-version/added", test_added);

  return g_test_run ();
}
