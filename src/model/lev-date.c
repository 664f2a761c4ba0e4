#include "lev-date.h"

#include <glib/gi18n.h>
#include <stdio.h>

#define SECONDS_PER_DAY (24 * 60 * 60)
#define MONTHS_PER_YEAR (12)

/* A script that tells a story in the past does so in a thread of its own. */
static _Thread_local gint64 fixed_now;

static const char *const month_names[] = {
  N_("January"), N_("February"), N_("March"),     N_("April"),   N_("May"),      N_("June"),
  N_("July"),    N_("August"),   N_("September"), N_("October"), N_("November"), N_("December"),
};

/* The clock by which the process runs, whatever that of the machine says. */
static GTimeZone *
zone (void)
{
  static gsize once;
  static GTimeZone *dutch;

  if (g_once_init_enter (&once))
    {
      dutch = g_time_zone_new_identifier ("Europe/Amsterdam");
      if (dutch == NULL)
        dutch = g_time_zone_new_local ();
      g_once_init_leave (&once, 1);
    }

  return dutch;
}

/* What the clock on the wall shows at @moment, in seconds as if it were UTC. */
static gint64
to_wall (gint64 moment)
{
  return moment +
         g_time_zone_get_offset (zone (), g_time_zone_find_interval (zone (), G_TIME_TYPE_UNIVERSAL,
                                                                     moment));
}

/* The moment at which the clock on the wall shows @wall: the first one when it does so twice, and
 * the end of the hour that is skipped when it never does. */
static gint64
from_wall (gint64 wall)
{
  gint64 adjusted = wall;
  int interval = g_time_zone_adjust_time (zone (), G_TIME_TYPE_DAYLIGHT, &adjusted);

  return adjusted - g_time_zone_get_offset (zone (), interval);
}

static LevDate
epoch (void)
{
  return lev_date_new (1970, 1, 1);
}

/* LEVMAN_NOW is read once: the environment does not change while the program runs. */
static gint64
now_from_environment (void)
{
  static gsize once;
  static gint64 moment;

  if (g_once_init_enter (&once))
    {
      const char *text = g_getenv ("LEVMAN_NOW");

      moment = text != NULL ? lev_moment_parse (text) : 0;
      g_once_init_leave (&once, 1);
    }

  return moment;
}

gint64
lev_clock_now (void)
{
  if (fixed_now != 0)
    return fixed_now;

  if (now_from_environment () != 0)
    return now_from_environment ();

  return g_get_real_time () / G_USEC_PER_SEC;
}

void
lev_clock_set (gint64 moment)
{
  fixed_now = moment;
}

LevDate
lev_clock_today (void)
{
  return lev_moment_get_date (lev_clock_now ());
}

LevDate
lev_date_new (guint year,
              guint month,
              guint day)
{
  GDate date;

  if (year < 1900 || year > 2199 || month > 12 || day > 31 || !g_date_valid_dmy (day, month, year))
    return 0;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day, month, year);

  return g_date_get_julian (&date);
}

LevDate
lev_date_parse (const char *text)
{
  guint a, b, c;
  int used = 0;

  g_return_val_if_fail (text != NULL, 0);

  /* sscanf() would also take spaces and signs. */
  if (text[strspn (text, "0123456789-/")] != '\0')
    return 0;

  if (sscanf (text, "%4u-%2u-%2u%n", &a, &b, &c, &used) == 3 && a > 31 && text[used] == '\0')
    return lev_date_new (a, b, c);

  if (sscanf (text, "%4u/%2u/%2u%n", &a, &b, &c, &used) == 3 && a > 31 && text[used] == '\0')
    return lev_date_new (a, b, c);

  if (sscanf (text, "%2u-%2u-%4u%n", &a, &b, &c, &used) == 3 && text[used] == '\0')
    return lev_date_new (c, b, a);

  if (sscanf (text, "%2u/%2u/%4u%n", &a, &b, &c, &used) == 3 && text[used] == '\0')
    return lev_date_new (c, b, a);

  return 0;
}

char *
lev_date_to_iso (LevDate date,
                 char   *buffer)
{
  GDate parts;

  if (!g_date_valid_julian (date))
    {
      buffer[0] = '\0';
      return buffer;
    }

  g_date_clear (&parts, 1);
  g_date_set_julian (&parts, date);
  g_snprintf (buffer, LEV_DATE_BUFFER, "%04u-%02u-%02u", (guint) g_date_get_year (&parts),
              (guint) g_date_get_month (&parts), (guint) g_date_get_day (&parts));

  return buffer;
}

char *
lev_date_format (LevDate date)
{
  char iso[LEV_DATE_BUFFER];

  if (lev_date_to_iso (date, iso)[0] == '\0')
    return g_strdup ("");

  return g_strdup_printf ("%.2s-%.2s-%.4s", iso + 8, iso + 5, iso);
}

