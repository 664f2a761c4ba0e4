#pragma once

#include "lev-application.h"

G_BEGIN_DECLS

/* What @application takes on the command line besides the name of a database. */
void lev_application_options_add    (LevApplication *application);

/* The application's `handle_local_options`: a second start hands the database to the application
 * that runs; `--remind` opens no window. */
int  lev_application_options_handle (GApplication *application,
                                     GVariantDict *options);

G_END_DECLS
