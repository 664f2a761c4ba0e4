#pragma once

#include "lev-application.h"

G_BEGIN_DECLS

/* What a user does with the database as a whole. The actions app.open-database,
 * app.create-database, app.show-example, app.move-database, app.back-up-database,
 * app.restore-backup, app.save-again and app.open-for-writing ask for a file where they need one,
 * and say what went wrong. */
void     lev_database_actions_add           (LevApplication *application);

/* Opens the database of the usual place, and makes it with the default handbook when it is not
 * there. A failure is shown. */
gboolean lev_database_actions_begin         (LevApplication *application);

/* Moves the open database to @folder: a verified copy is made and opened there; the old file is
 * set aside. A failure is shown, and everything stays as it was. */
gboolean lev_database_actions_move          (LevApplication *application,
                                             const char     *folder);

/* Puts @backup in the place of the database at @path, which is set aside, and opens it. */
gboolean lev_database_actions_restore       (LevApplication *application,
                                             const char     *backup,
                                             const char     *path);

/* Copies the whole database at @path to the usual folder, and opens it there: a database does not
 * stay in a synced folder. The old file stays as it is. */
gboolean lev_database_actions_take_over     (LevApplication *application,
                                             const char     *path);

/* Whether the window can be closed; when not everything is saved it asks first, and closes
 * @window itself when the user says so. */
gboolean lev_database_actions_confirm_close (LevApplication *application,
                                             GtkWindow      *window);

G_END_DECLS
