#include "lev-template-page.h"

#include "lev-application.h"
#include "lev-house-style.h"
#include "lev-job-dialog.h"
#include "lev-logo.h"
#include "lev-template.h"

#include <glib/gi18n.h>

struct _LevTemplatePage
{
  AdwPreferencesPage parent;

  AdwEntryRow          *title_row;
  AdwEntryRow          *organisation_row;
  GtkColorDialogButton *accent_button;
  GtkPicture           *logo_picture;
  gboolean              is_updating;
};

G_DEFINE_FINAL_TYPE (LevTemplatePage, lev_template_page, ADW_TYPE_PREFERENCES_PAGE)

static LevRegister *
get_records (void)
{
  return lev_application_get_records (lev_application_get_default ());
}

static void
write_field (const char *field,
             const char *text)
{
  LevApplication *application = lev_application_get_default ();

  if (get_records () == NULL)
    return;

  lev_application_begin (application, _("Change the template"));
  g_object_set (lev_template_ensure (get_records ()), field, text, NULL);
  lev_application_commit (application);
}

static void
title_applied_cb (LevTemplatePage *self)
{
  write_field ("title", gtk_editable_get_text (GTK_EDITABLE (self->title_row)));
}

static void
organisation_applied_cb (LevTemplatePage *self)
{
  write_field ("organisation", gtk_editable_get_text (GTK_EDITABLE (self->organisation_row)));
}

static void
show_accent (LevTemplatePage *self,
             const char      *text)
{
  g_autofree char *standard = g_strdup_printf ("#%06x", LEV_HOUSE_STYLE_ACCENT);
  GdkRGBA colour;

  if (text == NULL || !gdk_rgba_parse (&colour, text))
    gdk_rgba_parse (&colour, standard);
  gtk_color_dialog_button_set_rgba (self->accent_button, &colour);
}

static void
update (LevTemplatePage *self)
{
  LevTemplate *template = lev_template_find (get_records ());
  g_autoptr (GdkTexture) texture = NULL;
  g_autoptr (GBytes) logo = NULL;
  int width, height;

  self->is_updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->title_row),
                         template != NULL && template->title != NULL ? template->title : "");
  gtk_editable_set_text (GTK_EDITABLE (self->organisation_row),
                         template != NULL && template->organisation != NULL ? template->organisation
                                                                            : "");
  show_accent (self, template != NULL ? template->accent : NULL);
  logo = lev_logo_decode (template != NULL ? template->logo : NULL, &width, &height);
  texture = logo != NULL ? gdk_texture_new_from_bytes (logo, NULL) : NULL;
  gtk_picture_set_paintable (self->logo_picture, GDK_PAINTABLE (texture));
  gtk_widget_set_visible (GTK_WIDGET (self->logo_picture), texture != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "template.remove-logo", texture != NULL);
  self->is_updating = FALSE;
}

static void
accent_chosen_cb (LevTemplatePage *self)
{
  const GdkRGBA *rgba = gtk_color_dialog_button_get_rgba (self->accent_button);
  g_autofree char *text = g_strdup_printf ("#%02x%02x%02x", (guint) (rgba->red * 255 + 0.5),
                                           (guint) (rgba->green * 255 + 0.5),
                                           (guint) (rgba->blue * 255 + 0.5));
  g_autoptr (GError) error = NULL;
  guint32 colour;

  if (self->is_updating)
    return;

  if (lev_house_style_parse_accent (text, &colour, &error))
    write_field ("accent", text);
  else
    {
      lev_job_dialog_show_error (GTK_WIDGET (self), _("Choose another colour"), error, NULL);
      update (self);
    }
}

static void
reset_accent_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  write_field ("accent", "");
}

static void
logo_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LevTemplatePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  g_autofree char *logo = file != NULL ? lev_logo_import (file, &error) : NULL;

  if (logo != NULL)
    write_field ("logo", logo);
  else if (!g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    lev_job_dialog_show_error (GTK_WIDGET (self), _("Choose another picture"), error, NULL);
}

static void
choose_logo_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_add_mime_type (filter, "image/png");
  gtk_file_filter_add_mime_type (filter, "image/jpeg");
  gtk_file_filter_set_name (filter, _("Pictures (PNG, JPEG)"));
  gtk_file_dialog_set_default_filter (dialog, filter);
  gtk_file_dialog_set_title (dialog, _("Choose the logo"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, logo_chosen_cb,
                        g_object_ref (widget));
}

static void
remove_logo_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  write_field ("logo", "");
}

static void
lev_template_page_class_init (LevTemplatePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/template-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevTemplatePage, title_row);
  gtk_widget_class_bind_template_child (widget_class, LevTemplatePage, organisation_row);
  gtk_widget_class_bind_template_child (widget_class, LevTemplatePage, accent_button);
  gtk_widget_class_bind_template_child (widget_class, LevTemplatePage, logo_picture);
  gtk_widget_class_bind_template_callback (widget_class, title_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, organisation_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, accent_chosen_cb);
  gtk_widget_class_install_action (widget_class, "template.reset-accent", NULL,
                                   reset_accent_action);
  gtk_widget_class_install_action (widget_class, "template.choose-logo", NULL, choose_logo_action);
  gtk_widget_class_install_action (widget_class, "template.remove-logo", NULL, remove_logo_action);
}

static void
lev_template_page_init (LevTemplatePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_object (lev_application_get_default (), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}
