#include "lev-selection-text.h"

#include <glib/gi18n.h>

/* More unknown factors than this are counted, not named. */
#define MOST_NAMED (3)

char *
lev_selection_describe_band (LevCriticality criticality)
{
  if (criticality.lowest == criticality.highest)
    return g_strdup_printf ("%d", criticality.highest);

  return g_strdup_printf ("%d–%d", criticality.lowest, criticality.highest);
}

/* "A4", "A4 and A7", "A2, A4 and A7". */
static char *
join_codes (GPtrArray *codes)
{
  GString *text = g_string_new (g_ptr_array_index (codes, 0));

  for (guint i = 1; i < codes->len; i++)
    {
      /* Translators: between the last two of an enumeration; keep the spaces. */
      g_string_append (text, i + 1 < codes->len ? ", " : _(" and "));
      g_string_append (text, g_ptr_array_index (codes, i));
    }

  return g_string_free_and_steal (text);
}

char *
lev_selection_describe_unknown (LevSelectionItem *item)
{
  LevHandbookContent *content = lev_handbook_get_content (item->review->handbook);
  LevCriticality band = item->ranked.criticality;
  guint n_factors = lev_handbook_content_get_n (content, LEV_HANDBOOK_FACTOR);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *names = NULL;

  for (guint i = 0; i < n_factors; i++)
    {
      char *code = lev_handbook_content_get (content, LEV_HANDBOOK_FACTOR, i)->code;
      int score = lev_supplier_get_factor (item->ranked.supplier, code);

      if (score == LEV_SCORE_OPEN || score == LEV_SCORE_UNKNOWN)
        g_ptr_array_add (codes, code);
    }

  if (codes->len == 0 || band.lowest == band.highest)
    return NULL;
  if (codes->len == n_factors)
    return g_strdup (_("Not scored yet: the rank follows the highest score there can be"));
  if (codes->len > MOST_NAMED)
    names = g_strdup_printf (ngettext ("%u factor", "%u factors", codes->len), codes->len);
  else
    names = join_codes (codes);

  /* Translators: %s is "A4", "A4 and A7" or "5 factors". */
  return g_strdup_printf (ngettext ("%s is unknown: the score lies between %d and %d, the rank "
                                    "follows the upper end",
                                    "%s are unknown: the score lies between %d and %d, the rank "
                                    "follows the upper end",
                                    codes->len),
                          names, band.lowest, band.highest);
}

char *
lev_selection_describe_rule (int rule,
                             int value)
{
  if (rule == LEV_SELECTION_RULE_THRESHOLD)
    return g_strdup_printf (_("from score %d"), value);

  return g_strdup_printf (ngettext ("the %d highest", "the %d highest", value), value);
}
