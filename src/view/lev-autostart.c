#include "lev-autostart.h"

#include <glib/gi18n.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define TOKEN       "levman_review_autostart"

/* A request: its answer comes as a signal of an object that the portal makes for it. */
typedef struct
{
  GDBusConnection *bus;
  guint            subscription;
  gboolean         wanted;
} Request;

static void
request_free (gpointer data)
{
  Request *self = data;

  g_clear_object (&self->bus);
  g_free (self);
}

/* Ends the request once; the subscription keeps the task alive until then. */
static void
end (GTask  *task,
     GError *error)
{
  Request *request = g_task_get_task_data (task);
  g_autoptr (GTask) kept = g_object_ref (task);

  if (request->subscription == 0)
    {
      g_clear_error (&error);
      return;
    }

  g_dbus_connection_signal_unsubscribe (request->bus, g_steal_handle_id (&request->subscription));
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
answered_cb (GDBusConnection *bus,
             const char      *sender,
             const char      *path,
             const char      *interface,
             const char      *signal,
             GVariant        *arguments,
             gpointer         user_data)
{
  GTask *task = user_data;
  Request *request = g_task_get_task_data (task);
  g_autoptr (GVariant) results = NULL;
  gboolean autostart = FALSE;
  guint32 response;

  g_variant_get (arguments, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "autostart", "b", &autostart);

  end (task, response == 0 && autostart == request->wanted
               ? NULL
               : g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED,
                                      _("The desktop does not allow starting at login")));
}

static void
called_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) handle = NULL;

  handle = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (handle == NULL)
    end (task, g_error_new (error->domain, error->code, "%s",
                            _("This desktop cannot start applications at login")));
}

static GVariant *
build_options (gboolean wanted)
{
  static const char *const command[] = { "levman-review", "--remind", NULL };
  g_auto (GVariantBuilder) options = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (TOKEN));
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_("Remind of what is due at login")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (wanted));
  g_variant_builder_add (&options, "{sv}", "dbus-activatable", g_variant_new_boolean (FALSE));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));

  return g_variant_new ("(s@a{sv})", "", g_variant_builder_end (&options));
}

/* Where the portal will make the object of the request. */
static char *
dup_request_path (GDBusConnection *bus)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (bus) + 1);

  return g_strdup_printf (PORTAL_PATH "/request/%s/" TOKEN, g_strdelimit (sender, ".", '_'));
}

void
lev_autostart_request (GDBusConnection    *bus,
                       gboolean            wanted,
                       GCancellable       *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer            user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autofree char *path = NULL;
  Request *request;

  if (bus == NULL)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "%s",
                               _("This desktop cannot start applications at login"));
      return;
    }

  request = g_new0 (Request, 1);
  request->bus = g_object_ref (bus);
  request->wanted = wanted;
  g_task_set_task_data (task, request, request_free);
  path = dup_request_path (bus);
  request->subscription = g_dbus_connection_signal_subscribe (bus, PORTAL_NAME,
                                                              "org.freedesktop.portal.Request",
                                                              "Response", path, NULL,
                                                              G_DBUS_SIGNAL_FLAGS_NONE, answered_cb,
                                                              g_object_ref (task), g_object_unref);
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.portal.Background",
                          "RequestBackground", build_options (wanted), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, cancellable, called_cb, g_object_ref (task));
}

gboolean
lev_autostart_request_finish (GAsyncResult *result,
                              GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
