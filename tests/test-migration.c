/* Files of other versions, and the tie between the version and the fields. */

#include "lev-backup.h"
#include "lev-schema.h"
#include "lev-setting.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

/* The fields of each version. When this fails, a field or a kind was changed: raise
 * LEV_SCHEMA_VERSION, add a migration (which may be empty: the projection is made anew), and add a
 * line here. As long as nothing is released the line of version 1 may change. */
static const char *const fingerprints[] = {
  NULL, /* version 0 is an empty file */
  "aeab4d7a1d2f8e3d",
};

static void
test_fingerprint (void)
{
  g_autofree char *fingerprint = lev_schema_dup_fingerprint ();

  g_assert_cmpuint (G_N_ELEMENTS (fingerprints), ==, LEV_SCHEMA_VERSION + 1);
  g_assert_cmpstr (fingerprint, ==, fingerprints[LEV_SCHEMA_VERSION]);
}

static char *
read_bytes (const char *path,
            gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *bytes;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);

  return bytes;
}

/* A newer version added a column, a table and operations: what is known here can be read, nothing
 * can be written, and the file stays as it is to the byte. */
static void
test_newer (StoreFixture *fixture,
            gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *version = g_strdup_printf ("%d", LEV_SCHEMA_VERSION + 1);
  g_autofree char *stamp = g_strdup_printf ("PRAGMA user_version=%s", version);
  g_autofree char *id = NULL;
  gsize n_before, n_after;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  id = g_strdup (LEV_RECORD (store_fixture_add (fixture, "Waterland"))->id);
  store_fixture_execute (fixture, "ALTER TABLE supplier ADD COLUMN colour TEXT;"
                                  "CREATE TABLE satellite (id TEXT PRIMARY KEY) STRICT;");
  store_fixture_execute (fixture, stamp);
  {
    g_autoptr (LevDatabase) database = lev_database_open (fixture->path, LEV_DATABASE_WRITE, NULL);
    g_autoptr (LevChecksums) sums = lev_checksums_new ();

    g_assert_true (lev_checksums_add_up (sums, database, "setting", NULL));
    g_assert_true (lev_checksums_add_up (sums, database, "supplier", NULL));
    g_assert_true (lev_setting_set (database, sums, "version", version, NULL));
    g_assert_true (lev_checksums_save (sums, database, NULL));
  }
  before = read_bytes (fixture->path, &n_before);

  for (LevStoreMode mode = LEV_STORE_READ; mode <= LEV_STORE_WRITE; mode++)
    {
      g_autoptr (GError) error = NULL;

      store_fixture_open (fixture, mode);
      g_assert_nonnull (strstr (lev_store_get_notice (fixture->store), "newer version"));
      g_assert_cmpstr (store_fixture_get_name (fixture, id), ==, "Waterland");
      lev_store_begin (fixture->store, "Change");
      g_object_set (lev_register_lookup (store_fixture_records (fixture), id), "name", "X", NULL);
      g_assert_false (lev_store_commit (fixture->store, &error));
      g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_TOO_NEW);
      g_assert_cmpstr (store_fixture_get_name (fixture, id), ==, "Waterland");
      store_fixture_close (fixture);
    }

  after = read_bytes (fixture->path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* Damage in a newer file is found as well. */
static void
test_newer_damaged (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  test_newer (fixture, data);
  store_fixture_execute (fixture, "UPDATE supplier SET colour = 'red'");
  error = store_fixture_refuse (fixture, LEV_STORE_WRITE);
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED);
}

/* Makes a file as version 0 would have left it: a table of its own, and none of the log. */
static void
make_older (StoreFixture *fixture)
{
  store_fixture_execute (fixture, "PRAGMA application_id=0x4c657652;"
                                  "CREATE TABLE supplier (id TEXT, name TEXT);"
                                  "INSERT INTO supplier VALUES ('1', 'Waterland');");
}

/* An older file is upgraded after a copy of it was made and verified. */
static void
test_older (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  const char *oldest;

  make_older (fixture);
  error = store_fixture_refuse (fixture, LEV_STORE_READ);
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_READ_ONLY);

  store_fixture_open (fixture, LEV_STORE_WRITE);
  store_fixture_add (fixture, "Duinrand");
  store_fixture_close (fixture);

  backups = lev_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 2); /* before the upgrade, and of the start */
  oldest = g_ptr_array_index (backups, 1);
  g_assert_true (lev_backup_verify (oldest, NULL));
  g_assert_cmpint (g_rename (oldest, fixture->path), ==, 0);
  store_fixture_execute (fixture, "INSERT INTO supplier (id, name) SELECT id || '2', name"
                                  " FROM supplier WHERE name = 'Waterland'");
}

/* Without a copy there is no upgrade: the file stays as it is. */
static void
test_no_backup (StoreFixture *fixture,
                gconstpointer data)
{
  g_autofree char *folder = lev_backup_dup_folder (fixture->path);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_before, n_after;

  make_older (fixture);
  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  before = read_bytes (fixture->path, &n_before);

  error = store_fixture_refuse (fixture, LEV_STORE_WRITE);
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_READ_ONLY);
  after = read_bytes (fixture->path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

/* An upgrade that cannot be finished leaves the old file: here something stands in its way. */
static void
test_failed_upgrade (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_before, n_after;

  make_older (fixture);
  store_fixture_execute (fixture, "CREATE TABLE operation (mine TEXT)");
  before = read_bytes (fixture->path, &n_before);

  error = store_fixture_refuse (fixture, LEV_STORE_WRITE);
  after = read_bytes (fixture->path, &n_after);
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
add_test (const char *path, void (*test) (StoreFixture *, gconstpointer))
{
  g_test_add (path, StoreFixture, NULL, store_fixture_set_up, test, store_fixture_tear_down);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/migration/fingerprint", test_fingerprint);
  add_test ("/migration/newer", test_newer);
  add_test ("/migration/newer-damaged", test_newer_damaged);
  add_test ("/migration/older", test_older);
  add_test ("/migration/no-backup", test_no_backup);
  add_test ("/migration/failed-upgrade", test_failed_upgrade);

  return g_test_run ();
}
