#include "lev-present-row.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-process.h"
#include "lev-version-text.h"

#include <glib/gi18n.h>

struct _LevPresentRow
{
  AdwActionRow parent;

  LevDossier *dossier; /* borrowed */

  GtkLabel  *number_label;
  GtkWidget *present_button;
  GtkWidget *done_label;
};

G_DEFINE_FINAL_TYPE (LevPresentRow, lev_present_row, ADW_TYPE_ACTION_ROW)

static void
present_clicked_cb (LevPresentRow *self)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, _("Record the presentation"));
  if (lev_process_present (self->dossier, &error) != NULL)
    lev_application_commit (application);
  else
    lev_application_refuse (application, error);
}

static void
lev_present_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_PRESENT_ROW);

  G_OBJECT_CLASS (lev_present_row_parent_class)->dispose (object);
}

static void
lev_present_row_class_init (LevPresentRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_present_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/present-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevPresentRow, number_label);
  gtk_widget_class_bind_template_child (widget_class, LevPresentRow, present_button);
  gtk_widget_class_bind_template_child (widget_class, LevPresentRow, done_label);
  gtk_widget_class_bind_template_callback (widget_class, present_clicked_cb);
}

static void
lev_present_row_init (LevPresentRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lev_present_row_new (LevDossier *dossier,
                     guint       number)
{
  LevPresentRow *self = g_object_new (LEV_TYPE_PRESENT_ROW, NULL);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
  g_autofree char *label = g_strdup_printf ("%u", number);
  g_autofree char *name = g_strdup_printf (_("%s is presented"), title);

  self->dossier = dossier;
  gtk_label_set_label (self->number_label, label);
  lev_anchor_set (GTK_WIDGET (self), LEV_RECORD (dossier), NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->present_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return GTK_WIDGET (self);
}

void
lev_present_row_update (LevPresentRow *self,
                        gboolean       editable)
{
  LevProfileVersion *version = lev_dossier_get_version (self->dossier, LEV_VERSION_REASON_MEETING);
  gboolean presented = lev_dossier_is_presented (self->dossier);
  g_autofree char *text = NULL;

  if (version == NULL)
    text = g_strdup (_("Not frozen yet"));
  else
    {
      g_autofree char *state = lev_version_describe (version);
      g_autofree char *moment = lev_version_describe_moment (version);
      g_autofree char *hash = lev_version_shorten_hash (version);
      gboolean outdated = !presented && lev_version_is_outdated (version);

      text = g_strdup_printf ("%s %s\nSHA-256 %s%s%s", state, moment, hash, outdated ? "\n" : "",
                              outdated ? _("Changed since it was frozen") : "");
    }

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_set_visible (self->present_button, editable && version != NULL && !presented);
  gtk_widget_set_visible (self->done_label, presented);
}
