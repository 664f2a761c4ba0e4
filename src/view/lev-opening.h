#pragma once

#include "lev-application.h"

G_BEGIN_DECLS

/* @opened is called when a database is open. */
typedef void (*LevOpenedFunc) (LevApplication *application, const char *path);

/* Opens the database at @path in place of the present one; a large one takes a while to check, to
 * read and to back up, which is done in a thread. When it fails the user is told why: beside the
 * present database in a dialog, otherwise on a page that says what can be done.
 * @opened: (nullable) */
void     lev_opening_go_to   (LevApplication *application,
                              const char     *path,
                              LevStoreMode    mode,
                              LevOpenedFunc   opened);

/* Whether the database at @path is the one that is open, for writing. */
gboolean lev_opening_is_open (LevApplication *application,
                              const char     *path);

G_END_DECLS
