#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Asks the desktop to start the application at login, for a reminder without a window. Only the
 * desktop can do that for a sandboxed application: through the Background portal, over the bus. */

/**
 * lev_autostart_request:
 * @bus: (nullable): the session bus; without one it fails
 * @wanted: whether to start at login from now on, or no longer
 * @callback: called when the desktop, or its user, has answered
 */
void     lev_autostart_request        (GDBusConnection    *bus,
                                       gboolean            wanted,
                                       GCancellable       *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer            user_data);

/* Whether it is as was asked; otherwise the error is a sentence for the user: the desktop has no
 * such portal, or it was refused. */
gboolean lev_autostart_request_finish (GAsyncResult *result,
                                       GError      **error);

G_END_DECLS
