#include "lev-fold.h"

#include <string.h>

/* Letters that Unicode does not take apart into a letter and an accent. */
static const struct
{
  gunichar    letter;
  const char *folded;
} letters[] = {
  { 0x00df, "ss" }, /* ß */
  { 0x00e6, "ae" }, /* æ */
  { 0x00f0, "d" },  /* ð */
  { 0x00f8, "o" },  /* ø */
  { 0x0111, "d" },  /* đ */
  { 0x0131, "i" },  /* ı */
  { 0x0142, "l" },  /* ł */
  { 0x0153, "oe" }, /* œ */
  { 0x2018, "'" },  /* ‘ */
  { 0x2019, "'" },  /* ’ */
  { 0x2013, "-" },  /* – */
};

static void
append_character (GString *target,
                  gunichar character)
{
  gunichar lower = g_unichar_tolower (character);

  if (g_unichar_ismark (character))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    if (letters[i].letter == lower)
      {
        g_string_append (target, letters[i].folded);
        return;
      }

  g_string_append_unichar (target, lower);
}

void
lev_fold_append (GString    *target,
                 const char *text)
{
  const char *at = text;
  g_autofree char *rest = NULL;

  if (text == NULL)
    return;

  for (; *at != '\0' && (guchar) *at < 0x80; at++)
    g_string_append_c (target, g_ascii_tolower (*at));
  if (*at == '\0')
    return;

  rest = g_utf8_normalize (at, -1, G_NORMALIZE_ALL);
  for (const char *next = rest; next != NULL && *next != '\0'; next = g_utf8_next_char (next))
    append_character (target, g_utf8_get_char (next));
}

char *
lev_fold_text (const char *text)
{
  GString *target = g_string_new (NULL);

  lev_fold_append (target, text);

  return g_string_free_and_steal (target);
}

char **
lev_fold_split (const char *text)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autofree char *folded = lev_fold_text (text);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (builder, parts[i]);

  return g_strv_builder_end (builder);
}

/* The folded text, and for each byte of it where its character starts in @text; one more for the
 * end. */
static GString *
fold_with_places (const char *text,
                  GArray     *places)
{
  GString *folded = g_string_new (NULL);
  guint end = (guint) strlen (text);

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      char character[7] = "";
      guint place = (guint) (at - text);

      g_unichar_to_utf8 (g_utf8_get_char (at), character);
      lev_fold_append (folded, character);
      while (places->len < folded->len)
        g_array_append_val (places, place);
    }
  g_array_append_val (places, end);

  return folded;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  const LevFoldRange *one = a;
  const LevFoldRange *other = b;

  return one->start < other->start ? -1 : one->start > other->start;
}

static void
merge_ranges (GArray *ranges)
{
  guint n = 0;

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      const LevFoldRange *range = &g_array_index (ranges, LevFoldRange, i);
      LevFoldRange *last = n > 0 ? &g_array_index (ranges, LevFoldRange, n - 1) : NULL;

      if (last != NULL && range->start <= last->end)
        last->end = MAX (last->end, range->end);
      else
        g_array_index (ranges, LevFoldRange, n++) = *range;
    }
  g_array_set_size (ranges, n);
}

GArray *
lev_fold_find (const char        *text,
               const char *const *words)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (LevFoldRange));
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (guint));
  GString *folded = fold_with_places (text, places);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      for (const char *at = strstr (folded->str, words[i]); at != NULL;
           at = strstr (at + length, words[i]))
        {
          gsize start = (gsize) (at - folded->str);
          guint end = (guint) (start + length);
          LevFoldRange range = { .start = g_array_index (places, guint, start) };

          /* Up to the end of the last character, also when only a part of what it folds to. */
          while (end < places->len - 1 &&
                 g_array_index (places, guint, end) == g_array_index (places, guint, end - 1))
            end++;
          range.end = g_array_index (places, guint, end);
          g_array_append_val (ranges, range);
        }
    }
  g_string_free (folded, TRUE);
  merge_ranges (ranges);

  return ranges;
}
