#include "archive-fixture.h"

#include "lev-handbook-content.h"
#include "lev-profile-document.h"

#include <glib/gstdio.h>

/* A piece of evidence with the file Plan.txt. */
static void
add_evidence (ArchiveFixture *fixture,
              LevAction      *action)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, ARCHIVE_FIXTURE_EVIDENCE,
                                                        -1);
  g_autofree char *path = g_build_filename (fixture->files, sum, NULL);

  g_assert_true (g_file_set_contents (path, ARCHIVE_FIXTURE_EVIDENCE, -1, NULL));
  lev_register_add (fixture->records, LEV_TYPE_EVIDENCE, "action", action, "name", "Plan", "link",
                    "Plan 2026.zip", "sha256", sum, NULL);
}

/* Freezes the profile for the MT as it is now. */
static void
add_version (LevDossier *dossier)
{
  g_autofree char *content = lev_profile_to_json (dossier);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);

  lev_register_add (LEV_RECORD (dossier)->records, LEV_TYPE_PROFILE_VERSION, "dossier", dossier,
                    "number", 1, "reason", LEV_VERSION_REASON_MEETING, "moment", lev_clock_now (),
                    "content", content, "sha256", sum, NULL);
}

void
archive_fixture_set_up (ArchiveFixture *fixture,
                        gconstpointer   data)
{
  LevRegister *records = lev_register_new ();
  LevReview *review;
  LevSupplier *supplier;
  LevSupplier *namesake;
  LevAction *action;

  lev_clock_set (1795424400); /* 2026-11-23 09:00:00 UTC */
  lev_register_set_id_seed (records, "archive");
  lev_register_begin (records, "Set up");
  fixture->records = records;
  fixture->folder = g_dir_make_tmp ("test-archive-XXXXXX", NULL);
  fixture->files = g_dir_make_tmp ("test-archive-files-XXXXXX", NULL);
  review = lev_register_add (records, LEV_TYPE_REVIEW, "title", "Review 2026-2", "period-until",
                             lev_date_new (2026, 12, 31), "handbook",
                             lev_handbook_add_default (records, NULL), NULL);
  supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", ARCHIVE_FIXTURE_SUPPLIER, NULL);
  fixture->dossier = lev_register_add (records, LEV_TYPE_DOSSIER, "review", review, "supplier",
                                       supplier, "number", 1, "chosen", TRUE, NULL);
  action = lev_register_add (records, LEV_TYPE_ACTION, "dossier", fixture->dossier, "number", 1,
                             "title", "=1+1", NULL);
  lev_register_add (records, LEV_TYPE_STATUS_UPDATE, "action", action, "number", 1, "text",
                    "Begonnen", "date", lev_date_new (2026, 11, 1), NULL);
  add_evidence (fixture, action);
  supplier = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "Twee", "number", "2", NULL);
  fixture->other = lev_register_add (records, LEV_TYPE_DOSSIER, "review", review, "supplier",
                                     supplier, "number", 2, "chosen", TRUE, NULL);
  namesake = lev_register_add (records, LEV_TYPE_SUPPLIER, "name", "TWEE.", "number", "3", NULL);
  lev_register_add (records, LEV_TYPE_DOSSIER, "review", review, "supplier", namesake, "number", 3,
                    "chosen", TRUE, NULL);
  add_version (fixture->dossier);
  lev_register_end (records);
}

void
archive_fixture_remove (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);
      GStatBuf info;

      if (g_lstat (child, &info) == 0 && S_ISDIR (info.st_mode))
        archive_fixture_remove (child);
      else
        g_unlink (child);
    }
  g_rmdir (path);
}

void
archive_fixture_tear_down (ArchiveFixture *fixture,
                           gconstpointer   data)
{
  archive_fixture_remove (fixture->folder);
  archive_fixture_remove (fixture->files);
  g_free (fixture->folder);
  g_free (fixture->files);
  g_assert_finalize_object (fixture->records);
  lev_clock_set (0);
}

LevArchiveResult *
archive_fixture_write (ArchiveFixture *fixture,
                       LevDossier     *dossier)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LevArchive) archive = lev_archive_new (dossier, fixture->files, &error);
  LevArchiveResult *result;

  g_assert_no_error (error);
  result = lev_archive_write (archive, fixture->folder, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (result);

  return result;
}

LevArchiveCheck *
archive_fixture_verify (ArchiveFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  LevArchiveCheck *check = lev_archive_verify (fixture->folder, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return check;
}

const LevFinding *
archive_fixture_find (LevArchiveCheck *check,
                      const char      *name)
{
  for (guint i = 0; i < check->findings->len; i++)
    {
      const LevFinding *finding = g_ptr_array_index (check->findings, i);

      if (g_str_equal (finding->name, name))
        return finding;
    }

  return NULL;
}
