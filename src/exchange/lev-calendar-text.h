/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "lev-date.h"

#include <libical/ical.h>

G_BEGIN_DECLS

/* What every iCalendar text of the application has in common (RFC 5545). */

/* A calendar with @method, ICAL_METHOD_NONE for one that is only read in; with @zoned also the time zone Europe/Amsterdam, as libical's own
 * component: free with icalcomponent_free(). */
icalcomponent *lev_calendar_text_new       (icalproperty_method method,
                                            gboolean            zoned);

/* Adds when the text was made. */
void           lev_calendar_text_add_stamp (icalcomponent *event);

/* Adds start and end of an event of @minutes, on the Dutch clock; in UTC what that shows twice. */
void           lev_calendar_text_add_start (icalcomponent *event,
                                            gint64         moment,
                                            int            minutes);

/* Adds an event's day, as a whole day. */
void           lev_calendar_text_add_day   (icalcomponent *event,
                                            LevDate        date);

/* Adds a text property of @kind; nothing for %NULL or an empty text. */
void           lev_calendar_text_add       (icalcomponent    *event,
                                            icalproperty_kind kind,
                                            const char       *text);

/* Newly allocated: the text of @calendar, lines ended by CR LF and folded at 75 bytes. */
char          *lev_calendar_text_print     (icalcomponent *calendar);

G_END_DECLS
