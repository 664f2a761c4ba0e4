#pragma once

#include "lev-register.h"

G_BEGIN_DECLS

/* The files of a database as a whole: they go where the database goes. */

/**
 * lev_file_set_copy:
 * @from: a database
 * @to: a copy of it
 *
 * Copies the files that are kept with @from to those of @to, each compared with its SHA-256. What
 * is damaged stays behind, and is then missing there. Nothing of @to is lost.
 *
 * Returns: %FALSE with LEV_STORE_ERROR_FULL, _READ_ONLY or _FAILED
 */
gboolean   lev_file_set_copy          (const char *from,
                                       const char *to,
                                       GError    **error);

/* The same for a copy that is set aside on the same disk: it takes no room, and what cannot be
 * had without room is left out. */
void       lev_file_set_link          (const char *from,
                                       const char *to);

/* Renames the files of @from to those of @to, which has none yet. */
gboolean   lev_file_set_move          (const char *from,
                                       const char *to,
                                       GError    **error);

/* Newly allocated: the database whose files belong to the backup at @backup: itself when it has
 * files, otherwise the database in whose folder of backups it is. */
char      *lev_file_set_dup_source    (const char *backup);

/* Newly allocated (element-type LevEvidence): the evidence among @records whose file is not kept
 * with the database at @database, or was changed there. It takes time in proportion to the files. */
GPtrArray *lev_file_set_list_lost     (const char  *database,
                                       LevRegister *records);

/* Newly allocated: which evidence that is, in one sentence; %NULL when nothing is lost. */
char      *lev_file_set_describe_lost (const char  *database,
                                       LevRegister *records);

G_END_DECLS
