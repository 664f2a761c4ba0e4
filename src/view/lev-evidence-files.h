#pragma once

#include "lev-evidence.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps the files of evidence beside the database, and opens evidence with what the desktop has
 * for it. Both read and write whole files, so they are done beside the window. */

/* The name under which @file is shown as evidence. Newly allocated. */
char    *lev_evidence_dup_name    (GFile *file);

/* Whether @evidence is no longer valid today. */
gboolean lev_evidence_is_expired  (LevEvidence *evidence);

/* Copies @file in; see lev_file_store_add(). */
void     lev_evidence_keep        (GFile              *file,
                                   GCancellable       *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer            user_data);

/* Newly allocated: the SHA-256 of the file that was kept; %NULL with an error.
 * @file: (out) (transfer full): which file it was */
char    *lev_evidence_keep_finish (GAsyncResult *result,
                                   GFile       **file,
                                   GError      **error);

/* Opens the file or the link of @evidence; what cannot be opened is explained over @parent. */
void     lev_evidence_open        (LevEvidence *evidence,
                                   GtkWidget   *parent);

G_END_DECLS
