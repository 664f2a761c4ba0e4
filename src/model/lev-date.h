#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar date as a Julian day number (GDate's), 0 when it is not known. */
typedef guint32 LevDate;

#define LEV_DATE_BUFFER   (11) /* bytes for "2026-12-31" and its end */
#define LEV_MOMENT_BUFFER (21) /* bytes for "2026-12-31T23:59:59Z" and its end */

/* What lev_clock_now() reads: seconds since 1970 in UTC. */
typedef gint64 (*LevClockFunc) (gpointer user_data);

/**
 * lev_clock_now:
 *
 * The present moment, in seconds since 1970 (UTC). The environment variable LEVMAN_NOW
 * (`2026-11-23T09:00:00Z`) fixes it, lev_clock_set() replaces it.
 */
gint64  lev_clock_now           (void);

/**
 * lev_clock_set:
 * @moment: seconds since 1970 in UTC from now on, or 0 to follow the environment again
 *
 * Fixes the clock of this thread, for a script that tells a story in the past and for tests.
 */
void    lev_clock_set           (gint64 moment);

/* Today's calendar date in the Netherlands. */
LevDate lev_clock_today         (void);

/* The date @year-@month-@day; 0 when there is no such date. */
LevDate lev_date_new            (guint year,
                                 guint month,
                                 guint day);

/**
 * lev_date_parse:
 * @text: `2026-12-31`, `2026/12/31` (as Gnumeric writes it), `31-12-2026` or `31/12/2026`, with one
 *   or two digits for day and month
 *
 * Returns: the date, or 0 when @text is not a date between 1900 and 2199
 */
LevDate lev_date_parse          (const char *text);

/* Writes @date as `2026-12-31` into @buffer of LEV_DATE_BUFFER bytes and returns it. */
char   *lev_date_to_iso         (LevDate date,
                                 char   *buffer);

/* Newly allocated `31-12-2026`; the empty string for 0. */
char   *lev_date_format         (LevDate date);

/* Newly allocated Dutch long form, `31 december 2026`; the empty string for 0. */
char   *lev_date_format_long    (LevDate date);

/* The date @months calendar months after @date; the last day of a shorter month; 0 when it lies
 * outside of 1900 to 2199. */
LevDate lev_date_add_months     (LevDate date,
                                 int     months);

/* @date when it is no Saturday or Sunday; otherwise the Monday after it, or the Friday before it when
 * that Monday is in another month (so never in another year). 0 for 0. */
LevDate lev_date_to_working_day (LevDate date);

/**
 * lev_moment_parse:
 * @text: `2026-12-31T23:59:59Z`, in UTC, or without the Z as the clock in the Netherlands shows it;
 *   seconds may be left out, a date alone is its midnight, and the date may be written in the other
 *   ways of lev_date_parse()
 *
 * Returns: seconds since 1970 in UTC, or 0 when @text is not a moment
 */
gint64  lev_moment_parse        (const char *text);

/* Writes @moment as `2026-12-31T23:59:59Z` into @buffer of LEV_MOMENT_BUFFER bytes, returns it. */
char   *lev_moment_to_iso       (gint64 moment,
                                 char  *buffer);

/* What people read is what the clock in the Netherlands shows, wherever the machine is: newly
 * allocated `31-12-2026 23:59`, and of that the time `23:59`; the empty string for 0. */
char   *lev_moment_format       (gint64 moment);
char   *lev_moment_format_time  (gint64 moment);

/* The calendar date of @moment in the Netherlands. */
LevDate lev_moment_get_date     (gint64 moment);

G_END_DECLS
