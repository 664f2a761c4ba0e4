#pragma once

#include "lev-review.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The presentation for the meeting with the MT (steps 5 and 6): the slides of a round in a window
 * of their own, on the other screen when there is one; its menu has all screens. Arrow keys, Page Up and Page Down, Home and
 * End move; P records that a supplier is presented; on the slide of an action J and N choose and
 * Ctrl+Enter records the decision; F11 fills the screen and Escape ends. */

#define LEV_TYPE_PRESENTATION (lev_presentation_get_type ())
G_DECLARE_FINAL_TYPE (LevPresentation, lev_presentation, LEV, PRESENTATION, AdwApplicationWindow)

/**
 * lev_presentation_start:
 * @parent: the window from which it is started
 * @record: (nullable): the dossier or action to begin at
 *
 * Shows the slides of @review; a presentation that is open already is shown again.
 */
LevPresentation *lev_presentation_start        (GtkWindow *parent,
                                                LevReview *review,
                                                gpointer   record);

/* (nullable): the screen that it was put on, at the start or by its menu; %NULL for the window. */
GdkMonitor      *lev_presentation_get_monitor  (LevPresentation *self);

/* The number of the slide that is shown, from 0. */
guint            lev_presentation_get_position (LevPresentation *self);

void             lev_presentation_add_toast    (LevPresentation *self,
                                                AdwToast        *toast);

G_END_DECLS
