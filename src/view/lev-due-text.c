#include "lev-due-text.h"

#include <glib/gi18n.h>

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
lev_due_describe (LevDate due,
                  LevDate today)
{
  if (due == 0)
    return g_strdup ("");
  if (due < today)
    return g_strdup_printf (ngettext ("%u day late", "%u days late", today - due), today - due);
  if (due == today)
    return g_strdup (_("today"));

  return lev_date_format_short (due);
}
