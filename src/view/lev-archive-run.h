#pragma once

#include "lev-dossier.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * lev_archive_run_write:
 * @parent: where it is shown
 * @dossiers: (element-type LevDossier): what is archived, one after the other
 * @folder: the folder of the archive, on this computer
 *
 * Step 13 in the background: writes each of @dossiers into @folder with progress that can be
 * cancelled, and then records what was written and read back. What was written before it was
 * cancelled or failed is recorded too. Of a closed round nothing is recorded.
 */
void lev_archive_run_write  (GtkWidget *parent,
                             GPtrArray *dossiers,
                             GFile     *folder);

/* Opens the folder @path of the archive in the file manager of the user; a failure is said over
 * @parent. */
void lev_archive_run_reveal (GtkWidget  *parent,
                             const char *path);

G_END_DECLS
