#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The screens that a presentation can be on. */

/**
 * lev_monitors_find_other:
 * @monitors: (element-type GdkMonitor): those of the display
 * @own: (nullable): the one on which the window of the presenter is
 *
 * Returns: (transfer full) (nullable): the first one that @own is not, which is the one that the
 *   room looks at; %NULL when there is none, or when @own is not known
 */
GdkMonitor *lev_monitors_find_other (GListModel *monitors,
                                     GdkMonitor *own);

/**
 * lev_monitors_fill_menu:
 * @menu: the section of a menu
 * @monitors: (element-type GdkMonitor): those of the display
 * @action: an action with the place of a monitor in @monitors as its parameter, an int32
 *
 * Makes an item for each monitor, by its name, and one for the window, -1; none at all when there
 * is nothing to choose.
 */
void        lev_monitors_fill_menu  (GMenu      *menu,
                                     GListModel *monitors,
                                     const char *action);

G_END_DECLS
