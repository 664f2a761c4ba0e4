#pragma once

#include "lev-process.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The dossiers of @review that can be archived now (transfer container): those that are ready
 * and not in the archive yet; of a closed round all of them. */
GPtrArray *lev_archiving_list_ready (LevReview *review);

/**
 * lev_archiving_run:
 * @folder: the archive's folder
 * @path: (out) (optional): newly allocated, the .zip that was written, inside @folder
 *
 * Step 13: writes the archive of @dossier and records it, inside the running edit. In a closed
 * round it is written only: there is nothing left to record.
 */
gboolean   lev_archiving_run        (LevDossier *dossier,
                                     const char *folder,
                                     char      **path,
                                     GError    **error);

G_END_DECLS
