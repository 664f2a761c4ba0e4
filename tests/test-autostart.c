/* Starting at login, as the desktop answers it: without a portal, with one that does what is asked,
 * and with one that refuses. The portal here is a second connection to the bus. */

#include "lev-autostart.h"

#include <locale.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"

typedef struct
{
  gboolean is_done;
  gboolean is_granted;
  GError  *error;
} Answer;

static gboolean refuses;
static GVariant *asked; /* the options of the last request */

static const char interface_xml[] =
  "<node><interface name='org.freedesktop.portal.Background'><method name='RequestBackground'>"
  "<arg type='s' direction='in'/><arg type='a{sv}' direction='in'/>"
  "<arg type='o' direction='out'/></method></interface></node>";

static void
request_called_cb (GDBusConnection       *bus,
                   const char            *sender,
                   const char            *path,
                   const char            *interface,
                   const char            *method,
                   GVariant              *arguments,
                   GDBusMethodInvocation *invocation,
                   gpointer               user_data)
{
  g_autofree char *name = g_strdelimit (g_strdup (sender + 1), ".", '_');
  g_autofree char *request = NULL;
  g_auto (GVariantBuilder) results = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  gboolean autostart = FALSE;
  const char *token = NULL;

  g_clear_pointer (&asked, g_variant_unref);
  asked = g_variant_get_child_value (arguments, 1);
  g_assert_true (g_variant_lookup (asked, "handle_token", "&s", &token));
  g_assert_true (g_variant_lookup (asked, "autostart", "b", &autostart));
  request = g_strdup_printf (PORTAL_PATH "/request/%s/%s", name, token);
  g_variant_builder_add (&results, "{sv}", "autostart",
                         g_variant_new_boolean (autostart && !refuses));
  g_dbus_method_invocation_return_value (invocation, g_variant_new ("(o)", request));
  g_dbus_connection_emit_signal (bus, sender, request, "org.freedesktop.portal.Request", "Response",
                                 g_variant_new ("(u@a{sv})", refuses ? 1 : 0,
                                                g_variant_builder_end (&results)),
                                 NULL);
}

static void
answered_ready_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  Answer *answer = user_data;

  answer->is_granted = lev_autostart_request_finish (result, &answer->error);
  answer->is_done = TRUE;
}

static void
ask (GDBusConnection *bus,
     gboolean         wanted,
     Answer          *answer)
{
  *answer = (Answer) { 0 };
  lev_autostart_request (bus, wanted, NULL, answered_ready_cb, answer);
  while (!answer->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_no_portal (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  Answer answer;

  ask (NULL, TRUE, &answer);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);
  g_clear_error (&answer.error);

  ask (bus, TRUE, &answer);
  g_assert_false (answer.is_granted);
  g_assert_error (answer.error, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN);
  g_assert_cmpstr (answer.error->message, ==, "This desktop cannot start applications at login");
  g_clear_error (&answer.error);
}

static GDBusConnection *
start_portal (void)
{
  static const GDBusInterfaceVTable table = { .method_call = request_called_cb };
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interface_xml, NULL);
  g_autoptr (GVariant) owner = NULL;
  GDBusConnection *portal = g_dbus_connection_new_for_address_sync (
    address,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, NULL);

  g_assert_nonnull (portal);
  g_dbus_connection_register_object (portal, PORTAL_PATH, node->interfaces[0], &table, NULL, NULL,
                                     NULL);
  owner = g_dbus_connection_call_sync (portal, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", PORTAL_NAME, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (owner);

  return portal;
}

static void
test_portal (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GDBusConnection) portal = start_portal ();
  g_autofree const char **command = NULL;
  Answer answer;

  ask (bus, TRUE, &answer);
  g_assert_no_error (answer.error);
  g_assert_true (answer.is_granted);
  g_assert_true (g_variant_lookup (asked, "commandline", "^a&s", &command));
  g_assert_cmpstr (command[0], ==, "levman-review");
  g_assert_cmpstr (command[1], ==, "--remind");
  g_assert_null (command[2]);

  ask (bus, FALSE, &answer);
  g_assert_no_error (answer.error);
  g_assert_true (answer.is_granted);

  refuses = TRUE;
  ask (bus, TRUE, &answer);
  g_assert_false (answer.is_granted);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&answer.error);
  g_clear_pointer (&asked, g_variant_unref);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/autostart/no-portal", test_no_portal);
  g_test_add_func ("/autostart/portal", test_portal);

  return g_test_run ();
}
