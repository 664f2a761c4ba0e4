#include "lev-due-text.h"

#include <glib/gi18n.h>

#define DAYS_PER_WEEK (7)

static const char *
get_weekday (LevDate date)
{
  static const char *const names[] = {
    N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
    N_("Friday"), N_("Saturday"), N_("Sunday"),
  };

  /* Day 1 of the Julian days is a Monday. */
  return _(names[(date - 1) % DAYS_PER_WEEK]);
}

char *
lev_date_format_short (LevDate date)
{
  char *text = lev_date_format_long (date);
  char present[LEV_DATE_BUFFER];
  char *year = strrchr (text, ' ');

  lev_date_to_iso (lev_clock_today (), present);
  if (year != NULL && strncmp (year + 1, present, 4) == 0)
    *year = '\0';

  return text;
}

char *
lev_date_format_weekday (LevDate date)
{
  g_autofree char *text = lev_date_format_short (date);

  return date != 0 ? g_strdup_printf ("%s %s", get_weekday (date), text) : g_strdup ("");
}

char *
lev_due_describe (LevDate due,
                  LevDate today)
{
  if (due == 0)
    return g_strdup ("");
  if (due < today)
    return g_strdup_printf (ngettext ("%u day late", "%u days late", today - due), today - due);
  if (due == today)
    return g_strdup (_("today"));
  if (due == today + 1)
    return g_strdup (_("tomorrow"));

  return due < today + DAYS_PER_WEEK ? g_strdup (get_weekday (due)) : lev_date_format_short (due);
}

char *
lev_waiting_describe (LevDate since,
                      LevDate today)
{
  if (since == 0 || since >= today)
    return g_strdup ("");

  return g_strdup_printf (ngettext ("%u day", "%u days", today - since), today - since);
}

char *
lev_count_describe (guint count)
{
  static const char *const words[] = {
    N_("none"), N_("one"),   N_("two"),   N_("three"), N_("four"),   N_("five"),   N_("six"),
    N_("seven"), N_("eight"), N_("nine"), N_("ten"),   N_("eleven"), N_("twelve"),
  };

  return count < G_N_ELEMENTS (words) ? g_strdup (_(words[count])) : g_strdup_printf ("%u", count);
}

char *
lev_text_lower_first (const char *text)
{
  gunichar first = g_utf8_get_char (text);
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *lower = NULL;

  if (*rest == '\0' || !g_unichar_islower (g_utf8_get_char (rest)))
    return g_strdup (text);
  /* The Dutch ij is one letter. */
  if (g_str_has_prefix (text, "IJ"))
    return g_strdup (text);

  lower = g_utf8_strdown (text, g_unichar_to_utf8 (first, NULL));

  return g_strconcat (lower, rest, NULL);
}

char *
lev_text_raise_first (const char *text)
{
  const char *rest = *text != '\0' ? g_utf8_next_char (text) : text;
  g_autofree char *upper = g_utf8_strup (text, rest - text);

  return g_strconcat (upper, rest, NULL);
}
