/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "archive-fixture.h"
#include "lev-archive-private.h"
#include "lev-exchange-error.h"
#include "lev-file-name.h"
#include "lev-manifest.h"
#include "lev-state.h"
#include "lev-zip.h"

#define N_FILES 12
#define DOSSIER "2026/Review 2026-2/Café ’t Hoekje- A-B + Zn"
#define ZIP     "Review 2026-2 Café ’t Hoekje- A-B + Zn.levman.zip"

static char *
get_path (ArchiveFixture *fixture,
          const char     *name)
{
  return g_build_filename (fixture->folder, DOSSIER, name, NULL);
}

static void
test_round_trip (ArchiveFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (LevArchiveResult) result = archive_fixture_write (fixture, fixture->dossier);
  g_autoptr (LevArchiveCheck) check = archive_fixture_verify (fixture);
  g_autofree char *zip = g_build_filename (fixture->folder, result->path, NULL);
  g_autofree char *dossier = g_build_filename (fixture->folder, DOSSIER, NULL);
  g_autofree char *bytes = NULL;
  g_autofree char *sum = NULL;
  g_autoptr (GBytes) evidence = NULL;
  char *sha256sum[] = { (char *) "sha256sum", (char *) "--check",         (char *) "--strict",
                        (char *) "--quiet",   (char *) LEV_MANIFEST_NAME, NULL };
  gsize size;
  int status = -1;

  g_assert_cmpstr (result->path, ==, DOSSIER "/" ZIP);
  g_assert_cmpuint (result->n_files, ==, N_FILES);
  g_assert_true (g_file_get_contents (zip, &bytes, &size, NULL));
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) bytes, size);
  g_assert_cmpstr (result->sha256, ==, sum);

  g_assert_cmpuint (check->n_folders, ==, 1);
  g_assert_cmpuint (check->findings->len, ==, N_FILES);
  g_assert_cmpuint (check->n_found[LEV_FINDING_RIGHT], ==, N_FILES);
  g_assert_true (lev_archive_check_is_right (check));

  evidence = lev_zip_read_entry (zip, "Evidence/A01 Plan.zip", NULL);
  g_assert_cmpmem (g_bytes_get_data (evidence, NULL), g_bytes_get_size (evidence),
                   ARCHIVE_FIXTURE_EVIDENCE, strlen (ARCHIVE_FIXTURE_EVIDENCE));

  g_assert_true (g_spawn_sync (dossier, sha256sum, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL,
                               NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
}

/* Of a dossier that is in an archive already, the same records at the same moment give the same
 * .zip; the next version gets a name of its own and leaves the first as it is. */
static void
test_versions (ArchiveFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (LevArchiveResult) first = NULL;
  g_autoptr (LevArchiveResult) second = NULL;
  g_autoptr (LevArchiveCheck) check = NULL;

  lev_register_begin (fixture->records, "Archive");
  lev_register_add (fixture->records, LEV_TYPE_ARCHIVE_RECORD, "dossier", fixture->dossier, "path",
                    "elsewhere.zip", "sha256", "0", NULL);
  lev_register_end (fixture->records);

  first = archive_fixture_write (fixture, fixture->dossier);
  second = archive_fixture_write (fixture, fixture->dossier);
  check = archive_fixture_verify (fixture);

  g_assert_cmpstr (second->path, ==, DOSSIER " (version 2)/" ZIP);
  g_assert_cmpstr (first->sha256, ==, second->sha256);
  g_assert_cmpuint (check->n_folders, ==, 2);
  g_assert_cmpuint (check->n_found[LEV_FINDING_RIGHT], ==, check->findings->len);
}

/* What stands there whole, of an attempt that never heard that it succeeded, is the archive, also
 * on another day. */
static void
test_standing (ArchiveFixture *fixture,
               gconstpointer   data)
{
  g_autoptr (LevArchiveResult) first = archive_fixture_write (fixture, fixture->dossier);
  g_autoptr (LevArchiveResult) second = NULL;
  g_autoptr (LevArchiveCheck) check = NULL;
  gint64 now = lev_clock_now ();

  lev_clock_set (now + 40 * 24 * 3600);
  second = archive_fixture_write (fixture, fixture->dossier);
  lev_clock_set (now);
  check = archive_fixture_verify (fixture);

  g_assert_cmpstr (second->path, ==, first->path);
  g_assert_cmpstr (second->sha256, ==, first->sha256);
  g_assert_cmpuint (second->n_files, ==, first->n_files);
  g_assert_cmpuint (check->n_folders, ==, 1);
}

/* What stands there is another version when anything of it is not what is to be kept. */
static void
test_standing_other (ArchiveFixture *fixture,
                     gconstpointer   data)
{
  g_autoptr (LevArchiveResult) first = archive_fixture_write (fixture, fixture->dossier);
  g_autofree char *decisions = get_path (fixture, "Decisions.json");
  g_autoptr (LevArchiveResult) second = NULL;
  g_autoptr (LevArchiveResult) third = NULL;

  g_assert_cmpint (g_unlink (decisions), ==, 0);
  second = archive_fixture_write (fixture, fixture->dossier);
  g_assert_cmpstr (second->path, ==, DOSSIER " (version 2)/" ZIP);

  lev_register_begin (fixture->records, "Change");
  g_object_set (fixture->dossier, "motivation", "Ander woord", NULL);
  lev_register_end (fixture->records);
  third = archive_fixture_write (fixture, fixture->dossier);
  g_assert_cmpstr (third->path, ==, DOSSIER " (version 3)/" ZIP);
  g_assert_cmpstr (third->sha256, !=, second->sha256);
}

/* Names that differ in case or in what SharePoint refuses do not meet in one folder. */
static void
test_namesakes (ArchiveFixture *fixture,
                gconstpointer   data)
{
  g_autofree char *round = g_build_filename (fixture->folder, "2026", "REVIEW 2026-2", NULL);
  g_autoptr (LevArchiveResult) result = NULL;

  g_assert_cmpint (g_mkdir_with_parents (round, 0777), ==, 0);
  result = archive_fixture_write (fixture, fixture->other);
  g_assert_cmpstr (result->path, ==,
                   "2026/REVIEW 2026-2/Twee (2)/Review 2026-2 Twee (2).levman.zip");
}

typedef enum
{
  REMOVE,
  APPEND,
  REPLACE,
  LINK,
  PIPE,
} Damage;

static void
inflict (const char *path,
         Damage      damage,
         const char *content)
{
  g_autofree char *old = NULL;
  g_autofree char *bytes = NULL;
  gsize size = 0;

  g_file_get_contents (path, &old, &size, NULL);
  g_unlink (path);
  if (damage == APPEND)
    {
      bytes = g_malloc (size + strlen (content));
      memcpy (bytes, old, size);
      memcpy (bytes + size, content, strlen (content));
      g_assert_true (g_file_set_contents (path, bytes, size + strlen (content), NULL));
    }
  else if (damage == REPLACE)
    g_assert_true (g_file_set_contents (path, content, -1, NULL));
  else if (damage == LINK)
    g_assert_cmpint (symlink (content, path), ==, 0);
  else if (damage == PIPE)
    g_assert_cmpint (mkfifo (path, 0666), ==, 0);
}

static const struct
{
  const char    *file;
  Damage         damage;
  const char    *content;
  LevFindingKind kind;
  gboolean       is_right;
} damages[] = {
  { "Decisions.json", REMOVE, NULL, LEV_FINDING_MISSING, FALSE },
  { "Decisions.json", APPEND, " ", LEV_FINDING_CHANGED, FALSE },
  { "Decisions.json", LINK, "/etc/passwd", LEV_FINDING_UNSAFE, FALSE },
  { "Decisions.json", PIPE, NULL, LEV_FINDING_UNSAFE, FALSE },
  { "Dossier.xlsx", REMOVE, NULL, LEV_FINDING_MISSING, FALSE },
  { "Dossier.xlsx", APPEND, "x", LEV_FINDING_ALTERED, TRUE },
  { "Dossier.xlsx", REPLACE, "no workbook", LEV_FINDING_CHANGED, FALSE },
  { "Dossier.xlsx", REPLACE, "", LEV_FINDING_CHANGED, FALSE },
  { ZIP, REMOVE, NULL, LEV_FINDING_MISSING, FALSE },
  { ZIP, APPEND, "x", LEV_FINDING_CHANGED, FALSE },
  { ZIP, REPLACE, "no zip", LEV_FINDING_CHANGED, FALSE },
  { ZIP, LINK, "Dossier.xlsx", LEV_FINDING_UNSAFE, FALSE },
  { LEV_MANIFEST_NAME, REMOVE, NULL, LEV_FINDING_MISSING, FALSE },
  { LEV_MANIFEST_NAME, REPLACE, "", LEV_FINDING_CHANGED, FALSE },
  { "Notities.txt", REPLACE, "x", LEV_FINDING_EXTRA, TRUE },
  { "Decisions-safeBackup-0001.json", REPLACE, "{}", LEV_FINDING_EXTRA, TRUE },
  { "link", LINK, "/", LEV_FINDING_UNSAFE, FALSE },
};

/* Each damage is found where it is, and everything else is still right. */
static void
test_damages (ArchiveFixture *fixture,
              gconstpointer   data)
{
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autoptr (LevArchiveResult) result = archive_fixture_write (fixture, fixture->dossier);
      g_autofree char *path = get_path (fixture, damages[i].file);
      g_autoptr (LevArchiveCheck) check = NULL;
      g_autofree char *json = NULL;
      g_autofree char *tree = g_build_filename (fixture->folder, "2026", NULL);

      g_test_message ("%s %d", damages[i].file, damages[i].damage);
      inflict (path, damages[i].damage, damages[i].content);
      check = archive_fixture_verify (fixture);
      json = lev_archive_check_to_json (check);

      g_assert_cmpint (archive_fixture_find (check, damages[i].file)->kind, ==, damages[i].kind);
      g_assert_cmpuint (check->n_found[LEV_FINDING_RIGHT], >=, N_FILES - 1);
      g_assert_cmpuint (check->findings->len - check->n_found[LEV_FINDING_RIGHT], ==, 1);
      g_assert_true (lev_archive_check_is_right (check) == damages[i].is_right);
      g_assert_nonnull (strstr (json, lev_finding_kind_get_nick (damages[i].kind)));

      archive_fixture_remove (tree);
    }
}

