#pragma once

#include "lev-application.h"
#include "lev-person.h"

G_BEGIN_DECLS

/* What the tests of the window share: the application on the example database, used by Marijke de
 * Wit, and pictures of what it shows. */

/* What the main() of a test of the window does. @argv has the path of the example database; the
 * application opens it, @add_tests adds the tests, and they are run. Returns the exit status. */
int view_fixture_run (int argc, char **argv, void (*add_tests) (const char *database));

/* Lets the window go its way for so many milliseconds. */
void view_fixture_iterate (guint milliseconds);

/* Lets the window go its way until nothing has happened for a while. */
void view_fixture_settle  (void);

/* The same, once work on the database as a whole has ended. */
void view_fixture_finish  (void);

/* Saves what @window shows, or @area (nullable) of it, as `NAME.png` in LEVMAN_PICTURES. */
void view_fixture_save    (GtkWidget             *window,
                           const char            *name,
                           const graphene_rect_t *area);

/* Saves what @window shows as `PAGE-SIZE-licht.png` (or donker) in LEVMAN_PICTURES. */
void view_fixture_picture (GtkWidget  *window,
                           const char *size,
                           const char *page);

/* A test of a window of some size, in light or dark. */
typedef void (*ViewFixtureFunc) (GtkWidget *window, const char *size);

/* Adds `/NAME/SIZE/light` and `/dark` for each size: @func gets a window, of which nothing may be
 * left afterwards. @name and @func are static. */
void view_fixture_add     (const char     *name,
                           ViewFixtureFunc func);

G_END_DECLS
