#include "lev-toast.h"

#include <glib/gi18n.h>

/* libadwaita calls the button “Dismiss”, which its Dutch catalogue does not have. The button is
 * told from the one for the action by its style class. */
static void
name_buttons (GtkWidget *widget,
              gboolean   in_toast)
{
  in_toast = in_toast || g_str_equal (G_OBJECT_TYPE_NAME (widget), "AdwToastWidget");
  if (in_toast && GTK_IS_BUTTON (widget) && gtk_widget_has_css_class (widget, "circular"))
    gtk_widget_set_tooltip_text (widget, _("Close this message"));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    name_buttons (child, in_toast);
}

void
lev_toast_name_button (GtkWidget *within)
{
  g_return_if_fail (GTK_IS_WIDGET (within));

  name_buttons (within, FALSE);
}