/* A manifest that someone wrote to do harm makes nothing outside of the folder be read. */
static void
test_hostile_manifest (ArchiveFixture *fixture,
                       gconstpointer   data)
{
  static const char *const names[] = {
    "/etc/passwd", "../../../outside", "a/../../outside", "..", ".", "", "a//b", "a\\b", "a\tb",
    "link/passwd", "huge", "sub/absent", "\xff",
  };
  g_autofree char *manifest = g_build_filename (fixture->folder, LEV_MANIFEST_NAME, NULL);
  g_autofree char *link = g_build_filename (fixture->folder, "link", NULL);
  g_autofree char *huge = g_build_filename (fixture->folder, "huge", NULL);
  g_autofree char *zeros = g_strnfill (LEV_SHA256_LENGTH, '0');
  g_autoptr (GString) text = g_string_new ("not an entry\n");
  g_autoptr (LevArchiveCheck) check = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_string_append_printf (text, "%s  %s\n", zeros, names[i]);
  g_assert_true (g_file_set_contents (manifest, text->str, text->len, NULL));
  g_assert_cmpint (symlink ("/etc", link), ==, 0);
  g_assert_true (g_file_set_contents (huge, "", 0, NULL));
  g_assert_cmpint (truncate (huge, G_GINT64_CONSTANT (1) << 40), ==, 0);

  check = archive_fixture_verify (fixture);
  g_assert_false (lev_archive_check_is_right (check));
  g_assert_cmpuint (check->n_bytes, ==, text->len);
  g_assert_cmpint (archive_fixture_find (check, "huge")->kind, ==, LEV_FINDING_CHANGED);
  g_assert_cmpint (archive_fixture_find (check, "link/passwd")->kind, ==, LEV_FINDING_MISSING);
  g_assert_cmpint (archive_fixture_find (check, "link")->kind, ==, LEV_FINDING_UNSAFE);
}

