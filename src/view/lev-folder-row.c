#include "lev-folder-row.h"

#include "lev-application.h"
#include "lev-dialog.h"
#include "lev-job-dialog.h"
#include "lev-local-file.h"

#include <glib/gi18n.h>

struct _LevFolderRow
{
  AdwActionRow parent;

  GtkWidget *clear_button;
  char      *key;
};

G_DEFINE_FINAL_TYPE (LevFolderRow, lev_folder_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_KEY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GSettings *
get_settings (void)
{
  return lev_application_get_settings (lev_application_get_default ());
}

static void
update (LevFolderRow *self)
{
  g_autofree char *folder = g_settings_get_string (get_settings (), self->key);
  g_autofree char *name = *folder != '\0' ? g_filename_display_name (folder) : NULL;

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self),
                               name != NULL ? name : _("Is asked for each time"));
  gtk_widget_set_visible (self->clear_button, name != NULL);
}

static void
folder_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (LevFolderRow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;

  folder = lev_local_file_take (gtk_file_dialog_select_folder_finish (GTK_FILE_DIALOG (source),
                                                                      result, &error),
                                &error);
  if (folder != NULL)
    g_settings_set_string (get_settings (), self->key, g_file_peek_path (folder));
  else if (!lev_dialog_is_dismissed (error))
    lev_job_dialog_show_error (GTK_WIDGET (self), _("No folder could be chosen"), error, NULL);
}

static void
choose_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LevFolderRow *self = LEV_FOLDER_ROW (widget);
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autofree char *path = g_settings_get_string (get_settings (), self->key);

  gtk_file_dialog_set_title (dialog, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self)));
  if (*path != '\0')
    {
      g_autoptr (GFile) folder = g_file_new_for_path (path);

      gtk_file_dialog_set_initial_folder (dialog, folder);
    }
  gtk_file_dialog_select_folder (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL,
                                 folder_chosen_cb, g_object_ref (self));
}

static void
clear_action (GtkWidget  *widget,
              const char *action_name,
              GVariant   *parameter)
{
  g_settings_reset (get_settings (), LEV_FOLDER_ROW (widget)->key);
}

static void
lev_folder_row_constructed (GObject *object)
{
  LevFolderRow *self = LEV_FOLDER_ROW (object);
  g_autofree char *signal = g_strdup_printf ("changed::%s", self->key);

  G_OBJECT_CLASS (lev_folder_row_parent_class)->constructed (object);

  g_signal_connect_object (get_settings (), signal, G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

static void
lev_folder_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_KEY:
      LEV_FOLDER_ROW (object)->key = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_folder_row_finalize (GObject *object)
{
  g_free (LEV_FOLDER_ROW (object)->key);

  G_OBJECT_CLASS (lev_folder_row_parent_class)->finalize (object);
}

static void
lev_folder_row_class_init (LevFolderRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = lev_folder_row_constructed;
  object_class->set_property = lev_folder_row_set_property;
  object_class->finalize = lev_folder_row_finalize;

  properties[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, NULL,
                                              G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/folder-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevFolderRow, clear_button);
  gtk_widget_class_install_action (widget_class, "folder.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "folder.clear", NULL, clear_action);
}

static void
lev_folder_row_init (LevFolderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
