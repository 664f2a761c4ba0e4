#pragma once

#include <adwaita.h>

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
gboolean lev_panes_move         (GtkWidget       *root,
                                 GtkDirectionType direction);

/* Shows the content of @view, or its sidebar, where there is room for one of them. The view lives
 * until what adw_navigation_split_view_set_show_content() does later is done: libadwaita 1.7.6 would
 * write into one that is gone. */
void     lev_panes_show_content (AdwNavigationSplitView *view,
                                 gboolean                show_content);

G_END_DECLS
