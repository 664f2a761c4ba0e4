/* The lasting states of the database: each has its page or banner, says what is going on, and
 * loses nothing. The first argument is the example. */

#include "lev-backup.h"
#include "lev-database-actions.h"
#include "lev-database-work.h"
#include "lev-problem-page.h"
#include "lev-process.h"
#include "lev-schema.h"
#include "lev-setting.h"
#include "lev-state-banner.h"
#include "lev-store-private.h"
#include "lev-welcome-page.h"
#include "lev-window.h"
#include "view-driver.h"
#include "view-fixture.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *example;
static char *folder;

static LevApplication *
get_application (void)
{
  return lev_application_get_default ();
}

/* Newly allocated: a copy of the example of its own; nothing is open. */
static char *
copy_example (const char *name)
{
  g_autoptr (GFile) from = g_file_new_for_path (example);
  static guint count;
  g_autofree char *place = g_strdup_printf ("%s/%u", folder, ++count);
  char *path = g_build_filename (place, name, NULL);
  g_autoptr (GFile) to = g_file_new_for_path (path);
  g_autofree char *in = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  lev_application_close (get_application ());
  g_assert_cmpint (g_mkdir_with_parents (in, 0700), ==, 0);
  g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return path;
}

static LevSupplier *
get_supplier (void)
{
  return lev_record_list_peek (lev_register_list (lev_application_get_records (get_application ()),
                                                  LEV_TYPE_SUPPLIER),
                               0);
}

static void
rename_supplier (const char *name)
{
  lev_application_begin (get_application (), "Naam gewijzigd");
  g_object_set (get_supplier (), "name", name, NULL);
  g_assert_true (lev_application_commit (get_application ()));
}

static void
check_problem (GtkWidget  *window,
               const char *title,
               const char *size,
               const char *picture)
{
  GtkWidget *page, *status;

  view_fixture_iterate (400);
  page = view_driver_look (window, LEV_TYPE_PROBLEM_PAGE);
  g_assert_nonnull (page);
  status = view_driver_look (page, ADW_TYPE_STATUS_PAGE);
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (status)), ==, title);
  g_assert_null (lev_application_get_store (get_application ()));
  view_fixture_picture (window, size, picture);
}

static const char *
get_banner (GtkWidget *window)
{
  GtkWidget *holder;

  view_fixture_iterate (400);
  holder = view_driver_look (window, LEV_TYPE_STATE_BANNER);
  if (holder != NULL)
    holder = view_driver_look (holder, ADW_TYPE_BANNER);

  return holder != NULL && adw_banner_get_revealed (ADW_BANNER (holder))
           ? adw_banner_get_title (ADW_BANNER (holder))
           : NULL;
}

static void
test_welcome (GtkWidget  *window,
              const char *size)
{
  lev_application_close (get_application ());
  view_fixture_iterate (400);
  g_assert_nonnull (view_driver_look (window, LEV_TYPE_WELCOME_PAGE));
  view_fixture_picture (window, size, "welkom");
}

/* Damages the file at @path, in the middle. */
static void
damage (const char *path)
{
  FILE *file = g_fopen (path, "r+b");

  g_assert_nonnull (file);
  g_assert_cmpint (fseek (file, 0, SEEK_END), ==, 0);
  g_assert_cmpint (fseek (file, ftell (file) / 2, SEEK_SET), ==, 0);
  for (guint i = 0; i < 64; i++)
    fputc (0xa5, file);
  fclose (file);
}

/* The backup of the start comes back, the damaged file stays beside it byte for byte. */
static void
test_damaged (GtkWidget  *window,
              const char *size)
{
  g_autofree char *path = copy_example ("beschadigd.levman");
  g_autofree char *bytes = NULL;
  g_autofree char *name = NULL;
  g_autoptr (GDir) dir = NULL;
  g_autofree char *place = g_path_get_dirname (path);
  const char *entry;
  gsize length;
  guint n_aside = 0;

  g_assert_true (lev_application_go_to (get_application (), path, LEV_STORE_WRITE));
  name = g_strdup (get_supplier ()->name);
  rename_supplier ("Na de back-up");
  lev_application_close (get_application ());
  damage (path);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));

  g_assert_false (lev_application_go_to (get_application (), path, LEV_STORE_WRITE));
  check_problem (window, "De database is beschadigd", size, "beschadigd");

  gtk_widget_activate_action (view_driver_look (window, LEV_TYPE_PROBLEM_PAGE), "problem.restore",
                              NULL);
  view_fixture_finish ();
  g_assert_nonnull (lev_application_get_store (get_application ()));
  g_assert_cmpstr (get_supplier ()->name, ==, name);

  dir = g_dir_open (place, 0, NULL);
  while ((entry = g_dir_read_name (dir)) != NULL)
    if (strstr (entry, "-set-aside-") != NULL)
      {
        g_autofree char *aside = g_build_filename (place, entry, NULL);
        g_autofree char *kept = NULL;
        gsize n_kept;

        g_assert_true (g_file_get_contents (aside, &kept, &n_kept, NULL));
        g_assert_cmpmem (bytes, length, kept, n_kept);
        n_aside++;
      }
  g_assert_cmpuint (n_aside, ==, 1);
}

