#pragma once

#include "lev-store-error.h"

G_BEGIN_DECLS

/**
 * lev_location_check:
 * @path: where a database is or will be
 *
 * A database in a folder that a sync client or a network file system looks after gets damaged:
 * the client copies it while it is written to, and locks do not hold. Such a place is recognised
 * by the file system and by the marks that the clients leave.
 *
 * Returns: %FALSE with LEV_STORE_ERROR_LOCATION, which says why and what to do
 */
gboolean    lev_location_check       (const char *path,
                                      GError    **error);

/* Whether a file system of type @type ("nfs4", "ext4") is on the network. */
gboolean    lev_location_is_network  (const char *type);

/* The sync client that marks its folders with a file or folder named @name; %NULL for none. */
const char *lev_location_find_client (const char *name);

G_END_DECLS
