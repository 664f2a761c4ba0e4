/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-archive.h"

#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "lev-archive-private.h"
#include "lev-archive-workbook.h"
#include "lev-exchange-error.h"
#include "lev-file-name.h"
#include "lev-json.h"
#include "lev-profile-document.h"
#include "lev-profile-version.h"
#include "lev-state.h"

static void
file_free (gpointer data)
{
  LevArchiveFile *file = data;

  g_free (file->name);
  g_bytes_unref (file->content);
  g_free (file);
}

static void
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
}

static void
add_text (LevArchive *self,
          const char *name,
          char       *text)
{
  add_file (self, name, ".json", g_bytes_new_take (text, strlen (text)));
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

  if (self->files->len == 0)
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
    add_file (self, _("Dossier"), ".xlsx", g_bytes_new_take (bytes, size));

  return is_made;
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

      mark = number != NULL ? lev_file_name_new (number)
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

  if (!add_profile (self, dossier, error))
    return NULL;

  add_text (self, _("Mitigation actions"), lev_actions_to_json (dossier));
  add_text (self, _("Decisions"), lev_decisions_to_json (dossier));
  add_text (self, _("Status updates"), lev_status_updates_to_json (dossier));
  if (!add_workbook (self, dossier, error))
    return NULL;

  return g_steal_pointer (&self);
}

void
lev_archive_free (LevArchive *self)
{
  g_free (self->year);
  g_free (self->round);
  g_free (self->supplier);
  g_free (self->zip_name);
  g_ptr_array_unref (self->files);
  g_free (self);
}
