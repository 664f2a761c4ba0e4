#include "lev-panes.h"

/* Adds the panes below @widget to @panes, in the order of the tree; @widget itself when it is one
 * and holds none. */
static void
collect (GtkWidget *widget,
         GPtrArray *panes)
{
  guint n_before = panes->len;

  if (!gtk_widget_get_mapped (widget))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, panes);

  if (panes->len == n_before && gtk_widget_has_css_class (widget, "pane"))
    g_ptr_array_add (panes, widget);
}

/* The pane that holds the focus; -1 for none. */
static int
find_focused (GtkWidget *root,
              GPtrArray *panes)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (root));

  for (guint i = 0; focus != NULL && i < panes->len; i++)
    if (focus == g_ptr_array_index (panes, i) ||
        gtk_widget_is_ancestor (focus, g_ptr_array_index (panes, i)))
      return (int) i;

  return -1;
}

gboolean
lev_panes_move (GtkWidget       *root,
                GtkDirectionType direction)
{
  g_autoptr (GPtrArray) panes = g_ptr_array_new ();
  int n_panes, at;

  g_return_val_if_fail (GTK_IS_WIDGET (root), FALSE);

  collect (root, panes);
  n_panes = (int) panes->len;
  at = find_focused (root, panes);
  if (at < 0 && direction == GTK_DIR_TAB_BACKWARD)
    at = 0;

  for (int i = 0; i < n_panes; i++)
    {
      at = (at + (direction == GTK_DIR_TAB_BACKWARD ? n_panes - 1 : 1)) % n_panes;
      if (gtk_widget_child_focus (g_ptr_array_index (panes, at), GTK_DIR_TAB_FORWARD))
        return TRUE;
    }

  return FALSE;
}

static gboolean
let_go_cb (gpointer view)
{
  g_object_unref (view);

  return G_SOURCE_REMOVE;
}

void
lev_panes_show_content (AdwNavigationSplitView *view,
                        gboolean                show_content)
{
  g_return_if_fail (ADW_IS_NAVIGATION_SPLIT_VIEW (view));

  if (adw_navigation_split_view_get_show_content (view) == show_content)
    return;

  adw_navigation_split_view_set_show_content (view, show_content);
  /* Behind that of the view, at the same priority. */
  g_idle_add (let_go_cb, g_object_ref (view));
}
