#pragma once

#include "lev-archive.h"
#include "lev-process.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The dossiers of @review that can be archived now (transfer container): those that are ready
 * and not in the archive yet; of a closed round all of them. */
GPtrArray  *lev_archiving_list_ready (LevReview *review);

/**
 * lev_archiving_gather:
 * @files: (nullable): as for lev_archive_new()
 *
 * Gathers what is archived of @dossier, when it may be. In a running round evidence without its file
 * is refused: it can still be added once more. In a closed one the archive says that it is missing.
 *
 * Returns: (transfer full): the archive; %NULL with the error of lev_process_check_archivable() or
 *   lev_archive_new(), or %LEV_EXCHANGE_ERROR_ARCHIVE for evidence that is missing
 */
LevArchive *lev_archiving_gather     (LevDossier *dossier,
                                      const char *files,
                                      GError    **error);

/**
 * lev_archiving_run:
 * @files: (nullable): as for lev_archive_new()
 * @folder: the archive's folder
 * @path: (out) (optional): newly allocated, the .zip that was written, inside @folder
 *
 * Step 13: writes the archive of @dossier and records it, inside the running edit. In a closed
 * round it is written only: there is nothing left to record.
 */
gboolean    lev_archiving_run        (LevDossier *dossier,
                                      const char *files,
                                      const char *folder,
                                      char      **path,
                                      GError    **error);

G_END_DECLS