char *
lev_date_format_long (LevDate date)
{
  GDate parts;

  if (!g_date_valid_julian (date))
    return g_strdup ("");

  g_date_clear (&parts, 1);
  g_date_set_julian (&parts, date);

  return g_strdup_printf ("%u %s %u", (guint) g_date_get_day (&parts),
                          _(month_names[g_date_get_month (&parts) - 1]),
                          (guint) g_date_get_year (&parts));
}

LevDate
lev_date_add_months (LevDate date,
                     int     months)
{
  GDate parts;
  gint64 month;
  guint year;
  guint day;

  if (!g_date_valid_julian (date))
    return 0;

  g_date_clear (&parts, 1);
  g_date_set_julian (&parts, date);
  month = (gint64) g_date_get_year (&parts) * MONTHS_PER_YEAR + g_date_get_month (&parts) - 1;
  month = MAX (month + months, 0);
  year = (guint) (month / MONTHS_PER_YEAR);
  if (year == 0 || year > 2199)
    return 0;

  month = month % MONTHS_PER_YEAR + 1;
  day = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);

  return lev_date_new (year, (guint) month, MIN (day, g_date_get_day (&parts)));
}

/* "23:59:59Z", "23:59:59" or "23:59" as seconds since midnight; -1 when it is no time. */
static int
parse_time (const char *text)
{
  gsize length = strspn (text, "0123456789:");
  guint hour, minute, second = 0;
  int used = 0;

  if (sscanf (text, "%2u:%2u%n", &hour, &minute, &used) != 2)
    return -1;
  if (text[used] == ':' && sscanf (text, "%*2u:%*2u:%2u%n", &second, &used) != 1)
    return -1;
  if ((gsize) used != length || !(text[used] == '\0' || g_str_equal (text + used, "Z")))
    return -1;
  if (hour > 23 || minute > 59 || second > 59)
    return -1;

  return (int) (hour * 3600 + minute * 60 + second);
}

static guint
get_month (LevDate date)
{
  char iso[LEV_DATE_BUFFER];

  return (guint) atoi (lev_date_to_iso (date, iso) + strlen ("2026-"));
}

LevDate
lev_date_to_working_day (LevDate date)
{
  guint past_monday;
  LevDate monday;

  if (date == 0)
    return 0;

  /* The first Julian day was a Monday. */
  past_monday = (date - 1) % 7;
  if (past_monday < 5)
    return date;

  monday = date + 7 - past_monday;

  return get_month (monday) == get_month (date) ? monday : date - (past_monday - 4);
}

gint64
lev_moment_parse (const char *text)
{
  char day[LEV_DATE_BUFFER];
  gint64 second_of_epoch;
  gsize length;
  LevDate date;
  int second = 0;

  g_return_val_if_fail (text != NULL, 0);

  length = strcspn (text, "T ");
  if (length >= sizeof day)
    return 0;

  g_strlcpy (day, text, length + 1);
  date = lev_date_parse (day);
  if (text[length] != '\0')
    second = parse_time (text + length + 1);
  if (date == 0 || second < 0)
    return 0;

  second_of_epoch = ((gint64) date - epoch ()) * SECONDS_PER_DAY + second;

  return g_str_has_suffix (text, "Z") ? second_of_epoch : from_wall (second_of_epoch);
}

/* Writes what a clock in UTC would show at @second. */
static char *
write_iso (gint64 second,
           char  *buffer)
{
  gint64 days = second / SECONDS_PER_DAY - (second % SECONDS_PER_DAY < 0 ? 1 : 0);
  int rest = (int) (second - days * SECONDS_PER_DAY);
  char date[LEV_DATE_BUFFER];

  days = CLAMP (days, -25567, 84005); /* 1900 to 2199 */
  lev_date_to_iso ((LevDate) (epoch () + days), date);
  g_snprintf (buffer, LEV_MOMENT_BUFFER, "%sT%02d:%02d:%02dZ", date, rest / 3600, rest / 60 % 60,
              rest % 60);

  return buffer;
}

char *
lev_moment_to_iso (gint64 moment,
                   char  *buffer)
{
  if (moment == 0)
    {
      buffer[0] = '\0';
      return buffer;
    }

  return write_iso (moment, buffer);
}

char *
lev_moment_format (gint64 moment)
{
  g_autofree char *date = NULL;
  g_autofree char *time = NULL;

  if (moment == 0)
    return g_strdup ("");

  date = lev_date_format (lev_moment_get_date (moment));
  time = lev_moment_format_time (moment);

  return g_strdup_printf ("%s %s", date, time);
}

char *
lev_moment_format_time (gint64 moment)
{
  char iso[LEV_MOMENT_BUFFER];

  if (moment == 0)
    return g_strdup ("");

  write_iso (to_wall (moment), iso);

  return g_strndup (iso + 11, 5);
}

LevDate
lev_moment_get_date (gint64 moment)
{
  char iso[LEV_MOMENT_BUFFER];

  write_iso (to_wall (moment), iso);
  iso[10] = '\0';

  return lev_date_parse (iso);
}
