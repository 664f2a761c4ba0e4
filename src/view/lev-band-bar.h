#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A bar for a score of 0 to 100 of which a part may be unknown: the certain part is solid, the
 * rest up to what it may be at most is hatched. The figures stand beside it, in words. */

#define LEV_TYPE_BAND_BAR (lev_band_bar_get_type ())
G_DECLARE_FINAL_TYPE (LevBandBar, lev_band_bar, LEV, BAND_BAR, GtkWidget)

void lev_band_bar_set_band (LevBandBar *self,
                            int         lowest,
                            int         highest);

G_END_DECLS
