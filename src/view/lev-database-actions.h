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

/* Whether the window can be closed; when not everything is saved it asks first, and closes
 * @window itself when the user says so. */
gboolean lev_database_actions_confirm_close (LevApplication *application,
                                             GtkWindow      *window);

G_END_DECLS
