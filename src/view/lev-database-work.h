#pragma once

#include "lev-application.h"

G_BEGIN_DECLS

/* What takes a while with the database as a whole: it runs in a thread, with its progress over the
 * window, and can be cancelled as long as nothing has its place yet. A failure is shown, and leaves
 * everything as it was. */

/* Writes a checked backup of the open database to @path, in place of what is there. */
void     lev_database_work_back_up     (LevApplication *application,
                                        const char     *path);

/* Moves the open database to @folder: a verified copy is made and opened there; the old file is
 * set aside. */
void     lev_database_work_move        (LevApplication *application,
                                        const char     *folder);

/* Puts @backup in the place of the database at @path, which is set aside, and opens it. */
void     lev_database_work_restore     (LevApplication *application,
                                        const char     *backup,
                                        const char     *path);

/* Copies the whole database at @path to the usual folder, and opens it there: a database does not
 * stay in a synced folder. The old file stays as it is. */
void     lev_database_work_take_over   (LevApplication *application,
                                        const char     *path);

/* The folder in which @path goes. */
gboolean lev_database_work_make_folder (const char *path,
                                        GError    **error);

G_END_DECLS
