#pragma once

#include "lev-date.h"

G_BEGIN_DECLS

/* Dates and counts as people say them. */

/* Newly allocated: "15 december"; with the year when it is not this one; empty for 0. */
char *lev_date_format_short   (LevDate date);

/* Newly allocated: "maandag 23 november", with the year when it is not this one. */
char *lev_date_format_weekday (LevDate date);

/* Newly allocated: "3 dagen te laat", "vandaag", "morgen", "woensdag" within a week, or the date as
 * in lev_date_format_short(); empty for 0. */
char *lev_due_describe        (LevDate due,
                               LevDate today);

/* Newly allocated: "11 dagen", from @since until @today; empty for 0 and for today. */
char *lev_waiting_describe    (LevDate since,
                               LevDate today);

/* Newly allocated: @count as a word up to twelve, in figures above. */
char *lev_count_describe      (guint count);

/* Newly allocated: @text with its first letter in lower case, for use within a sentence; as it is
 * when it begins with an abbreviation. */
char *lev_text_lower_first    (const char *text);

/* Newly allocated: @text with its first letter in upper case. */
char *lev_text_raise_first    (const char *text);

G_END_DECLS
