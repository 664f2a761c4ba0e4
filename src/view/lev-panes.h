#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * lev_panes_move:
 * @root: where to look
 * @direction: %GTK_DIR_TAB_FORWARD or %GTK_DIR_TAB_BACKWARD
 *
 * Gives the focus to the next pane below @root that can be seen, around to the first. A pane is a
 * widget with the style class `pane`; where panes hold panes, the inner ones count.
 *
 * Returns: %FALSE when there is none
 */
gboolean lev_panes_move (GtkWidget       *root,
                         GtkDirectionType direction);

G_END_DECLS
