#include "lev-dialog.h"

/* The focus comes into the dialog for the first time; the property now names where. */
static void
focus_came_cb (AdwDialog  *dialog,
               GParamSpec *pspec,
               GtkWidget  *first)
{
  GtkWidget *focus = adw_dialog_get_focus (dialog);

  if (focus == NULL)
    return;

  g_signal_handlers_disconnect_by_func (dialog, focus_came_cb, first);
  if (focus != first && !gtk_widget_is_ancestor (focus, first))
    gtk_widget_grab_focus (first);
}

void
lev_dialog_present (AdwDialog *dialog,
                    GtkWidget *parent)
{
  GtkWidget *first = adw_dialog_get_focus (dialog);

  if (first != NULL)
    g_signal_connect_object (dialog, "notify::focus-widget", G_CALLBACK (focus_came_cb), first,
                             G_CONNECT_DEFAULT);
  adw_dialog_present (dialog, parent);
}

gboolean
lev_dialog_is_dismissed (const GError *error)
{
  return g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED) ||
         g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_CANCELLED);
}
