#include "lev-monitors.h"

#include <glib/gi18n.h>

GdkMonitor *
lev_monitors_find_other (GListModel *monitors,
                         GdkMonitor *own)
{
  g_return_val_if_fail (G_IS_LIST_MODEL (monitors), NULL);

  for (guint i = 0; own != NULL && i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own)
        return g_steal_pointer (&monitor);
    }

  return NULL;
}

/* What the maker calls it, or else the socket that it is in. */
static char *
dup_label (GdkMonitor *monitor,
           guint       position)
{
  const char *name = gdk_monitor_get_description (monitor);

  if (name == NULL)
    name = gdk_monitor_get_connector (monitor);

  /* Translators: the first %u is the number of a screen, %s its name */
  return name != NULL ? g_strdup_printf (_("Full screen on %u: %s"), position + 1, name)
                      : g_strdup_printf (_("Full screen on screen %u"), position + 1);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        int         position)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "i", position);
  g_menu_append_item (menu, item);
}

void
lev_monitors_fill_menu (GMenu      *menu,
                        GListModel *monitors,
                        const char *action)
{
  guint n_monitors = g_list_model_get_n_items (monitors);

  g_return_if_fail (G_IS_MENU (menu));

  g_menu_remove_all (menu);
  for (guint i = 0; n_monitors > 1 && i < n_monitors; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      g_autofree char *label = dup_label (monitor, i);

      append (menu, label, action, (int) i);
    }
  if (n_monitors > 1)
    append (menu, _("In a window"), action, -1);
}
