/* The example is made in a thread while the rest goes on, and can be given up. */

#include "lev-example.h"
#include "lev-store.h"

#include <glib/gstdio.h>
#include <locale.h>

typedef struct
{
  char         *folder;
  char         *path;
  char         *archive;
  GCancellable *cancellable;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("levman-example-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "voorbeeld.levman", NULL);
  fixture->archive = lev_example_dup_archive (fixture->path);
  fixture->cancellable = g_cancellable_new ();
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  const char *words[] = { "rm", "-rf", fixture->folder, NULL };

  g_spawn_sync (NULL, (char **) words, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
  g_object_unref (fixture->cancellable);
  g_free (fixture->archive);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static gpointer
write_in_thread (gpointer data)
{
  Fixture *fixture = data;
  GError *error = NULL;

  lev_example_write (fixture->path, NULL, NULL, fixture->cancellable, &error);

  return error;
}

static void
test_thread (Fixture      *fixture,
             gconstpointer data)
{
  GThread *thread = g_thread_new ("example", write_in_thread, fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (LevStore) store = NULL;
  gint64 before = lev_clock_now ();

  /* It is being made in its own time, here it is today. */
  while (!g_file_test (fixture->path, G_FILE_TEST_EXISTS))
    g_usleep (100);
  g_assert_cmpint (lev_clock_now (), >=, before);

  error = g_thread_join (thread);
  g_assert_no_error (error);
  store = lev_store_open (fixture->path, LEV_STORE_READ, &error);
  g_assert_no_error (error);
  g_assert_true (lev_store_check_log (store, &error));
  g_assert_true (g_file_test (fixture->archive, G_FILE_TEST_IS_DIR));
}

static void
test_cancelled (Fixture      *fixture,
                gconstpointer data)
{
  GThread *thread = g_thread_new ("example", write_in_thread, fixture);
  g_autoptr (GError) error = NULL;

  /* Give it up when it is well under way: dossiers are being archived. */
  while (!g_file_test (fixture->archive, G_FILE_TEST_EXISTS))
    g_usleep (100);
  g_cancellable_cancel (fixture->cancellable);

  error = g_thread_join (thread);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
}

static void
test_existing (Fixture      *fixture,
               gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "of someone else", -1, NULL));
  g_assert_false (lev_example_write (fixture->path, NULL, NULL, NULL, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "of someone else");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/example/thread", Fixture, NULL, set_up, test_thread, tear_down);
  g_test_add ("/example/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/example/existing", Fixture, NULL, set_up, test_existing, tear_down);

  return g_test_run ();
}
