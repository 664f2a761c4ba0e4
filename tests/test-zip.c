/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "lev-exchange-error.h"
#include "lev-zip.h"

/* 2026-11-23 09:00:00 UTC */
#define MOMENT 1795424400

static const struct
{
  const char *name;
  const char *content;
} entries[] = {
  { "leeg.txt", "" },
  { "Café ’t Hoekje.json", "{}\n" },
  { "Bewijs/certificaat.pdf", "%PDF-1.7 and so on" },
};

static char *
write_zip (const char *folder,
           const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (LevZipWriter) writer = lev_zip_writer_new (path, MOMENT, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autoptr (GBytes) content = g_bytes_new (entries[i].content, strlen (entries[i].content));

      g_assert_true (lev_zip_writer_add (writer, entries[i].name, content, NULL));
    }
  g_assert_true (lev_zip_writer_close (writer, NULL));

  return g_steal_pointer (&path);
}

static void
test_round_trip (void)
{
  g_autofree char *folder = g_dir_make_tmp ("test-zip-XXXXXX", NULL);
  g_autofree char *path = write_zip (folder, "a.zip");
  g_autofree char *again = write_zip (folder, "b.zip");
  g_autofree char *bytes = NULL;
  g_autofree char *bytes_again = NULL;
  g_autoptr (GHashTable) checksums = lev_zip_read_checksums (path, NULL, NULL);
  gsize size;
  gsize size_again;

  g_assert_cmpuint (g_hash_table_size (checksums), ==, G_N_ELEMENTS (entries));
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    {
      g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, entries[i].content,
                                                            -1);
      g_autoptr (GBytes) content = lev_zip_read_entry (path, entries[i].name, NULL);

      g_assert_cmpstr (g_hash_table_lookup (checksums, entries[i].name), ==, sum);
      g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                       entries[i].content, strlen (entries[i].content));
    }

  /* The same content gives the same bytes. */
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (g_file_get_contents (again, &bytes_again, &size_again, NULL));
  g_assert_cmpmem (bytes, size, bytes_again, size_again);

  g_unlink (path);
  g_unlink (again);
  g_rmdir (folder);
}

/* A damaged file gives an error or, where a byte does not matter, the right content. */
static void
test_damaged (void)
{
  g_autofree char *folder = g_dir_make_tmp ("test-zip-XXXXXX", NULL);
  g_autofree char *path = write_zip (folder, "a.zip");
  g_autofree char *bytes = NULL;
  gsize size;
  guint n_refused = 0;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (gsize i = 0; i < size; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GHashTable) checksums = NULL;

      bytes[i] ^= 0x55;
      g_assert_true (g_file_set_contents (path, bytes, size, NULL));
      bytes[i] ^= 0x55;

      checksums = lev_zip_read_checksums (path, NULL, &error);
      if (checksums == NULL)
        {
          g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED);
          n_refused++;
        }
    }
  g_assert_cmpuint (n_refused, >, size / 4);

  /* The last two bytes are the length of a comment that there is not. */
  for (gsize i = 0; i < size - 2; i++)
    {
      g_autoptr (GHashTable) checksums = NULL;

      g_assert_true (g_file_set_contents (path, bytes, i, NULL));
      checksums = lev_zip_read_checksums (path, NULL, NULL);
      g_assert_null (checksums);
    }

  g_unlink (path);
  g_rmdir (folder);
}

static void
test_unwritable (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LevZipWriter) writer = lev_zip_writer_new ("/absent/a.zip", MOMENT, &error);

  g_assert_null (writer);
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WRITE);
}

/* The disk is full: /dev/full takes no byte. */
static void
test_full_disk (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LevZipWriter) writer = lev_zip_writer_new ("/dev/full", MOMENT, NULL);
  g_autoptr (GBytes) content = g_bytes_new_static ("x", 1);

  if (lev_zip_writer_add (writer, "x", content, &error))
    lev_zip_writer_close (writer, &error);
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WRITE);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/zip/round-trip", test_round_trip);
  g_test_add_func ("/zip/damaged", test_damaged);
  g_test_add_func ("/zip/unwritable", test_unwritable);
  g_test_add_func ("/zip/full-disk", test_full_disk);

  return g_test_run ();
}
