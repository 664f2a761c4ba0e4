#include "lev-profile-panel.h"

#include "lev-process.h"
#include "lev-profile-document.h"

#include <glib/gi18n.h>

struct _LevProfilePanel
{
  LevActionPanel parent;

  GtkEditable *note_row;
};

G_DEFINE_FINAL_TYPE (LevProfilePanel, lev_profile_panel, LEV_TYPE_ACTION_PANEL)

static void
confirm_cb (LevProfilePanel *self)
{
  LevDossier *dossier = lev_action_panel_get_dossier (LEV_ACTION_PANEL (self));
  g_autofree char *content = lev_profile_to_json (dossier);
  g_autoptr (GError) error = NULL;

  lev_application_begin (lev_application_get_default (), _("Confirm the updated profile"));
  lev_process_confirm_profile (dossier, content, gtk_editable_get_text (self->note_row), &error);
  lev_action_panel_finish (LEV_ACTION_PANEL (self), _("Profile confirmed"), error);
}

static void
lev_profile_panel_class_init (LevProfilePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/profile-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LevProfilePanel, note_row);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
}

static void
lev_profile_panel_init (LevProfilePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
