/* The files of evidence go where their database goes: backup, restore, moving. */

#include "lev-backup.h"
#include "lev-file-set.h"
#include "lev-file-store.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

#define TEXT "twee beheerders"

/* A database with two pieces of evidence: one with a file, one whose file is nowhere. */
static char *
begin (StoreFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->folder, "Bezettingsplan.txt", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autofree char *absent = g_strnfill (64, 'a');
  LevRegister *records;
  LevAction *action;
  char *sha256;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  g_assert_true (g_file_set_contents (path, TEXT, -1, NULL));
  sha256 = lev_file_store_add (fixture->path, source, NULL, NULL);
  g_assert_nonnull (sha256);

  records = store_fixture_records (fixture);
  lev_store_begin (fixture->store, "Evidence");
  action = lev_register_add (records, LEV_TYPE_ACTION, "title", "Plan", NULL);
  lev_register_add (records, LEV_TYPE_EVIDENCE, "action", action, "name", "Bezettingsplan",
                    "sha256", sha256, NULL);
  lev_register_add (records, LEV_TYPE_EVIDENCE, "action", action, "name", "Kwijt", "sha256", absent,
                    NULL);
  store_fixture_commit (fixture);

  return sha256;
}

static void
assert_kept (const char *database,
             const char *sha256)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = lev_file_store_read (database, sha256, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content), TEXT,
                   strlen (TEXT));
}

static void
assert_lost (StoreFixture *fixture,
             guint         n_lost)
{
  g_autoptr (GPtrArray)
    lost = lev_file_set_list_lost (fixture->path, store_fixture_records (fixture));
  g_autofree char *text = lev_store_describe_lost (fixture->store);

  g_assert_cmpuint (lost->len, ==, n_lost);
  g_assert_nonnull (strstr (text, "‘Kwijt’"));
  g_assert_true ((strstr (text, "‘Bezettingsplan’") != NULL) == (n_lost == 2));
}

static void
test_backup (StoreFixture *fixture,
             gconstpointer data)
{
  g_autofree char *sha256 = begin (fixture);
  g_autofree char *copy = g_strconcat (fixture->path, "-copy", NULL);
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere.levman", NULL);
  g_autofree char *set_aside = NULL;
  g_autoptr (GError) error = NULL;

  lev_store_backup (fixture->store, copy, LEV_BACKUP_KEEP, &error);
  g_assert_no_error (error);
  assert_kept (copy, sha256);
  assert_lost (fixture, 1);

  lev_backup_restore (copy, elsewhere, &set_aside, &error);
  g_assert_no_error (error);
  g_assert_null (set_aside);
  assert_kept (elsewhere, sha256);

  lev_store_backup (fixture->store, copy, LEV_BACKUP_REPLACE, &error);
  g_assert_no_error (error);
  assert_kept (copy, sha256);
}

/* A backup of a start has its files with the database that it is of. */
static void
test_own_backup (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *sha256 = begin (fixture);
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "elsewhere.levman", NULL);
  g_autofree char *set_aside = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_open (fixture, LEV_STORE_WRITE);
  store_fixture_close (fixture);
  backups = lev_backup_list (fixture->path);

  lev_backup_restore (g_ptr_array_index (backups, 0), elsewhere, &set_aside, &error);
  g_assert_no_error (error);
  assert_kept (elsewhere, sha256);

  lev_backup_restore (g_ptr_array_index (backups, 0), fixture->path, &set_aside, &error);
  g_assert_no_error (error);
  g_assert_nonnull (set_aside);
  assert_kept (fixture->path, sha256);
  assert_kept (set_aside, sha256);
}

static void
test_set_aside (StoreFixture *fixture,
                gconstpointer data)
{
  g_autofree char *sha256 = begin (fixture);
  g_autofree char *folder = lev_file_store_dup_folder (fixture->path);
  g_autofree char *set_aside = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_close (fixture);
  lev_backup_set_aside (fixture->path, &set_aside, &error);
  g_assert_no_error (error);
  assert_kept (set_aside, sha256);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* What was changed is not passed on as if it were the evidence. */
static void
test_damaged (StoreFixture *fixture,
              gconstpointer data)
{
  g_autofree char *sha256 = begin (fixture);
  g_autofree char *path = lev_file_store_dup_path (fixture->path, sha256);
  g_autofree char *copy = g_strconcat (fixture->path, "-copy", NULL);
  g_autofree char *copied = lev_file_store_dup_path (copy, sha256);

  g_assert_true (g_file_set_contents (path, "drie beheerders", -1, NULL));
  assert_lost (fixture, 2);
  g_assert_true (lev_store_backup (fixture->store, copy, LEV_BACKUP_KEEP, NULL));
  g_assert_false (g_file_test (copied, G_FILE_TEST_EXISTS));
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

  add_test ("/file-set/backup", test_backup);
  add_test ("/file-set/own-backup", test_own_backup);
  add_test ("/file-set/set-aside", test_set_aside);
  add_test ("/file-set/damaged", test_damaged);

  return g_test_run ();
}
