/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-archive.h"

#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "lev-action-pages.h"
#include "lev-archive-private.h"
#include "lev-archive-workbook.h"
#include "lev-dossier-json.h"
#include "lev-exchange-error.h"
#include "lev-file-name.h"
#include "lev-json.h"
#include "lev-page-pdf.h"
#include "lev-profile-document.h"
#include "lev-profile-pages.h"
#include "lev-profile-restore.h"
#include "lev-records.h"
#include "lev-state.h"
#include "lev-title.h"

/* The longest extension of a file that is taken for one. */
#define MAX_EXTENSION (8)

static void
file_free (gpointer data)
{
  LevArchiveFile *file = data;

  g_free (file->name);
  g_clear_pointer (&file->content, g_bytes_unref);
  g_free (file->source);
  g_free (file->sha256);
  g_free (file);
}

GBytes *
lev_archive_file_read (const LevArchiveFile *file,
                       GError              **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *content = NULL;
  g_autofree char *sum = NULL;
  gsize size;

  if (file->content != NULL)
    return g_bytes_ref (file->content);

  if (g_file_get_contents (file->source, &content, &size, &cause))
    sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, size);
  if (g_strcmp0 (sum, file->sha256) == 0)
    return g_bytes_new_take (g_steal_pointer (&content), size);

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED,
               _("Archiving ‘%s’ failed: %s. Add the evidence once more from where it came"),
               file->name, cause != NULL ? cause->message : _("its content was changed"));
  return NULL;
}

static LevArchiveFile *
add_file (LevArchive *self,
          const char *name,
          const char *extension,
          GBytes     *content)
{
  g_autofree char *clean = lev_file_name_new (name);
  LevArchiveFile *file = g_new0 (LevArchiveFile, 1);

  file->name = g_strconcat (clean, extension, NULL);
  file->content = content;
  g_ptr_array_add (self->files, file);

  return file;
}

static void
add_text (LevArchive *self,
          const char *name,
          char       *text)
{
  add_file (self, name, ".json", g_bytes_new_take (text, strlen (text)));
}

/* The records, for who opens the archive later; its name is fixed. */
static void
add_dossier (LevArchive *self,
             LevDossier *dossier)
{
  LevArchiveFile *file = g_new0 (LevArchiveFile, 1);
  char *text = lev_dossier_to_json (dossier);

  file->name = g_strdup (LEV_ARCHIVE_DOSSIER_NAME);
  file->content = g_bytes_new_take (text, strlen (text));
  g_ptr_array_add (self->files, file);
}

/* A frozen version is kept as it was frozen, byte by byte: the decisions name its SHA-256. */
static gboolean
add_version (LevArchive        *self,
             LevProfileVersion *version,
             GError           **error)
{
  g_autofree char *sha256 = NULL;
  g_autofree char *name = NULL;

  if (version->content == NULL)
    return TRUE;

  sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, version->content, -1);
  if (g_strcmp0 (sha256, version->sha256) != 0)
    {
      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_DAMAGED,
                   _("Archiving ‘%s’ failed: version %d of the risk profile does not match its "
                     "SHA-256. Restore a backup"),
                   self->supplier, version->number);
      return FALSE;
    }

  name = g_strdup_printf (_("Risk profile version %d"), version->number);
  add_text (self, name, g_strdup (version->content));

  return TRUE;
}

static gboolean
add_profile (LevArchive *self,
             LevDossier *dossier,
             GError    **error)
{
  g_autoptr (GPtrArray)
    versions = lev_json_list_parts (LEV_RECORD (dossier), LEV_TYPE_PROFILE_VERSION);

  for (guint i = 0; i < versions->len; i++)
    if (!add_version (self, g_ptr_array_index (versions, i), error))
      return FALSE;

  if (versions->len == 0)
    add_text (self, _("Risk profile"), lev_profile_to_json (dossier));

  return TRUE;
}

/* The library writes workbooks to files only. */
static gboolean
add_workbook (LevArchive *self,
              LevDossier *dossier,
              GError    **error)
{
  g_autofree char *folder = g_dir_make_tmp ("levman-archive-XXXXXX", error);
  g_autofree char *path = NULL;
  char *bytes = NULL;
  gsize size;
  gboolean is_made;

  if (folder == NULL)
    return FALSE;

  path = g_build_filename (folder, "dossier.xlsx", NULL);
  is_made = lev_archive_workbook_write (dossier, path, self->moment, error) &&
            g_file_get_contents (path, &bytes, &size, error);
  g_unlink (path);
  g_rmdir (folder);
  if (is_made)
    add_file (self, _("Dossier"), ".xlsx", g_bytes_new_take (bytes, size))->is_drawn = TRUE;

  return is_made;
}

