#include "lev-fold.h"

static const struct
{
  const char *text;
  const char *folded;
} texts[] = {
  { NULL, "" },
  { "", "" },
  { "Waterland DATACENTERS", "waterland datacenters" },
  { "Café", "cafe" },
  { "Cafe\xcc\x81", "cafe" },
  { "Yıldız", "yildiz" },
  { "İstanbul", "istanbul" },
  { "Straße Øre Łódź Œuvre", "strasse ore lodz oeuvre" },
  { "Risico’s", "risico's" },
  { "ﬁnancieel", "financieel" },
  { "Ελλάδα", "ελλαδα" },
};

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *folded = lev_fold_text (texts[i].text);

      g_assert_cmpstr (folded, ==, texts[i].folded);
    }
}

static void
test_split (void)
{
  g_auto (GStrv) words = lev_fold_split ("  Éen\ttwee \n DRIE ");
  g_auto (GStrv) none = lev_fold_split (" ");

  g_assert_cmpuint (g_strv_length (words), ==, 3);
  g_assert_cmpstr (words[0], ==, "een");
  g_assert_cmpstr (words[2], ==, "drie");
  g_assert_null (none[0]);
}

/* What is searched for, with brackets where it is found. */
static const struct
{
  const char *text;
  const char *words;
  const char *marked;
} places[] = {
  { "Waterland", "water", "[Water]land" },
  { "Een café, twee cafés", "cafe", "Een [café], twee [café]s" },
  { "Straße", "s", "[S]tra[ß]e" },
  { "Straße", "as", "Str[aß]e" },
  { "abcabc", "ab bc", "[abcabc]" },
  { "niets", "iets meer", "n[iets]" },
  { "niets", "", "niets" },
  { "", "x", "" },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_auto (GStrv) words = lev_fold_split (places[i].words);
      g_autoptr (GArray) ranges = lev_fold_find (places[i].text, (const char *const *) words);
      g_autoptr (GString) marked = g_string_new (places[i].text);

      for (guint j = ranges->len; j > 0; j--)
        {
          const LevFoldRange *range = &g_array_index (ranges, LevFoldRange, j - 1);

          g_string_insert_c (marked, range->end, ']');
          g_string_insert_c (marked, range->start, '[');
        }
      g_assert_cmpstr (marked->str, ==, places[i].marked);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fold/text", test_text);
  g_test_add_func ("/fold/split", test_split);
  g_test_add_func ("/fold/find", test_find);

  return g_test_run ();
}
