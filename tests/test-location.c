/* Folders in which a database gets damaged. */

#include "lev-location.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

static const struct
{
  const char *folder; /* where the database is */
  const char *mark;   /* a folder that the client made, or NULL */
  gboolean    is_refused;
} places[] = {
  { "Documenten/levman", NULL, FALSE },
  { "OneDrive", NULL, TRUE },
  { "OneDrive - Regiodienst/levman", NULL, TRUE },
  { "Dropbox/a/b", NULL, TRUE },
  { "Dropbox (Regiodienst)", NULL, TRUE },
  { "Nextcloud/levman", NULL, TRUE },
  { "SharePoint", NULL, TRUE },
  { "work/levman", "work/.stfolder", TRUE },
  { "work/levman", "work/.sync_0a1b.db", TRUE },
  { "work/levman", "work/.dropbox.cache", TRUE },
  { "work/levman", "elsewhere/.stfolder", FALSE },
  /* The settings of a client are no synced folder. */
  { "work/levman", ".dropbox", FALSE },
  { "OneDriveless", NULL, FALSE },
};

static void
test_places (StoreFixture *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", i);
      g_autofree char *folder = g_build_filename (fixture->folder, number, places[i].folder, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s, %s", places[i].folder, places[i].mark);
      g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
      if (places[i].mark != NULL)
        {
          g_autofree char *mark = g_build_filename (fixture->folder, number, places[i].mark, NULL);

          g_assert_cmpint (g_mkdir_with_parents (mark, 0700), ==, 0);
        }

      g_free (fixture->path);
      fixture->path = g_build_filename (folder, "test.levman", NULL);
      if (places[i].is_refused)
        {
          error = store_fixture_refuse (fixture, LEV_STORE_CREATE);
          g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_LOCATION);
          g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
        }
      else
        {
          store_fixture_open (fixture, LEV_STORE_CREATE);
          store_fixture_close (fixture);
        }
    }
}

/* A link does not hide where the file is. */
static void
test_link (StoreFixture *fixture,
           gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "Nextcloud", NULL);
  g_autofree char *target = g_build_filename (folder, "test.levman", NULL);
  g_autoptr (GError) error = NULL;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  store_fixture_close (fixture);
  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (g_rename (fixture->path, target), ==, 0);
  g_assert_cmpint (symlink (target, fixture->path), ==, 0);

  error = store_fixture_refuse (fixture, LEV_STORE_WRITE);
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_LOCATION);
}

static void
test_file_systems (void)
{
  static const struct
  {
    const char *type;
    gboolean is_network;
  } types[] = {
    { "nfs4", TRUE },   { "cifs", TRUE },  { "fuse.sshfs", TRUE }, { "fuse.rclone", TRUE },
    { "davfs", TRUE },  { "ext4", FALSE }, { "btrfs", FALSE },     { "tmpfs", FALSE },
    { "overlay", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    g_assert_cmpint (lev_location_is_network (types[i].type), ==, types[i].is_network);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/location/places", StoreFixture, NULL, store_fixture_set_up, test_places,
              store_fixture_tear_down);
  g_test_add ("/location/link", StoreFixture, NULL, store_fixture_set_up, test_link,
              store_fixture_tear_down);
  g_test_add_func ("/location/file-systems", test_file_systems);

  return g_test_run ();
}
