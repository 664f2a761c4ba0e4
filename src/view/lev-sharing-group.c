#include "lev-sharing-group.h"

#include "lev-application.h"

#include <glib/gi18n.h>

struct _LevSharingGroup
{
  AdwPreferencesGroup parent;

  AdwActionRow *state_row;
  GtkWidget    *spinner;
  GtkWidget    *error_icon;
  GtkWidget    *share_row;
  GtkWidget    *exchange_row;
  GtkWidget    *stop_row;
  GtkWidget    *conflicts_row;
};

G_DEFINE_FINAL_TYPE (LevSharingGroup, lev_sharing_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update (LevSharingGroup *self)
{
  LevSharing *sharing = lev_application_get_sharing (lev_application_get_default ());
  LevSharingState state = lev_sharing_get_state (sharing);
  gboolean is_shared = state != LEV_SHARING_OFF;
  guint n_conflicts = lev_sharing_get_n_conflicts (sharing);
  g_autofree char *text = lev_sharing_describe (sharing);

  adw_action_row_set_subtitle (self->state_row, text);
  gtk_widget_set_visible (self->spinner, state == LEV_SHARING_RUNNING);
  gtk_widget_set_visible (self->error_icon, state == LEV_SHARING_FAILED);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->share_row),
                                 is_shared ? _("Choose _another team folder…")
                                           : _("_Choose a team folder…"));
  gtk_widget_set_visible (self->exchange_row, is_shared);
  gtk_widget_set_visible (self->stop_row, is_shared);
  gtk_widget_set_visible (self->conflicts_row, n_conflicts > 0);
}

static void
lev_sharing_group_class_init (LevSharingGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/sharing-group.ui");
  gtk_widget_class_bind_template_child (widget_class, LevSharingGroup, state_row);
  gtk_widget_class_bind_template_child (widget_class, LevSharingGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, LevSharingGroup, error_icon);
  gtk_widget_class_bind_template_child (widget_class, LevSharingGroup, share_row);
  gtk_widget_class_bind_template_child (widget_class, LevSharingGroup, exchange_row);
  gtk_widget_class_bind_template_child (widget_class, LevSharingGroup, stop_row);
  gtk_widget_class_bind_template_child (widget_class, LevSharingGroup, conflicts_row);
}

static void
lev_sharing_group_init (LevSharingGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (lev_application_get_sharing (lev_application_get_default ()), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
