#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the desktop's own search finds here: suppliers, and actions that are not finished. It asks
 * over the bus, as org.gnome.Shell.SearchProvider2, and may start the application for it; without a
 * window the database that would be opened is only read. */

/**
 * lev_search_provider_register:
 *
 * The application's `dbus_register`: the provider is there before the application has its name.
 *
 * Returns: %FALSE with an error when the bus does not take it
 */
gboolean lev_search_provider_register (GApplication    *application,
                                       GDBusConnection *connection,
                                       const char      *path,
                                       GError         **error);

G_END_DECLS
