#include "lev-preferences-dialog.h"

#include "lev-application.h"
#include "lev-autostart.h"
#include "lev-backup.h"
#include "lev-folder-row.h"
#include "lev-handbook-page.h"
#include "lev-person-row.h"
#include "lev-sharing-group.h"
#include "lev-template-page.h"
#include "lev-toast.h"

#include <glib/gi18n.h>

struct _LevPreferencesDialog
{
  AdwPreferencesDialog parent;

  GtkWidget       *user_group;
  LevPersonRow    *user_row;
  AdwSwitchRow    *language_row;
  AdwSwitchRow    *remind_row;
  AdwSwitchRow    *login_row;
  GtkWidget       *remind_days_row;
  GtkAdjustment   *remind_days;
  AdwActionRow    *place_row;
  AdwActionRow    *backup_row;
  GtkWidget       *sharing_group;
  GtkWidget       *store_group;
  LevHandbookPage *handbook_page;
  GtkWidget       *template_page;
  gboolean         is_updating;
};

G_DEFINE_FINAL_TYPE (LevPreferencesDialog, lev_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static void
user_chosen_cb (LevPreferencesDialog *self)
{
  LevApplication *application = lev_application_get_default ();

  if (!self->is_updating)
    lev_application_set_user (application, lev_person_row_get_person (self->user_row));
}

static void
show_login (LevPreferencesDialog *self)
{
  GSettings *settings = lev_application_get_settings (lev_application_get_default ());

  self->is_updating = TRUE;
  adw_switch_row_set_active (self->login_row, g_settings_get_boolean (settings, "remind-at-login"));
  self->is_updating = FALSE;
}

/* The switch stands as the desktop has it: it goes back when that refuses. */
static void
login_requested_ready_cb (GObject      *source,
                          GAsyncResult *result,
                          gpointer      user_data)
{
  g_autoptr (LevPreferencesDialog) self = user_data;
  GSettings *settings = lev_application_get_settings (lev_application_get_default ());
  g_autoptr (GError) error = NULL;

  if (lev_autostart_request_finish (result, &error))
    g_settings_set_boolean (settings, "remind-at-login",
                            !g_settings_get_boolean (settings, "remind-at-login"));
  else
    {
      adw_preferences_dialog_add_toast (ADW_PREFERENCES_DIALOG (self),
                                        adw_toast_new (error->message));
      lev_toast_name_button (GTK_WIDGET (self));
    }
  show_login (self);
}

static void
login_chosen_cb (LevPreferencesDialog *self)
{
  GApplication *application = G_APPLICATION (lev_application_get_default ());

  if (!self->is_updating)
    lev_autostart_request (g_application_get_dbus_connection (application),
                           adw_switch_row_get_active (self->login_row), NULL,
                           login_requested_ready_cb, g_object_ref (self));
}

static void
show_backup (LevPreferencesDialog *self,
             const char           *path)
{
  g_autoptr (GPtrArray) backups = lev_backup_list (path);
  g_autofree char *folder = lev_backup_dup_folder (path);
  g_autofree char *moment = NULL;
  g_autofree char *text = NULL;

  if (backups->len > 0)
    {
      g_autofree char *name = g_path_get_basename (g_ptr_array_index (backups, 0));

      moment = lev_moment_format (lev_backup_parse_name (name));
      text = g_strdup_printf (_("The last one is of %s, in ‘%s’"), moment, folder);
    }
  adw_action_row_set_subtitle (self->backup_row,
                               text != NULL ? text : _("There is none yet; each start makes one"));
}

static void
update (LevPreferencesDialog *self)
{
  LevApplication *application = lev_application_get_default ();
  LevStore *store = lev_application_get_store (application);
  g_autofree char *place = store != NULL ? g_strdup (lev_store_get_path (store))
                                         : lev_application_dup_place (application);

  self->is_updating = TRUE;
  gtk_widget_set_visible (self->user_group, store != NULL);
  if (store != NULL)
    lev_person_row_set_person (self->user_row, lev_application_get_user (application));
  adw_action_row_set_subtitle (self->place_row, place);
  gtk_widget_set_visible (self->sharing_group, store != NULL);
  gtk_widget_set_visible (self->store_group, store != NULL);
  gtk_widget_set_visible (self->template_page, store != NULL);
  show_backup (self, place);
  self->is_updating = FALSE;
}

static void
bind_settings (LevPreferencesDialog *self)
{
  GSettings *settings = lev_application_get_settings (lev_application_get_default ());

  g_settings_bind (settings, "system-language", self->language_row, "active",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remind", self->remind_row, "active", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "remind", self->remind_days_row, "sensitive", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "remind", self->login_row, "sensitive", G_SETTINGS_BIND_GET);
  g_settings_bind (settings, "remind-days", self->remind_days, "value", G_SETTINGS_BIND_DEFAULT);
}

/* What was changed in the handbook stays, and is nothing to forget either. */
static void
closed_cb (LevPreferencesDialog *self)
{
  if (lev_handbook_page_has_changes (self->handbook_page))
    lev_application_toast (lev_application_get_default (),
                           _("The changes in the handbook are not a new version yet"), _("_Go on"),
                           "app.handbook");
}

static void
lev_preferences_dialog_class_init (LevPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (LEV_TYPE_FOLDER_ROW);
  g_type_ensure (LEV_TYPE_HANDBOOK_PAGE);
  g_type_ensure (LEV_TYPE_PERSON_ROW);
  g_type_ensure (LEV_TYPE_SHARING_GROUP);
  g_type_ensure (LEV_TYPE_TEMPLATE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, user_group);
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, user_row);
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, language_row);
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, remind_row);
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, login_row);
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, remind_days_row);
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, remind_days);
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, place_row);
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, backup_row);
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, sharing_group);
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, store_group);
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, handbook_page);
  gtk_widget_class_bind_template_child (widget_class, LevPreferencesDialog, template_page);
  gtk_widget_class_bind_template_callback (widget_class, user_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, login_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
lev_preferences_dialog_init (LevPreferencesDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  bind_settings (self);
  show_login (self);
  g_signal_connect_object (lev_application_get_default (), "changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

AdwDialog *
lev_preferences_dialog_new (void)
{
  return g_object_new (LEV_TYPE_PREFERENCES_DIALOG, NULL);
}

AdwDialog *
lev_preferences_dialog_new_for_handbook (void)
{
  AdwDialog *dialog = lev_preferences_dialog_new ();

  adw_preferences_dialog_set_visible_page_name (ADW_PREFERENCES_DIALOG (dialog), "handbook");

  return dialog;
}