static gboolean
add_pages (LevArchive  *self,
           const char  *name,
           LevPageFlow *flow,
           GError     **error)
{
  GBytes *content = lev_page_pdf_to_bytes (flow, name, error);

  if (content != NULL)
    add_file (self, name, ".pdf", content)->is_drawn = TRUE;

  return content != NULL;
}

/* The profile on which the MT decided, drawn from what was frozen for it. */
static gboolean
add_discussed (LevArchive *self,
               LevDossier *dossier,
               GError    **error)
{
  LevProfileVersion *version = lev_dossier_get_version (dossier, LEV_VERSION_REASON_MEETING);
  g_autoptr (LevRegister) records = NULL;
  g_autoptr (LevPageFlow) flow = NULL;
  LevDossier *frozen;

  if (version == NULL || version->content == NULL)
    return TRUE;

  records = lev_profile_restore (version, &frozen, error);
  if (records == NULL)
    return FALSE;
  flow = lev_profile_pages_new_at (frozen, lev_moment_get_date (version->moment));

  return add_pages (self, _("Risk profile as discussed with the MT"), flow, error);
}

static gboolean
add_documents (LevArchive *self,
               LevDossier *dossier,
               GError    **error)
{
  g_autoptr (LevPageFlow) final = lev_profile_pages_new (dossier);
  g_autoptr (LevPageFlow) actions = lev_action_pages_new (dossier);

  return add_discussed (self, dossier, error) &&
         add_pages (self, _("Risk profile definitive"), final, error) &&
         add_pages (self, _("Mitigation actions"), actions, error);
}

static gboolean
has_name (LevArchive *self,
          const char *name)
{
  g_autofree char *key = lev_file_name_dup_key (name);

  for (guint i = 0; i < self->files->len; i++)
    {
      LevArchiveFile *file = g_ptr_array_index (self->files, i);
      g_autofree char *other = lev_file_name_dup_key (file->name);

      if (g_str_equal (key, other))
        return TRUE;
    }

  return FALSE;
}

/* ".pdf" of "Rapport.pdf"; the empty string for what is no extension. */
static const char *
get_extension (const char *name)
{
  const char *end = name != NULL ? strrchr (name, '.') : NULL;
  gsize length = end != NULL ? strlen (end + 1) : 0;

  if (length == 0 || length > MAX_EXTENSION || g_ascii_strcasecmp (end, ".tmp") == 0)
    return "";
  for (const char *at = end + 1; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at))
      return "";

  return end;
}

/* "Bewijs/C3 Jaarrekening 2025.pdf"; a second one of that name gets a number. */
static char *
make_evidence_name (LevArchive  *self,
                    LevEvidence *evidence)
{
  g_autofree char *code = evidence->action != NULL
                            ? lev_record_dup_code (LEV_RECORD (evidence->action))
                            : g_strdup (evidence->assessment->criterion);
  g_autofree char *title = g_strdup_printf ("%s %s", code != NULL ? code : "",
                                            evidence->name != NULL ? evidence->name : "");
  g_autofree char *clean = lev_file_name_new (title);

  for (guint count = 1;; count++)
    {
      g_autofree char *number = count > 1 ? g_strdup_printf (" (%u)", count) : g_strdup ("");
      g_autofree char *name = g_strdup_printf ("%s/%s%s%s", _("Evidence"), clean, number,
                                               get_extension (evidence->link));

      if (!has_name (self, name))
        return g_steal_pointer (&name);
    }
}

static void
add_lost (LevArchive  *self,
          LevEvidence *evidence)
{
  const char *name = evidence->name != NULL ? evidence->name : evidence->sha256;
  g_autofree char *before = self->lost;

  self->lost = before != NULL ? g_strdup_printf ("%s, ‘%s’", before, name)
                              : g_strdup_printf ("‘%s’", name);
}

static void
add_evidence_of (LevArchive *self,
                 LevRecord  *owner,
                 const char *files)
{
  g_autoptr (GPtrArray) parts = lev_json_list_parts (owner, LEV_TYPE_EVIDENCE);

  for (guint i = 0; i < parts->len; i++)
    {
      LevEvidence *evidence = g_ptr_array_index (parts, i);
      g_autofree char *source = NULL;
      LevArchiveFile *file;

      if (evidence->sha256 == NULL)
        continue;
      if (files != NULL && strchr (evidence->sha256, '/') == NULL)
        source = g_build_filename (files, evidence->sha256, NULL);
      if (source == NULL || !g_file_test (source, G_FILE_TEST_IS_REGULAR))
        {
          add_lost (self, evidence);
          continue;
        }

      file = g_new0 (LevArchiveFile, 1);
      file->name = make_evidence_name (self, evidence);
      file->source = g_steal_pointer (&source);
      file->sha256 = g_strdup (evidence->sha256);
      g_ptr_array_add (self->files, file);
    }
}