/* When the loose manifest and a file were changed together, the .zip says what was archived. */
static void
test_forged_manifest (ArchiveFixture *fixture,
                      gconstpointer   data)
{
  g_autoptr (LevArchiveResult) result = archive_fixture_write (fixture, fixture->dossier);
  g_autofree char *file = get_path (fixture, "Decisions.json");
  g_autofree char *manifest = get_path (fixture, LEV_MANIFEST_NAME);
  g_autofree char *text = NULL;
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "forged", -1);
  g_autoptr (LevArchiveCheck) check = NULL;

  g_assert_true (g_file_get_contents (manifest, &text, NULL, NULL));
  memcpy (strstr (text, "Decisions.json") - 2 - LEV_SHA256_LENGTH, sum, LEV_SHA256_LENGTH);
  g_assert_true (g_file_set_contents (manifest, text, -1, NULL));
  g_assert_true (g_file_set_contents (file, "forged", -1, NULL));

  check = archive_fixture_verify (fixture);
  g_assert_cmpint (archive_fixture_find (check, LEV_MANIFEST_NAME)->kind, ==, LEV_FINDING_CHANGED);
  g_assert_cmpint (archive_fixture_find (check, "Decisions.json")->kind, ==, LEV_FINDING_CHANGED);
}

/* Writes the workbook of the .zip anew as a storage or a person would: other compression and other
 * properties, and with @is_edited another text in a cell. */
