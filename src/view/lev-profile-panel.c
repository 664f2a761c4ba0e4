#include "lev-profile-panel.h"

#include "lev-difference-list.h"
#include "lev-process.h"
#include "lev-profile-document.h"

#include <glib/gi18n.h>

struct _LevProfilePanel
{
  LevActionPanel parent;

  GtkEditable       *note_row;
  GtkLabel          *changes_label;
  LevDifferenceList *differences;
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

/* What became of the profile since the MT saw it. */
static void
lev_profile_panel_refresh (LevActionPanel *panel)
{
  LevProfilePanel *self = LEV_PROFILE_PANEL (panel);
  LevDossier *dossier = lev_action_panel_get_dossier (panel);
  LevProfileVersion *version = lev_dossier_get_version (dossier, LEV_VERSION_REASON_MEETING);
  guint n_changes = version != NULL ? lev_difference_list_show (self->differences, version) : 0;
  g_autofree char *text = NULL;

  if (n_changes == 0)
    text = g_strdup (_("The profile is still as the MT saw it. Confirm it as it is when the "
                       "decisions change nothing."));
  else
    text = g_strdup_printf (ngettext ("%u field differs from version %d, which the MT saw:",
                                      "%u fields differ from version %d, which the MT saw:",
                                      n_changes),
                            n_changes, version->number);
  gtk_label_set_label (self->changes_label, text);
  gtk_widget_set_visible (GTK_WIDGET (self->differences), n_changes > 0);
}

static void
lev_profile_panel_class_init (LevProfilePanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_ACTION_PANEL_CLASS (klass)->refresh = lev_profile_panel_refresh;

  g_type_ensure (LEV_TYPE_DIFFERENCE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/profile-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, LevProfilePanel, note_row);
  gtk_widget_class_bind_template_child (widget_class, LevProfilePanel, changes_label);
  gtk_widget_class_bind_template_child (widget_class, LevProfilePanel, differences);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
}

static void
lev_profile_panel_init (LevProfilePanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
