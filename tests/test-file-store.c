/* Files that are kept beside a database, under what is in them. */

#include "lev-file-store.h"

#include <glib/gstdio.h>

typedef struct
{
  char  *folder;
  char  *database;
  GFile *source;
} Fixture;

static void
set_up (Fixture      *self,
        gconstpointer data)
{
  g_autofree char *path = NULL;

  self->folder = g_dir_make_tmp ("levman-files-XXXXXX", NULL);
  self->database = g_build_filename (self->folder, "register.levman", NULL);
  path = g_build_filename (self->folder, "Bezettingsplan.txt", NULL);
  g_file_set_contents (path, "twee beheerders", -1, NULL);
  self->source = g_file_new_for_path (path);
}

static void
tear_down (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *command = g_strdup_printf ("chmod -R u+w '%s' && rm -r '%s'", self->folder,
                                              self->folder);

  g_assert_cmpint (system (command), ==, 0);
  g_free (self->folder);
  g_free (self->database);
  g_object_unref (self->source);
}

static char *
add (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  char *sha256 = lev_file_store_add (self->database, self->source, NULL, &error);

  g_assert_no_error (error);

  return sha256;
}

static void
test_keep (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *sha256 = add (self);
  g_autofree char *again = add (self);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "twee beheerders", -1);
  g_autofree char *path = lev_file_store_dup_path (self->database, sha256);
  g_autofree char *expected = g_strdup_printf ("%s.files/%s", self->database, sum);
  g_autofree char *copy = NULL;
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (sha256, ==, sum);
  g_assert_cmpstr (again, ==, sum);
  g_assert_cmpstr (path, ==, expected);

  copy = lev_file_store_check_out (self->database, sha256, "../plan.txt", self->folder, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (copy, self->folder));
  g_assert_true (g_str_has_suffix (copy, "/plan.txt"));
  g_assert_true (g_file_get_contents (copy, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "twee beheerders");
}

/* A file that is gone or is not what was kept is told apart, and can be added once more. */
static void
test_lost (Fixture      *self,
           gconstpointer data)
{
  g_autofree char *sha256 = add (self);
  g_autofree char *path = lev_file_store_dup_path (self->database, sha256);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_null (lev_file_store_check_out (self->database, sha256, "a", self->folder, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "drie beheerders", -1, NULL));
  g_assert_null (lev_file_store_check_out (self->database, sha256, "a", self->folder, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_DAMAGED);
  g_clear_error (&error);

  g_free (add (self));
  g_free (lev_file_store_check_out (self->database, sha256, "a", self->folder, &error));
  g_assert_no_error (error);
}

static void
test_refuse (Fixture      *self,
             gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (self->folder);
  g_autoptr (GFile) none = g_file_get_child (folder, "none");
  g_autoptr (GError) error = NULL;

  g_assert_null (lev_file_store_add (self->database, folder, NULL, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_null (lev_file_store_add (self->database, none, NULL, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_null (lev_file_store_dup_path (self->database, "../register.levman"));
  g_assert_null (lev_file_store_dup_path (self->database, NULL));
  g_assert_null (lev_file_store_check_out (self->database, "x", "a", self->folder, &error));
  g_assert_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/file-store/keep", Fixture, NULL, set_up, test_keep, tear_down);
  g_test_add ("/file-store/lost", Fixture, NULL, set_up, test_lost, tear_down);
  g_test_add ("/file-store/refuse", Fixture, NULL, set_up, test_refuse, tear_down);

  return g_test_run ();
}