static void
rewrite_workbook (const char *zip,
                  const char *path,
                  gboolean    is_edited)
{
  g_autofree char *original = g_strconcat (path, ".original", NULL);
  g_autoptr (GBytes) workbook = lev_zip_read_entry (zip, "Dossier.xlsx", NULL);
  g_autoptr (GHashTable) parts = NULL;
  g_autoptr (LevZipWriter) writer = lev_zip_writer_new (path, 0, NULL);
  GHashTableIter iter;
  gpointer name;

  g_assert_true (g_file_set_contents (original, g_bytes_get_data (workbook, NULL),
                                      g_bytes_get_size (workbook), NULL));
  parts = lev_zip_read_checksums (original, NULL, NULL);
  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    {
      g_autoptr (GBytes) content = lev_zip_read_entry (original, name, NULL);
      GString *text = g_string_new_len (g_bytes_get_data (content, NULL),
                                        g_bytes_get_size (content));

      if (is_edited)
        g_string_replace (text, "Begonnen", "Voltooid", 0);
      g_string_replace (text, "<dc:title>", "<dc:title>SharePoint ", 0);
      g_clear_pointer (&content, g_bytes_unref);
      content = g_string_free_to_bytes (text);
      g_assert_true (lev_zip_writer_add (writer, name, content, NULL));
    }
  g_assert_true (lev_zip_writer_close (writer, NULL));
  g_unlink (original);
}

/* A workbook that the storage rewrote is told apart from one that someone worked in. */
static void
test_rewritten (ArchiveFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (LevArchiveResult) result = archive_fixture_write (fixture, fixture->dossier);
  g_autofree char *zip = get_path (fixture, ZIP);
  g_autofree char *path = get_path (fixture, "Dossier.xlsx");
  g_autoptr (LevArchiveCheck) rewritten = NULL;
  g_autoptr (LevArchiveCheck) edited = NULL;

  rewrite_workbook (zip, path, FALSE);
  rewritten = archive_fixture_verify (fixture);
  g_assert_cmpint (archive_fixture_find (rewritten, "Dossier.xlsx")->kind, ==, LEV_FINDING_ALTERED);

  rewrite_workbook (zip, path, TRUE);
  edited = archive_fixture_verify (fixture);
  g_assert_cmpint (archive_fixture_find (edited, "Dossier.xlsx")->kind, ==, LEV_FINDING_CHANGED);
}

/* What a power cut leaves behind is no dossier. */
static void
test_unfinished (ArchiveFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (LevArchiveResult) result = archive_fixture_write (fixture, fixture->dossier);
  g_autofree char *finished = g_build_filename (fixture->folder, DOSSIER, NULL);
  g_autofree char *unfinished = g_strconcat (finished, ".tmp", NULL);
  g_autofree char *empty = g_strconcat (finished, " empty", NULL);
  g_autoptr (LevArchiveCheck) check = NULL;

  g_assert_cmpint (g_rename (finished, unfinished), ==, 0);
  g_clear_pointer (&result, lev_archive_result_free);
  result = archive_fixture_write (fixture, fixture->dossier);
  g_assert_cmpint (g_mkdir (empty, 0777), ==, 0);

  check = archive_fixture_verify (fixture);
  g_assert_cmpuint (check->n_folders, ==, 1);
  g_assert_cmpuint (check->n_found[LEV_FINDING_RIGHT], ==, N_FILES);
  g_assert_cmpuint (check->n_found[LEV_FINDING_EXTRA], ==, 1);
  g_assert_cmpuint (check->n_found[LEV_FINDING_MISSING], ==, 1);
}