static void
test_no_backup (GtkWidget  *window,
                const char *size)
{
  g_autofree char *path = copy_example ("beschadigd.levman");

  damage (path);
  g_assert_false (lev_application_go_to (get_application (), path, LEV_STORE_WRITE));
  check_problem (window, "De database is beschadigd", size, "beschadigd-zonder-back-up");
}

static void
test_in_use (GtkWidget  *window,
             const char *size)
{
  g_autofree char *path = copy_example ("in-gebruik.levman");
  g_autoptr (LevStore) other = lev_store_open (path, LEV_STORE_WRITE, NULL);

  g_assert_nonnull (other);
  g_assert_false (lev_application_go_to (get_application (), path, LEV_STORE_WRITE));
  check_problem (window, "De database is elders geopend", size, "in-gebruik");

  g_clear_object (&other);
  gtk_widget_activate_action (view_driver_look (window, LEV_TYPE_PROBLEM_PAGE), "problem.try-again",
                              NULL);
  view_fixture_finish ();
  g_assert_nonnull (lev_application_get_store (get_application ()));
}

static void
test_foreign (GtkWidget  *window,
              const char *size)
{
  g_autofree char *path = g_build_filename (folder, "vreemd.levman", NULL);
  sqlite3 *handle;

  lev_application_close (get_application ());
  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  sqlite3_exec (handle, "CREATE TABLE IF NOT EXISTS recipe (name TEXT)", NULL, NULL, NULL);
  sqlite3_close (handle);

  g_assert_false (lev_application_go_to (get_application (), path, LEV_STORE_WRITE));
  check_problem (window, "Dit is geen database van Levman Review", size, "vreemd");
}

static void
test_not_found (GtkWidget  *window,
                const char *size)
{
  lev_application_close (get_application ());
  g_assert_false (
    lev_application_go_to (get_application (), "/levman/er-is-niets.levman", LEV_STORE_WRITE));
  check_problem (window, "De database is er niet", size, "niet-gevonden");
}

/* It is copied to this computer and opened there; the one in the synced folder stays. */
static void
test_synced (GtkWidget  *window,
             const char *size)
{
  g_autofree char *path = copy_example ("OneDrive - Gemeente/register.levman");
  LevStore *store;

  g_assert_false (lev_application_go_to (get_application (), path, LEV_STORE_WRITE));
  check_problem (window, "De database staat in een gesynchroniseerde map of netwerkmap", size,
                 "gesynchroniseerd");

  gtk_widget_activate_action (view_driver_look (window, LEV_TYPE_PROBLEM_PAGE), "problem.take-over",
                              NULL);
  view_fixture_finish ();
  store = lev_application_get_store (get_application ());
  g_assert_nonnull (store);
  g_assert_true (g_str_has_prefix (lev_store_get_path (store), g_get_user_data_dir ()));
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (lev_store_get_notice (store));
}

/* Tests can run as a user whom nothing forbids, so the store's answer is made up. */
static void
test_read_only (GtkWidget  *window,
                const char *size)
{
  g_autofree char *path = copy_example ("alleen-lezen.levman");
  g_autoptr (GError) error = g_error_new (LEV_STORE_ERROR, LEV_STORE_ERROR_READ_ONLY,
                                          "‘%s’ openen: in het bestand of de map kan niet worden "
                                          "geschreven",
                                          path);
  g_autofree char *name = NULL;

  lev_window_show_problem (LEV_WINDOW (window), path, error);
  check_problem (window, "In de database kan niet worden geschreven", size, "alleen-lezen");

  gtk_widget_activate_action (view_driver_look (window, LEV_TYPE_PROBLEM_PAGE), "problem.read",
                              NULL);
  view_fixture_finish ();
  g_assert_nonnull (lev_application_get_store (get_application ()));
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "alleen-lezen-geopend");
  g_assert_nonnull (get_banner (window));

  /* What is tried is refused with the reason, and nothing changes. */
  name = g_strdup (get_supplier ()->name);
  lev_application_begin (get_application (), "Naam gewijzigd");
  g_object_set (get_supplier (), "name", "Anders", NULL);
  g_assert_false (lev_application_commit (get_application ()));
  g_assert_cmpstr (get_supplier ()->name, ==, name);

  g_action_group_activate_action (G_ACTION_GROUP (get_application ()), "open-for-writing", NULL);
  view_fixture_finish ();
  g_assert_null (get_banner (window));
  rename_supplier ("Anders");
}

