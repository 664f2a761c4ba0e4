/* Copies: which are made, which stay, and how one is put back. */

#include "lev-backup.h"
#include "store-fixture.h"

#include <glib/gstdio.h>

#define DAY (24 * 60 * 60)

/* Starts as moments before now, and which of them stay. */
static const struct
{
  const char *name;
  gint64      interval; /* seconds between starts */
  guint       n_starts;
  guint       n_kept;
} retentions[] = {
  { "nothing", DAY, 0, 0 },
  { "fewer than ten", 60, 9, 9 },
  { "many in an hour", 60, 50, 10 },
  { "ten a day for a year", DAY / 10, 3650, 35 },
  { "every day for two years", DAY, 730, 27 },
  { "every week for two years", 7 * DAY, 104, 18 },
  { "every month for five years", 31 * DAY, 60, 12 },
};

/* The rule again, said in another way: a start stays when it is one of the last ten, or the last
 * of one of the last so many days, weeks or months that had any. */
static gboolean
has_to_stay (const gint64 *moments,
             guint         start)
{
  static const guint counts[] = { 12, 10, 9 };

  if (start < 10)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autoptr (GHashTable) newer = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      static const char *const formats[] = { "%Y-%m-%d", "%G-%V", "%Y-%m" };

      for (guint j = 0; j <= start; j++)
        {
          g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Amsterdam");
          g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (moments[j]);
          g_autoptr (GDateTime) time = g_date_time_to_timezone (utc, zone);
          gboolean is_new = g_hash_table_add (newer, g_date_time_format (time, formats[i]));

          if (j == start && is_new && g_hash_table_size (newer) <= counts[i])
            return TRUE;
        }
    }

  return FALSE;
}

static void
test_retention (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (retentions); i++)
    {
      guint n = retentions[i].n_starts;
      g_autofree gint64 *moments = g_new0 (gint64, n + 1);
      g_autofree gboolean *kept = g_new0 (gboolean, n + 1);
      guint n_kept = 0;

      for (guint j = 0; j < n; j++)
        moments[j] = STORE_FIXTURE_NOW - j * retentions[i].interval;
      lev_backup_choose_kept (moments, n, kept);

      for (guint j = 0; j < n; j++)
        {
          n_kept += kept[j];
          if (j < 800)
            g_assert_cmpint (kept[j], ==, has_to_stay (moments, j));
        }
      g_test_message ("%s: %u of %u", retentions[i].name, n_kept, n);
      g_assert_cmpuint (n_kept, ==, retentions[i].n_kept);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gint64 moment;
  } names[] = {
    { "20261123T090000Z.levman", STORE_FIXTURE_NOW },
    { "20261123T090000Z-2.levman", STORE_FIXTURE_NOW },
    { "20261123T090000Z.levman.tmp", 0 },
    { "20261123T090000.levman", 0 },
    { "2026-11-23 before the audit.levman", 0 },
    { "20261123T090000Z my own.levman", 0 },
    { "20261323T090000Z.levman", 0 },
    { "test.levman", 0 },
    { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpint (lev_backup_parse_name (names[i].name), ==, names[i].moment);
}

/* Every start makes one, whole, and the old ones go; what is not ours stays. */
static void
test_every_start (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *folder = lev_backup_dup_folder (fixture->path);
  g_autofree char *mine = g_build_filename (folder, "mine.levman", NULL);
  g_autofree char *left = g_build_filename (folder, "20200101T000000Z.levman.tmp", NULL);
  g_autoptr (GPtrArray) backups = NULL;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  store_fixture_add (fixture, "Waterland");
  for (guint i = 0; i < 15; i++)
    {
      store_fixture_open (fixture, LEV_STORE_WRITE);
      g_clear_pointer (&backups, g_ptr_array_unref);
      backups = lev_backup_list (fixture->path);
      g_assert_cmpuint (backups->len, ==, MIN (i + 1, 10));
      g_file_set_contents (mine, "mine", -1, NULL);
      g_file_set_contents (left, "left", -1, NULL);
    }
  store_fixture_open (fixture, LEV_STORE_WRITE);
  g_assert_true (g_file_test (mine, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (left, G_FILE_TEST_EXISTS));

  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = lev_backup_list (fixture->path);
  for (guint i = 0; i < backups->len; i++)
    g_assert_true (lev_backup_verify (g_ptr_array_index (backups, i), NULL));

  /* Reading makes none. */
  store_fixture_open (fixture, LEV_STORE_READ);
  g_clear_pointer (&backups, g_ptr_array_unref);
  backups = lev_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 10);
}

static void
damage (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length;

  g_file_get_contents (path, &bytes, &length, NULL);
  memset (bytes + length / 2, 0xa5, length / 4);
  g_file_set_contents (path, bytes, length, NULL);
}

/* A damaged file stays as it is, the message names the newest backup that is whole, and that one
 * put back holds what it held; the damaged one is set aside. */
static void
test_restore (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *restored = NULL;
  g_autofree char *damaged = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *set_aside = NULL;
  gsize n_damaged, n_aside;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  lev_store_begin (fixture->store, "Round");
  store_fixture_add_round (store_fixture_records (fixture), 3, "2026-1");
  store_fixture_commit (fixture);
  expected = store_fixture_dump (fixture->store, TRUE);
  for (guint i = 0; i < 2; i++)
    {
      lev_clock_set (STORE_FIXTURE_NOW + i * DAY);
      store_fixture_open (fixture, LEV_STORE_WRITE);
    }
  store_fixture_add (fixture, "After the last backup");
  store_fixture_close (fixture);

  backups = lev_backup_list (fixture->path);
  g_assert_cmpuint (backups->len, ==, 2);
  damage (g_ptr_array_index (backups, 0));
  g_assert_false (lev_backup_verify (g_ptr_array_index (backups, 0), NULL));
  damage (fixture->path);
  g_file_get_contents (fixture->path, &damaged, &n_damaged, NULL);

  error = store_fixture_refuse (fixture, LEV_STORE_WRITE);
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, g_ptr_array_index (backups, 1)));
  g_assert_null (strstr (error->message, g_ptr_array_index (backups, 0)));
  g_clear_error (&error);

  g_assert_false (
    lev_backup_restore (g_ptr_array_index (backups, 0), fixture->path, &set_aside, &error));
  g_assert_nonnull (error);
  g_assert_null (set_aside);
  g_clear_error (&error);

  lev_backup_restore (g_ptr_array_index (backups, 1), fixture->path, &set_aside, &error);
  g_assert_no_error (error);
  g_file_get_contents (set_aside, &aside, &n_aside, NULL);
  g_assert_cmpmem (damaged, n_damaged, aside, n_aside);
  store_fixture_open (fixture, LEV_STORE_WRITE);
  restored = store_fixture_dump (fixture->store, TRUE);
  g_assert_cmpstr (restored, ==, expected);
}

