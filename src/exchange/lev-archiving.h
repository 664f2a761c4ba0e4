#pragma once

#include "lev-process.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * lev_archiving_run:
 * @folder: the archive's folder
 * @path: (out) (optional): newly allocated, the .zip that was written, inside @folder
 *
 * Step 13: writes the archive of @dossier and records it, inside the running edit. In a closed
 * round it is written only: there is nothing left to record.
 */
gboolean lev_archiving_run (LevDossier *dossier,
                            const char *folder,
                            char      **path,
                            GError    **error);

G_END_DECLS