/* A file of a newer version says so, and can be read. */
static void
test_newer (GtkWidget  *window,
            const char *size)
{
  g_autofree char *path = copy_example ("nieuwer.levman");
  g_autofree char *version = g_strdup_printf ("%d", LEV_SCHEMA_VERSION + 1);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version=%s", version);
  LevDatabase *database = lev_database_open (path, LEV_DATABASE_WRITE, NULL);
  g_autoptr (LevChecksums) sums = lev_checksums_new ();

  g_assert_true (lev_database_execute (database, stamp, NULL));
  g_assert_true (lev_checksums_add_up (sums, database, "setting", NULL));
  g_assert_true (lev_setting_set (database, sums, "version", version, NULL));
  g_assert_true (lev_checksums_save (sums, database, NULL));
  lev_database_close (database);

  g_assert_true (lev_application_go_to (get_application (), path, LEV_STORE_WRITE));
  g_assert_nonnull (strstr (get_banner (window), "nieuwere versie"));
  view_fixture_picture (window, size, "nieuwer");
}

/* The disk is full: SQLite may not make the file longer. What was changed stays in sight, further
 * edits wait behind it, and all of it is saved when there is room again. */
static void
test_full (GtkWidget  *window,
           const char *size)
{
  g_autofree char *path = copy_example ("vol.levman");
  LevStore *store;

  g_assert_true (lev_application_go_to (get_application (), path, LEV_STORE_WRITE));
  store = lev_application_get_store (get_application ());
  g_assert_true (lev_database_execute (store->database, "PRAGMA max_page_count=1", NULL));

  for (guint i = 0; lev_store_get_unsaved (store) == NULL; i++)
    {
      g_autofree char *notes = g_strnfill (4000, 'x');

      g_assert_cmpuint (i, <, 1000);
      lev_application_begin (get_application (), "Notitie");
      g_object_set (get_supplier (), "notes", i % 2 == 0 ? notes : NULL, NULL);
      g_assert_true (lev_application_commit (get_application ()));
    }
  rename_supplier ("Na de volle schijf");
  g_assert_nonnull (strstr (get_banner (window), "de schijf is vol"));
  g_assert_cmpstr (get_supplier ()->name, ==, "Na de volle schijf");
  view_fixture_picture (window, size, "schijf-vol");

  /* It cannot be left by accident either. */
  g_assert_false (lev_database_actions_confirm_close (get_application (), GTK_WINDOW (window)));
  view_fixture_iterate (400);
  view_fixture_picture (window, size, "schijf-vol-sluiten");
  adw_dialog_force_close (
    adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));

  g_assert_true (lev_database_execute (store->database, "PRAGMA max_page_count=100000", NULL));
  g_action_group_activate_action (G_ACTION_GROUP (get_application ()), "save-again", NULL);
  g_assert_null (get_banner (window));
  lev_application_close (get_application ());
  g_assert_true (lev_application_go_to (get_application (), path, LEV_STORE_WRITE));
  g_assert_cmpstr (get_supplier ()->name, ==, "Na de volle schijf");
}

/* The database goes to another folder; the old file is set aside. */
static void
test_move (GtkWidget  *window,
           const char *size)
{
  g_autofree char *path = copy_example ("verhuist.levman");
  g_autofree char *place = g_path_get_dirname (path);
  g_autofree char *target = g_build_filename (place, "elders", NULL);
  g_autofree char *expected = g_build_filename (target, "verhuist.levman", NULL);
  g_autofree char *chosen = NULL;

  g_assert_cmpint (g_mkdir (target, 0700), ==, 0);
  g_assert_true (lev_application_go_to (get_application (), path, LEV_STORE_WRITE));
  rename_supplier ("Voor de verhuizing");
  lev_database_work_move (get_application (), target);
  view_fixture_finish ();
  g_assert_cmpstr (lev_store_get_path (lev_application_get_store (get_application ())), ==,
                   expected);
  g_assert_cmpstr (get_supplier ()->name, ==, "Voor de verhuizing");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  chosen = lev_application_dup_place (get_application ());
  g_assert_cmpstr (chosen, ==, expected);

  /* Not where something is already, nor into a synced folder: then it stays open where it is. */
  lev_database_work_move (get_application (), target);
  view_fixture_finish ();
  g_assert_cmpstr (lev_store_get_path (lev_application_get_store (get_application ())), ==,
                   expected);
  rename_supplier ("Na de verhuizing");
}

static void
add_tests (const char *database)
{
  example = database;
  folder = g_dir_make_tmp ("levman-states-XXXXXX", NULL);
  view_fixture_add ("states/welcome", test_welcome);
  view_fixture_add ("states/damaged", test_damaged);
  view_fixture_add ("states/no-backup", test_no_backup);
  view_fixture_add ("states/in-use", test_in_use);
  view_fixture_add ("states/foreign", test_foreign);
  view_fixture_add ("states/not-found", test_not_found);
  view_fixture_add ("states/synced", test_synced);
  view_fixture_add ("states/read-only", test_read_only);
  view_fixture_add ("states/newer", test_newer);
  view_fixture_add ("states/full", test_full);
  view_fixture_add ("states/move", test_move);
}

int
main (int    argc,
      char **argv)
{
  return view_fixture_run (argc, argv, add_tests);
}
