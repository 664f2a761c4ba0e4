#pragma once

#include "lev-date.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A button that shows a date and asks for one: with a calendar, or typed. Property `date` (a
 * LevDate as guint, 0 for none) tells when the user chose or cleared it; property `title` is what
 * the date means, for who does not see the label beside it. Fits in a row as a suffix. */

#define LEV_TYPE_DATE_BUTTON (lev_date_button_get_type ())
G_DECLARE_FINAL_TYPE (LevDateButton, lev_date_button, LEV, DATE_BUTTON, GtkWidget)

/* A button without a date; @title as the property. */
GtkWidget *lev_date_button_new      (const char *title);

LevDate    lev_date_button_get_date (LevDateButton *self);
void       lev_date_button_set_date (LevDateButton *self,
                                     LevDate        date);

G_END_DECLS
