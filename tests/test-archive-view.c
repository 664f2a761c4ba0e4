/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An archived dossier in the window: to be read only, and gone when it is no longer shown. */

#include "lev-archive-view.h"
#include "lev-window.h"
#include "view-fixture.h"

#include <string.h>

static const char *example;

/* The first .zip of the archive beside the example. */
static char *
find_package (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *found = g_str_has_suffix (name, ".zip") ? g_strdup (path) : find_package (path);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_open (GtkWidget  *window,
           const char *size)
{
  LevApplication *application = lev_application_get_default ();
  g_autofree char *archive = g_strconcat (example, "-archief", NULL);
  g_autofree char *zip = find_package (archive);
  g_autofree char *title = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder = NULL;
  LevStore *store;

  g_assert_nonnull (zip);
  lev_archive_view_go_to (application, zip);
  store = lev_application_get_store (application);
  path = g_strdup (lev_store_get_path (store));
  folder = g_path_get_dirname (path);
  title = lev_archive_view_describe (store);
  g_assert_nonnull (strstr (title, ", Review 20"));
  g_assert_nonnull (lev_store_get_notice (store));
  g_assert_nonnull (lev_window_get_review (LEV_WINDOW (window)));
  view_fixture_iterate (300);
  view_fixture_picture (window, size, "archief-geopend");

  g_assert_true (lev_application_go_to (application, example, LEV_STORE_WRITE));
  g_assert_null (lev_archive_view_describe (lev_application_get_store (application)));
  view_fixture_iterate (100);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

static void
add_tests (const char *database)
{
  example = database;
  view_fixture_add ("archive-view", test_open);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
