#include "lev-application-private.h"

#include "lev-editing.h"
#include "lev-handbook-content.h"
#include "lev-application-actions.h"
#include "lev-application-options.h"
#include "lev-archive-view.h"
#include "lev-database-actions.h"
#include "lev-opening.h"
#include "lev-presentation.h"
#include "lev-reminder.h"
#include "lev-search-provider.h"
#include "lev-sharing-actions.h"
#include "lev-shortcuts.h"
#include "lev-store-job.h"
#include "lev-user.h"
#include "lev-window.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

struct _LevApplication
{
  AdwApplication parent;

  LevStore   *store;
  LevSharing *sharing;
  GSettings  *settings;
  gboolean    is_unsaved; /* the last edit could not be written */
  gboolean    is_started; /* something was opened, or tried */
  AdwToast   *toast;      /* weak: the last one */
  char       *awaited;    /* what is opened when the window is seen */
};

G_DEFINE_FINAL_TYPE (LevApplication, lev_application, ADW_TYPE_APPLICATION)

enum
{
  PROP_0,
  PROP_STORE,
  N_PROPS
};

enum
{
  CHANGED,
  N_SIGNALS
};

/* What libadwaita looks up in the domain of the application instead of its own: the name and the
 * description of the button that closes a dialog. */
G_GNUC_UNUSED static const char *const libadwaita_strings[] = {
  N_("Close"),
  N_("Close the window"),
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_actions (LevApplication *self)
{
  LevLog *log = self->store != NULL ? lev_store_get_log (self->store) : NULL;
  GAction *undo = g_action_map_lookup_action (G_ACTION_MAP (self), "undo");
  GAction *redo = g_action_map_lookup_action (G_ACTION_MAP (self), "redo");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (undo),
                               log != NULL && lev_log_get_undo (log)->len > 0);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (redo),
                               log != NULL && lev_log_get_redo (log)->len > 0);
}

static void
emit_changed (LevApplication *self)
{
  update_actions (self);
  /* Its button would undo another edit than it names. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_signal_emit (self, signals[CHANGED], 0);
}

GtkWidget *
lev_application_ensure_window (LevApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return window != NULL ? GTK_WIDGET (window) : GTK_WIDGET (lev_window_new (self));
}

static void
show_error (LevApplication *self,
            const GError   *error)
{
  GtkWidget *window = lev_application_ensure_window (self);
  AdwDialog *dialog = adw_alert_dialog_new (_("This cannot be done"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, window);
}

typedef gboolean (*TakeBackFunc) (LevStore *store, char **label, GError **error);

/* Undoes or redoes, and says what; the toast offers the way back. */
static void
take_back (LevApplication *self,
           TakeBackFunc    func,
           const char     *format,
           const char     *button,
           const char     *action)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;
  g_autoptr (GString) message = g_string_new (format);

  lev_editing_flush_all ();
  if (!func (self->store, &label, &error))
    {
      show_error (self, error);
      return;
    }

  emit_changed (self);
  g_string_replace (message, "%s", label, 1);
  lev_application_toast (self, message->str, button, action);
}

static void
undo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  take_back (user_data, lev_store_undo, _("Undone: %s"), _("_Redo"), "app.redo");
}

static void
redo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  take_back (user_data, lev_store_redo, _("Redone: %s"), _("_Undo"), "app.undo");
}

static const GActionEntry actions[] = {
  { "undo", undo_action },
  { "redo", redo_action },
};

/* The author of the edits that follow. */
static void
update_author (LevApplication *self)
{
  LevPerson *user = lev_application_get_user (self);

  if (user != NULL)
    lev_store_set_author (self->store, user->name);
}

static void
user_changed_cb (LevApplication *self)
{
  update_author (self);
  emit_changed (self);
}

static void
lev_application_startup (GApplication *application)
{
  LevApplication *self = LEV_APPLICATION (application);

  G_APPLICATION_CLASS (lev_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  lev_application_actions_add (self);
  lev_database_actions_add (self);
  lev_sharing_actions_add (self);
  lev_shortcuts_install (GTK_APPLICATION (self));
  lev_reminder_start (self);
  update_actions (self);
}

static gboolean
open_awaited_cb (gpointer data)
{
  LevApplication *self = data;
  g_autofree char *path = g_steal_pointer (&self->awaited);

  if (path != NULL)
    lev_archive_view_go_to (self, path);

  return G_SOURCE_REMOVE;
}

static void
first_frame_painted_cb (GdkFrameClock  *clock,
                        LevApplication *self)
{
  g_signal_handlers_disconnect_by_func (clock, first_frame_painted_cb, self);
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, open_awaited_cb, g_object_ref (self), g_object_unref);
}

