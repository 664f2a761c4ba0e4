#pragma once

#include "lev-application.h"

G_BEGIN_DECLS

/* Opens what the user asked for by name: a database for writing, or the authoritative .zip of an
 * archived dossier for reading. A failure is shown. */
void  lev_archive_view_go_to    (LevApplication *application,
                                 const char     *path);

/* Newly allocated: what is shown when @store is an archived dossier ("Kwelder Netwerken, Review
 * 2026-1"); %NULL for a database. */
char *lev_archive_view_describe (LevStore *store);

G_END_DECLS
