/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "lev-exchange-error.h"
#include "lev-new-file.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("test-new-file-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "file.txt", NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* nothing temporary is left */
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
assert_content (const char *path,
                const char *content)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, content);
}

static gboolean
write_text (const char    *path,
            const char    *text,
            LevNewFileMode mode,
            GError       **error)
{
  g_autoptr (GBytes) content = g_bytes_new (text, strlen (text));

  return lev_new_file_write (path, content, mode, error);
}

static void
test_write (Fixture      *fixture,
            gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (write_text (fixture->path, "one", LEV_NEW_FILE_KEEP, NULL));
  g_assert_true (write_text (fixture->path, "two", LEV_NEW_FILE_REPLACE, NULL));
  assert_content (fixture->path, "two");
  g_assert_true (write_text (fixture->path, "", LEV_NEW_FILE_REPLACE, NULL));
  assert_content (fixture->path, "");

  g_assert_false (write_text (fixture->path, "three", LEV_NEW_FILE_KEEP, &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_EXISTS);
  assert_content (fixture->path, "");
}

static gboolean
refuse (const char *temporary,
        gpointer    user_data,
        GError    **error)
{
  assert_content (temporary, user_data);
  g_set_error_literal (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED, "refused");
  return FALSE;
}

static void
test_check_refuses (Fixture      *fixture,
                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *temporary = lev_new_file_dup_temporary (fixture->path);

  g_assert_true (write_text (fixture->path, "old", LEV_NEW_FILE_KEEP, NULL));
  g_assert_true (g_file_set_contents (temporary, "new", -1, NULL));
  g_assert_false (lev_new_file_publish (temporary, fixture->path, LEV_NEW_FILE_REPLACE, refuse,
                                        (gpointer) "new", &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED);
  assert_content (fixture->path, "old");
}

static void
test_no_folder (Fixture      *fixture,
                gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "absent", "file.txt", NULL);

  g_assert_false (write_text (path, "text", LEV_NEW_FILE_REPLACE, &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WRITE);
}

static void
test_folder (Fixture      *fixture,
             gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "folder", NULL);
  g_autofree char *temporary = lev_new_file_dup_temporary (path);
  g_autofree char *sub = g_build_filename (temporary, "sub", NULL);
  g_autofree char *moved = g_build_filename (path, "sub", NULL);

  g_assert_cmpint (g_mkdir_with_parents (sub, 0777), ==, 0);
  g_assert_true (lev_new_file_publish_folder (temporary, path, NULL));
  g_assert_true (g_file_test (moved, G_FILE_TEST_IS_DIR));

  g_assert_cmpint (g_mkdir (temporary, 0777), ==, 0);
  g_assert_false (lev_new_file_publish_folder (temporary, path, &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_EXISTS);

  g_rmdir (temporary);
  g_rmdir (moved);
  g_rmdir (path);
}

/* What is ours to take away, by its name alone. */
static void
test_names (void)
{
  static const struct
  {
    const char *name;
    gboolean is_temporary;
  } rows[] = {
    { ".levman-0123456789abcdef.tmp", TRUE },   { ".levman-0123456789abcde.tmp", FALSE },
    { ".levman-0123456789abcdef0.tmp", FALSE }, { ".levman-0123456789ABCDEF.tmp", FALSE },
    { "levman-0123456789abcdef.tmp", FALSE },   { ".levman-0123456789abcdef.tmp~", FALSE },
    { ".levman-.tmp", FALSE },                  { "notitie.tmp", FALSE },
  };
  g_autofree char *temporary = lev_new_file_dup_temporary ("/map/bestand.pdf");
  g_autofree char *name = g_path_get_basename (temporary);
  g_autofree char *fixed = lev_new_file_dup_fixed_temporary ("/map/bestand.pdf");
  g_autofree char *again = lev_new_file_dup_fixed_temporary ("/map/bestand.pdf");
  g_autofree char *other = lev_new_file_dup_fixed_temporary ("/map/ander.pdf");
  g_autofree char *fixed_name = g_path_get_basename (fixed);

  g_assert_true (g_str_has_prefix (temporary, "/map/"));
  g_assert_true (lev_new_file_is_temporary (name));
  g_assert_true (lev_new_file_is_temporary (fixed_name));
  g_assert_cmpstr (fixed, ==, again);
  g_assert_cmpstr (fixed, !=, other);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (lev_new_file_is_temporary (rows[i].name), ==, rows[i].is_temporary);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/new-file/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/new-file/check", Fixture, NULL, set_up, test_check_refuses, tear_down);
  g_test_add ("/new-file/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  g_test_add ("/new-file/folder", Fixture, NULL, set_up, test_folder, tear_down);
  g_test_add_func ("/new-file/names", test_names);

  return g_test_run ();
}