static void
add_evidence (LevArchive *self,
              LevDossier *dossier,
              const char *files)
{
  static GType (*const get_types[]) (void) = { lev_assessment_get_type, lev_action_get_type };

  for (guint i = 0; i < G_N_ELEMENTS (get_types); i++)
    {
      g_autoptr (GPtrArray) owners = lev_json_list_parts (LEV_RECORD (dossier), get_types[i]());

      for (guint j = 0; j < owners->len; j++)
        add_evidence_of (self, g_ptr_array_index (owners, j), files);
    }

  if (self->lost != NULL)
    {
      char *text = g_strdup_printf (_("The file of this evidence was no longer there when the "
                                      "dossier was archived: %s\n"),
                                    self->lost);

      add_file (self, _("Missing evidence"), ".txt", g_bytes_new_take (text, strlen (text)));
    }
}

/* The folder of a supplier is its name. When another one in the round has the same name, as a file
 * system sees it, both get something behind it that tells them apart. */
static char *
make_supplier_name (LevDossier *dossier)
{
  g_autoptr (GPtrArray) chosen = lev_review_list_chosen (dossier->review);
  g_autofree char *name = lev_file_name_new (dossier->supplier->name);
  g_autofree char *key = lev_file_name_dup_key (name);
  const char *number = dossier->supplier->number;

  for (guint i = 0; i < chosen->len; i++)
    {
      LevDossier *other = g_ptr_array_index (chosen, i);
      g_autofree char *other_name = lev_file_name_new (other->supplier->name);
      g_autofree char *other_key = lev_file_name_dup_key (other_name);
      g_autofree char *mark = NULL;

      if (other->supplier == dossier->supplier || !g_str_equal (key, other_key))
        continue;

      mark = !lev_text_is_blank (number) && g_strcmp0 (number, other->supplier->number) != 0
               ? lev_file_name_new (number)
               : g_strndup (LEV_RECORD (dossier->supplier)->id, 8);
      return g_strdup_printf ("%s (%s)", name, mark);
    }

  return g_steal_pointer (&name);
}

static char *
make_year (LevReview *review)
{
  LevDate date = review->period_until != 0 ? review->period_until : lev_clock_today ();
  char iso[LEV_DATE_BUFFER];

  return g_strndup (lev_date_to_iso (date, iso), strlen ("2026"));
}

LevArchive *
lev_archive_new (LevDossier *dossier,
                 const char *files,
                 GError    **error)
{
  g_autoptr (LevArchive) self = NULL;
  g_autofree char *zip_name = NULL;

  g_return_val_if_fail (LEV_IS_DOSSIER (dossier), NULL);
  g_return_val_if_fail (dossier->review != NULL && dossier->supplier != NULL, NULL);

  self = g_new0 (LevArchive, 1);
  self->files = g_ptr_array_new_with_free_func (file_free);
  self->moment = lev_clock_now ();
  self->year = make_year (dossier->review);
  self->round = lev_file_name_new (dossier->review->title);
  self->supplier = make_supplier_name (dossier);
  zip_name = g_strdup_printf ("%s %s", self->round, self->supplier);
  self->zip_name = lev_file_name_new (zip_name);
  self->is_recorded = lev_record_list_get_n (lev_record_get_children (LEV_RECORD (dossier),
                                                                      LEV_TYPE_ARCHIVE_RECORD)) > 0;
  self->key = g_strjoin (" ", LEV_RECORD (dossier)->id, g_get_host_name (), g_get_user_name (),
                         NULL);

  add_dossier (self, dossier);
  if (!add_profile (self, dossier, error))
    return NULL;

  add_text (self, _("Mitigation actions"), lev_actions_to_json (dossier));
  add_text (self, _("Decisions"), lev_decisions_to_json (dossier));
  add_text (self, _("Status updates"), lev_status_updates_to_json (dossier));
  if (!add_workbook (self, dossier, error) || !add_documents (self, dossier, error))
    return NULL;
  add_evidence (self, dossier, files);

  return g_steal_pointer (&self);
}

const char *
lev_archive_get_lost (LevArchive *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->lost;
}

void
lev_archive_free (LevArchive *self)
{
  g_free (self->year);
  g_free (self->round);
  g_free (self->supplier);
  g_free (self->zip_name);
  g_free (self->lost);
  g_free (self->key);
  g_ptr_array_unref (self->files);
  g_free (self);
}