/* A database that is open somewhere is not replaced under its user. */
static void
test_restore_in_use (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, "-copy", NULL);
  g_autofree char *set_aside = NULL;
  g_autoptr (GError) error = NULL;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  lev_store_backup (fixture->store, copy, LEV_BACKUP_KEEP, &error);
  g_assert_no_error (error);
  g_assert_false (lev_store_backup (fixture->store, copy, LEV_BACKUP_KEEP, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_EXISTS);
  g_clear_error (&error);

  g_assert_false (lev_backup_restore (copy, fixture->path, &set_aside, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_IN_USE);
  store_fixture_add (fixture, "Still here");
}

static char *
dup_writer (StoreFixture *fixture)
{
  return g_strdup (lev_log_get_writer (lev_store_get_log (fixture->store)));
}

/* Whoever writes on in a copy has a name of its own: two that count on from the same number would
 * name different changes alike. */
static void
test_new_writer (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *copy = g_strconcat (fixture->path, "-copy", NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *first = NULL;
  g_autofree char *same = NULL;
  g_autofree char *over = NULL;
  g_autofree char *moved = NULL;
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  store_fixture_open (fixture, LEV_STORE_CREATE);
  first = dup_writer (fixture);
  store_fixture_add (fixture, "Waterland");
  store_fixture_open (fixture, LEV_STORE_WRITE);
  same = dup_writer (fixture);
  g_assert_cmpstr (same, ==, first);

  /* A backup written over the file by hand, byte by byte into the same file. */
  lev_store_backup (fixture->store, copy, LEV_BACKUP_KEEP, &error);
  g_assert_no_error (error);
  store_fixture_close (fixture);
  g_file_get_contents (copy, &bytes, &length, NULL);
  g_assert_true (
    g_file_set_contents_full (fixture->path, bytes, length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  store_fixture_open (fixture, LEV_STORE_WRITE);
  over = dup_writer (fixture);
  g_assert_cmpstr (over, !=, first);
  g_assert_false (lev_store_undo (fixture->store, NULL, NULL));
  store_fixture_add (fixture, "Duinrand");
  g_assert_true (lev_store_check_log (fixture->store, NULL));

  /* The file copied elsewhere. */
  store_fixture_close (fixture);
  g_clear_pointer (&bytes, g_free);
  g_file_get_contents (fixture->path, &bytes, &length, NULL);
  g_free (fixture->path);
  fixture->path = g_build_filename (fixture->folder, "elsewhere.levman", NULL);
  g_file_set_contents (fixture->path, bytes, length, NULL);
  store_fixture_open (fixture, LEV_STORE_WRITE);
  moved = dup_writer (fixture);
  g_assert_cmpstr (moved, !=, over);
  g_assert_cmpuint (strspn (moved, "0123456789abcdef"), ==, LEV_WRITER_LENGTH);
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

  g_test_add_func ("/backup/retention", test_retention);
  g_test_add_func ("/backup/names", test_names);
  add_test ("/backup/every-start", test_every_start);
  add_test ("/backup/restore", test_restore);
  add_test ("/backup/restore-in-use", test_restore_in_use);
  add_test ("/backup/new-writer", test_new_writer);

  return g_test_run ();
}