/* Opens the database at @path. A large one takes a while to read and to back up: the window is
 * seen before that, and says so. */
static void
present_and_open (LevApplication *self,
                  const char     *path)
{
  GtkWidget *window = lev_application_ensure_window (self);
  gboolean is_seen = gtk_widget_get_mapped (window);

  if (!is_seen)
    lev_window_show_busy (LEV_WINDOW (window), _("Opening the database…"));
  gtk_window_present (GTK_WINDOW (window));

  if (is_seen)
    {
      lev_archive_view_go_to (self, path);
      return;
    }

  g_set_str (&self->awaited, path);
  g_signal_connect_object (gtk_widget_get_frame_clock (window), "after-paint",
                           G_CALLBACK (first_frame_painted_cb), self, G_CONNECT_DEFAULT);
}

/* What is opened when nothing is asked for; a first start has no such file, and the window says
 * what can be done. */
static void
open_first (LevApplication *self)
{
  g_autofree char *place = lev_application_dup_place (self);
  g_autofree char *usual = lev_application_dup_usual_place ();

  if (g_file_test (place, G_FILE_TEST_EXISTS) || !g_str_equal (place, usual))
    present_and_open (self, place);
}

static void
lev_application_activate (GApplication *application)
{
  LevApplication *self = LEV_APPLICATION (application);
  GtkWidget *window = lev_application_ensure_window (self);

  if (self->store == NULL && !self->is_started)
    open_first (self);
  self->is_started = TRUE;

  gtk_window_present (GTK_WINDOW (window));
}

/* A database that was asked for by name, at the start or later. */
static void
lev_application_open_files (GApplication *application,
                            GFile       **files,
                            int           n_files,
                            const char   *hint)
{
  LevApplication *self = LEV_APPLICATION (application);

  self->is_started = TRUE;
  present_and_open (self, g_file_peek_path (files[0]));
}

static void
lev_application_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, LEV_APPLICATION (object)->store);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lev_application_finalize (GObject *object)
{
  LevApplication *self = LEV_APPLICATION (object);

  g_clear_object (&self->sharing);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_weak_pointer (&self->toast);
  g_free (self->awaited);

  G_OBJECT_CLASS (lev_application_parent_class)->finalize (object);
}

