#include "lev-welcome-page.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

struct _LevWelcomePage
{
  LevContentPage parent;

  AdwStatusPage *status_page;
  GtkWidget     *new_button;
};

G_DEFINE_FINAL_TYPE (LevWelcomePage, lev_welcome_page, LEV_TYPE_CONTENT_PAGE)

static void
show_error (LevWelcomePage *self,
            const GError   *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (self->status_page, "dialog-warning-symbolic");
  adw_status_page_set_title (self->status_page, _("The database cannot be opened"));
  adw_status_page_set_description (self->status_page, escaped);
  gtk_widget_set_visible (self->new_button,
                          g_error_matches (error, LEV_STORE_ERROR, LEV_STORE_ERROR_NOT_FOUND));
}

static void
new_clicked_cb (LevWelcomePage *self)
{
  LevApplication *application = lev_application_get_default ();
  g_autofree char *place = lev_application_dup_place (application);
  g_autofree char *folder = g_path_get_dirname (place);
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (folder, 0700);
  if (!lev_application_open (application, place, LEV_STORE_CREATE, &error))
    show_error (self, error);
}

static void
file_opened_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (LevWelcomePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (source), result, &error);
  LevApplication *application = lev_application_get_default ();

  if (g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED))
    return;

  if (file == NULL ||
      !lev_application_open (application, g_file_peek_path (file), LEV_STORE_WRITE, &error))
    show_error (self, error);
}

static void
open_clicked_cb (LevWelcomePage *self)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();

  gtk_file_dialog_set_title (dialog, _("Open a database"));
  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                        file_opened_cb, g_object_ref (self));
}

static void
lev_welcome_page_class_init (LevWelcomePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevWelcomePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, LevWelcomePage, new_button);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_clicked_cb);
}

static void
lev_welcome_page_init (LevWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

LevWelcomePage *
lev_welcome_page_new (const GError *error)
{
  LevWelcomePage *self = g_object_new (LEV_TYPE_WELCOME_PAGE, NULL);

  if (error != NULL)
    show_error (self, error);

  return self;
}
