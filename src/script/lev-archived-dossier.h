#pragma once

#include "lev-dossier.h"
#include "lev-store.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the file at @path is the authoritative .zip of an archived dossier, by its first entry. */
gboolean    lev_archived_dossier_is_package (const char *path);

/**
 * lev_archived_dossier_unpack:
 * @zip: the authoritative .zip of an archived dossier, from wherever
 * @folder: an empty folder that only the user can read
 * @error: return location for an error
 *
 * Compares what is in @zip with the manifest in it, and makes a database of it in @folder, with the
 * files of the evidence, so that the dossier can be read without the database that it comes from.
 *
 * Returns: (transfer full): the path of the database; %NULL with %LEV_EXCHANGE_ERROR_DAMAGED when
 *   @zip is not what was archived, %LEV_EXCHANGE_ERROR_READ when it is no dossier of ours or one of
 *   a version without its records, or an error of the store
 */
char       *lev_archived_dossier_unpack     (const char *zip,
                                             const char *folder,
                                             GError    **error);

/* The dossier in a database that lev_archived_dossier_unpack() made, which holds its predecessor
 * too: the one that has no successor in it. */
LevDossier *lev_archived_dossier_find       (LevRegister *records);

/* Removes @folder with the database in it. */
void        lev_archived_dossier_discard    (const char *folder);

G_END_DECLS