static void
lev_application_class_init (LevApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->get_property = lev_application_get_property;
  object_class->finalize = lev_application_finalize;
  application_class->dbus_register = lev_search_provider_register;
  application_class->startup = lev_application_startup;
  application_class->activate = lev_application_activate;
  application_class->open = lev_application_open_files;
  application_class->handle_local_options = lev_application_options_handle;

  properties[PROP_STORE] = g_param_spec_object ("store", NULL, NULL, LEV_TYPE_STORE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* An edit came through, or was undone or redone. */
  signals[CHANGED] = g_signal_new ("changed", LEV_TYPE_APPLICATION, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
lev_application_init (LevApplication *self)
{
  lev_application_options_add (self);
  self->sharing = lev_sharing_new (self);
  self->settings = g_settings_new (APPLICATION_ID);
  g_signal_connect_object (self->settings, "changed::user", G_CALLBACK (user_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

LevApplication *
lev_application_new (void)
{
  return g_object_new (LEV_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN, NULL);
}

LevApplication *
lev_application_get_default (void)
{
  return LEV_APPLICATION (g_application_get_default ());
}

LevStore *
lev_application_get_store (LevApplication *self)
{
  g_return_val_if_fail (LEV_IS_APPLICATION (self), NULL);

  return self->store;
}

LevSharing *
lev_application_get_sharing (LevApplication *self)
{
  g_return_val_if_fail (LEV_IS_APPLICATION (self), NULL);

  return self->sharing;
}

LevRegister *
lev_application_get_records (LevApplication *self)
{
  g_return_val_if_fail (LEV_IS_APPLICATION (self), NULL);

  return self->store != NULL ? lev_store_get_records (self->store) : NULL;
}

GSettings *
lev_application_get_settings (LevApplication *self)
{
  g_return_val_if_fail (LEV_IS_APPLICATION (self), NULL);

  return self->settings;
}

LevPerson *
lev_application_get_user (LevApplication *self)
{
  LevRegister *records = lev_application_get_records (self);

  return records != NULL ? lev_user_get (self->settings, records) : NULL;
}

void
lev_application_set_user (LevApplication *self,
                          LevPerson      *user)
{
  g_return_if_fail (LEV_IS_APPLICATION (self));

  lev_user_set (self->settings, lev_application_get_records (self), user);
}

char *
lev_application_dup_usual_place (void)
{
  return g_build_filename (g_get_user_data_dir (), "levman-review", "levman.levman", NULL);
}

char *
lev_application_dup_place (LevApplication *self)
{
  g_autofree char *place = g_settings_get_string (self->settings, "database");

  return *place != '\0' ? g_steal_pointer (&place) : lev_application_dup_usual_place ();
}

void
lev_application_set_place (LevApplication *self,
                           const char     *path)
{
  g_autofree char *usual = lev_application_dup_usual_place ();

  g_return_if_fail (LEV_IS_APPLICATION (self));

  g_settings_set_string (self->settings, "database", g_strcmp0 (path, usual) != 0 ? path : "");
}

/* The pages of the old store leave the window while it is still there. */
void
lev_application_set_store (LevApplication *self,
                           LevStore       *store)
{
  g_autoptr (LevStore) old = g_steal_pointer (&self->store);

  self->store = store != NULL ? g_object_ref (store) : NULL;
  if (store != NULL)
    {
      lev_store_set_keeps_unsaved (store, TRUE);
      update_author (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STORE]);
  emit_changed (self);
}

gboolean
lev_application_open (LevApplication *self,
                      const char     *path,
                      LevStoreMode    mode,
                      GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (path, mode, error);

  if (store == NULL)
    return FALSE;

  if (mode == LEV_STORE_CREATE)
    {
      lev_store_begin (store, _("Add the handbook"));
      if (lev_handbook_add_default (lev_store_get_records (store), error) == NULL)
        {
          lev_store_abandon (store);
          return FALSE;
        }
      if (!lev_store_commit (store, error))
        return FALSE;
    }

  lev_application_set_store (self, store);

  return TRUE;
}

void
lev_application_close (LevApplication *self)
{
  g_return_if_fail (LEV_IS_APPLICATION (self));

  if (self->store != NULL)
    lev_application_set_store (self, NULL);
}

gboolean
lev_application_go_to (LevApplication *self,
                       const char     *path,
                       LevStoreMode    mode)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (LEV_IS_APPLICATION (self), FALSE);

  /* What is at work comes back in place of it; what is not saved yet would be gone. */
  if (lev_store_job_is_running ())
    return FALSE;
  if (!lev_application_save_again (self, &error))
    {
      show_error (self, error);
      return FALSE;
    }

  /* SQLite would wait for ourselves. */
  if (lev_opening_is_open (self, path))
    return TRUE;

  if (lev_application_open (self, path, mode, &error))
    return TRUE;

  if (self->store != NULL)
    show_error (self, error);
  else
    lev_window_show_problem (LEV_WINDOW (lev_application_ensure_window (self)), path, error);

  return FALSE;
}

void
lev_application_begin (LevApplication *self,
                       const char     *label)
{
  g_return_if_fail (LEV_IS_APPLICATION (self));

  lev_store_begin (self->store, label);
}

gboolean
lev_application_commit (LevApplication *self)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (LEV_IS_APPLICATION (self), FALSE);

  self->is_unsaved = !lev_store_commit (self->store, &error);
  if (self->is_unsaved)
    show_error (self, error);
  emit_changed (self);

  return !self->is_unsaved;
}

void
lev_application_note_arrival (LevApplication *self)
{
  g_return_if_fail (LEV_IS_APPLICATION (self));

  /* A toast stays: what it undoes is still the user's last edit. */
  update_actions (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

gboolean
lev_application_is_saved (LevApplication *self)
{
  g_return_val_if_fail (LEV_IS_APPLICATION (self), TRUE);

  return !self->is_unsaved;
}

gboolean
lev_application_save_again (LevApplication *self,
                            GError        **error)
{
  gboolean saved;

  g_return_val_if_fail (LEV_IS_APPLICATION (self), FALSE);

  saved = self->store == NULL || lev_store_save_again (self->store, error);
  emit_changed (self);

  return saved;
}

void
lev_application_refuse (LevApplication *self,
                        const GError   *error)
{
  g_return_if_fail (LEV_IS_APPLICATION (self));

  lev_store_abandon (self->store);
  show_error (self, error);
}

void
lev_application_toast (LevApplication *self,
                       const char     *message,
                       const char     *button,
                       const char     *action)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_action_name (toast, action);
  g_set_weak_pointer (&self->toast, toast);
  if (LEV_IS_PRESENTATION (window))
    lev_presentation_add_toast (LEV_PRESENTATION (window), toast);
  else
    lev_window_add_toast (LEV_WINDOW (window), toast);
}

LevRecord *
lev_application_lookup_record (GVariant *parameter)
{
  LevRegister *records = lev_application_get_records (lev_application_get_default ());

  return records != NULL ? lev_register_lookup (records, g_variant_get_string (parameter, NULL))
                         : NULL;
}