static void
cancel_cb (double      fraction,
           const char *message,
           gpointer    user_data)
{
  g_assert_cmpfloat (fraction, >=, 0);
  g_assert_cmpfloat (fraction, <, 1);
  if (fraction > 0.5)
    g_cancellable_cancel (user_data);
}

static void
test_cancelled (ArchiveFixture *fixture,
                gconstpointer   data)
{
  g_autoptr (LevArchive) archive = lev_archive_new (fixture->dossier, fixture->files, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (LevArchiveResult) result = lev_archive_write (archive, fixture->folder, cancel_cb,
                                                           cancellable, cancellable, &error);
  g_autofree char *round = g_build_filename (fixture->folder, "2026", "Review 2026-2", NULL);

  g_assert_null (result);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (g_rmdir (round), ==, 0);
}

static void
test_refused (ArchiveFixture *fixture,
              gconstpointer   data)
{
  g_autofree char *deep_name = g_strnfill (200, 'd');
  g_autofree char *deep = g_build_filename (fixture->folder, deep_name, deep_name, NULL);
  g_autoptr (LevArchive) archive = lev_archive_new (fixture->dossier, fixture->files, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (lev_archive_write (archive, deep, NULL, NULL, NULL, &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_ARCHIVE);
  g_clear_error (&error);

  g_assert_null (lev_archive_write (archive, "/proc/absent", NULL, NULL, NULL, &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_WRITE);
  g_clear_error (&error);

  g_assert_null (lev_archive_verify ("/proc/absent", NULL, NULL, NULL, &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ);
}

static void
test_no_archive (ArchiveFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (lev_archive_verify (fixture->folder, NULL, NULL, NULL, &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_ARCHIVE);
}

/* A frozen profile that is not what the MT decided on is not archived as if it were. */
static void
test_false_version (ArchiveFixture *fixture,
                    gconstpointer   data)
{
  g_autoptr (GError) error = NULL;

  lev_register_begin (fixture->records, "Damage");
  lev_register_add (fixture->records, LEV_TYPE_PROFILE_VERSION, "dossier", fixture->dossier,
                    "number", 2, "content", "{}", "sha256", "0", NULL);
  lev_register_end (fixture->records);

  g_assert_null (lev_archive_new (fixture->dossier, fixture->files, &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED);
}

/* Evidence without its file is said in the archive, and what is not what was kept stops it. */
static void
test_evidence (ArchiveFixture *fixture,
               gconstpointer   data)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ARCHIVE_FIXTURE_EVIDENCE,
                                                        -1);
  g_autofree char *path = g_build_filename (fixture->files, sum, NULL);
  g_autofree char *note = get_path (fixture, "Missing evidence.txt");
  g_autofree char *text = NULL;
  g_autoptr (LevArchive) archive = lev_archive_new (fixture->dossier, fixture->files, NULL);
  g_autoptr (LevArchiveResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (lev_archive_get_lost (archive));
  g_assert_true (g_file_set_contents (path, "drie beheerders", -1, NULL));
  g_assert_null (lev_archive_write (archive, fixture->folder, NULL, NULL, NULL, &error));
  g_assert_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "Plan"));

  g_unlink (path);
  g_clear_pointer (&archive, lev_archive_free);
  archive = lev_archive_new (fixture->dossier, fixture->files, NULL);
  g_assert_cmpstr (lev_archive_get_lost (archive), ==, "‘Plan’");
  result = lev_archive_write (archive, fixture->folder, NULL, NULL, NULL, NULL);
  g_assert_nonnull (result);
  g_assert_true (g_file_get_contents (note, &text, NULL, NULL));
  g_assert_nonnull (strstr (text, "‘Plan’"));
}

/* What an interrupted attempt left is taken up, and what does not belong there goes. */
static void
test_resume (ArchiveFixture *fixture,
             gconstpointer   data)
{
  g_autoptr (LevArchiveResult) first = archive_fixture_write (fixture, fixture->dossier);
  g_autofree char *finished = g_build_filename (fixture->folder, DOSSIER, NULL);
  g_autofree char *round = g_path_get_dirname (finished);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (LevArchive) archive = lev_archive_new (fixture->dossier, fixture->files, NULL);
  g_autofree char *left = lev_archive_dup_temporary (archive, round);
  g_autofree char *half = g_build_filename (left, "Decisions.json", NULL);
  g_autofree char *foreign = g_build_filename (left, "Evidence", "x.txt", NULL);
  g_autofree char *evidence = g_build_filename (left, "Evidence", "A01 Plan.zip", NULL);
  g_autofree char *evidence_after = get_path (fixture, "Evidence/A01 Plan.zip");
  g_autoptr (LevArchiveResult) second = NULL;
  g_autoptr (LevArchiveCheck) check = NULL;
  GStatBuf before;
  GStatBuf after;

  g_assert_cmpint (g_rename (finished, left), ==, 0);
  g_assert_true (g_file_set_contents (half, "{", -1, NULL));
  g_assert_true (g_file_set_contents (foreign, "x", -1, NULL));
  g_assert_cmpint (g_stat (evidence, &before), ==, 0);

  second = archive_fixture_write (fixture, fixture->dossier);
  g_assert_cmpstr (second->path, ==, first->path);
  g_assert_cmpstr (second->sha256, ==, first->sha256);
  g_assert_cmpint (g_stat (evidence_after, &after), ==, 0);
  g_assert_cmpuint (before.st_ino, ==, after.st_ino);
  check = archive_fixture_verify (fixture);
  g_assert_cmpuint (check->findings->len, ==, N_FILES);
  g_assert_cmpuint (check->n_found[LEV_FINDING_RIGHT], ==, N_FILES);
}

/* The longest names, and names that differ in case only, stay within what SharePoint takes. */
static void
test_long_names (ArchiveFixture *fixture,
                 gconstpointer   data)
{
  g_autoptr (GString) lower = g_string_new (NULL);
  g_autofree char *upper = NULL;
  LevReview *review = fixture->dossier->review;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const char *names[2];

  while (lower->len < 300)
    g_string_append (lower, "leverancier ");
  g_string_truncate (lower, 300);
  upper = g_ascii_strup (lower->str, -1);
  names[0] = lower->str;
  names[1] = upper;

  lev_register_begin (fixture->records, "Long");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      LevSupplier *supplier = lev_register_add (fixture->records, LEV_TYPE_SUPPLIER, "name",
                                                names[i], "number", "7", NULL);

      lev_register_add (fixture->records, LEV_TYPE_DOSSIER, "review", review, "supplier", supplier,
                        "number", 4 + i, "chosen", TRUE, NULL);
    }
  lev_register_end (fixture->records);

  {
    g_autoptr (GPtrArray) chosen = lev_review_list_chosen (review);

    for (guint i = 0; i < chosen->len; i++)
      {
        g_autoptr (LevArchiveResult)
          result = archive_fixture_write (fixture, g_ptr_array_index (chosen, i));

        g_assert_cmpuint (g_utf8_strlen (result->path, -1), <, 300);
        g_assert_true (g_hash_table_add (keys, lev_file_name_dup_key (result->path)));
        g_assert_null (strstr (result->path, "version"));
      }
    g_assert_cmpuint (chosen->len, ==, 5);
  }
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void (*func) (ArchiveFixture *, gconstpointer);
  } tests[] = {
    { "/archive/round-trip", test_round_trip },
    { "/archive/versions", test_versions },
    { "/archive/standing", test_standing },
    { "/archive/standing-other", test_standing_other },
    { "/archive/namesakes", test_namesakes },
    { "/archive/damages", test_damages },
    { "/archive/hostile-manifest", test_hostile_manifest },
    { "/archive/forged-manifest", test_forged_manifest },
    { "/archive/rewritten", test_rewritten },
    { "/archive/unfinished", test_unfinished },
    { "/archive/cancelled", test_cancelled },
    { "/archive/refused", test_refused },
    { "/archive/no-archive", test_no_archive },
    { "/archive/false-version", test_false_version },
    { "/archive/evidence", test_evidence },
    { "/archive/resume", test_resume },
    { "/archive/long-names", test_long_names },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, ArchiveFixture, NULL, archive_fixture_set_up, tests[i].func,
                archive_fixture_tear_down);

  return g_test_run ();
}
