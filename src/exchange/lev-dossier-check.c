/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-dossier-check.h"

#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "lev-manifest.h"
#include "lev-pdf-content.h"
#include "lev-untrusted-folder.h"
#include "lev-workbook-cells.h"
#include "lev-zip.h"

#define MAX_DEPTH      8
#define MAX_NAME_SHOWN 200

typedef struct
{
  LevArchiveCheck *check;
  const char      *path;
  int              folder;
  GCancellable    *cancellable;
  GHashTable      *listed; /* SHA-256 by name, as the loose manifest says */
  GHashTable      *sealed; /* the same, as computed from what is in the .zip */
  GHashTable      *seen;   /* names about which there is a finding */
  char            *zip;    /* the .zip that they are in */
  gboolean         has_manifest;
} Dossier;

/* What SharePoint rewrites after it was uploaded, with what such a file starts with. */
static const struct
{
  const char *extension;
  const char *start;
} rewritten[] = {
  { ".xlsx", "PK\3\4" }, { ".xlsm", "PK\3\4" }, { ".docx", "PK\3\4" }, { ".pptx", "PK\3\4" },
  { ".pdf", "%PDF-" },   { ".html", "<" },      { ".htm", "<" },
};

static void
add (Dossier       *self,
     LevFindingKind kind,
     const char    *name,
     const char    *note)
{
  g_hash_table_add (self->seen, g_strdup (name));
  lev_archive_check_add (self->check, kind, self->path, name, note);
}

static gboolean
has_suffix (const char *name,
            const char *suffix)
{
  gsize length = strlen (name);
  gsize suffix_length = strlen (suffix);

  return length >= suffix_length && g_ascii_strcasecmp (name + length - suffix_length, suffix) == 0;
}

/* Whether @name is the authoritative .zip; one that is evidence is a file like any other. */
static gboolean
is_package (const char *name)
{
  return has_suffix (name, LEV_ARCHIVE_SUFFIX) && strchr (name, '/') == NULL &&
         lev_manifest_is_safe_name (name);
}

static void
read_manifest (Dossier *self)
{
  g_autoptr (GPtrArray) refused = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) content = NULL;
  const char *text;
  gsize length;
  LevUntrustedState state;
  g_autofd int fd = lev_untrusted_folder_open_file (self->folder, LEV_MANIFEST_NAME, &state);

  if (fd >= 0)
    content = lev_untrusted_read (fd, LEV_MANIFEST_MAX_SIZE);
  self->has_manifest = content != NULL;
  if (content == NULL)
    {
      self->listed = lev_manifest_parse ("", 0, NULL);
      return;
    }

  text = g_bytes_get_data (content, &length);
  self->check->n_bytes += length;
  self->listed = lev_manifest_parse (length > 0 ? text : "", length, refused);
  for (guint i = 0; i < refused->len; i++)
    {
      const char *line = g_ptr_array_index (refused, i);
      g_autofree char *shown = g_utf8_substring (line, 0,
                                                 MIN (g_utf8_strlen (line, -1), MAX_NAME_SHOWN));

      lev_archive_check_add (self->check, LEV_FINDING_UNSAFE, self->path, shown,
                             _("this line of the manifest is no name in the folder"));
    }
}

/* The checksums of what is in an open .zip; %NULL when it cannot be read whole. */
static GHashTable *
read_zip (Dossier *self,
          int      fd)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);

  return lev_zip_read_checksums (path, self->cancellable, NULL);
}

static void
seal (Dossier    *self,
      const char *zip,
      GHashTable *checksums)
{
  GHashTableIter iter;
  gpointer name;
  gpointer sum;

  g_set_str (&self->zip, zip);
  g_hash_table_iter_init (&iter, checksums);
  while (g_hash_table_iter_next (&iter, &name, &sum))
    if (lev_manifest_is_safe_name (name) && strcmp (name, LEV_MANIFEST_NAME) != 0)
      g_hash_table_insert (self->sealed, g_strdup (name), g_strdup (sum));
}

/* What the .zip says counts only when its own checksum is right; without a loose manifest there is
 * none to compare it with, and each of its entries has only its CRC. */
static void
check_zip (Dossier    *self,
           const char *name)
{
  const char *expected = g_hash_table_lookup (self->listed, name);
  g_autoptr (GHashTable) checksums = NULL;
  g_autofree char *sum = NULL;
  LevUntrustedState state;
  g_autofd int fd = lev_untrusted_folder_open_file (self->folder, name, &state);

  if (fd < 0)
    {
      add (self, state == LEV_UNTRUSTED_ABSENT ? LEV_FINDING_MISSING : LEV_FINDING_UNSAFE, name,
           NULL);
      return;
    }

  sum = lev_untrusted_checksum (fd, self->cancellable, &self->check->n_bytes);
  checksums = read_zip (self, fd);
  if (checksums == NULL)
    add (self, LEV_FINDING_CHANGED, name, _("it cannot be read"));
  else if (expected != NULL && g_strcmp0 (sum, expected) != 0)
    add (self, LEV_FINDING_CHANGED, name, _("it is another .zip than was written"));
  else
    {
      add (self, LEV_FINDING_RIGHT, name,
           expected == NULL ? _("checked by itself only, as no manifest names it") : NULL);
      seal (self, name, checksums);
    }
}

/* Checks each .zip among @names, and says whether there was one. */
static gboolean
check_zips (Dossier    *self,
            GHashTable *names)
{
  gboolean is_found = FALSE;
  GHashTableIter iter;
  gpointer name;

  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (is_package (name))
      {
        check_zip (self, name);
        is_found = TRUE;
      }

  return is_found;
}

/* Lets the .zip decide what was archived, and finds out whether the loose manifest agrees. */
static void
check_manifest (Dossier *self)
{
  gboolean agrees = TRUE;
  GHashTableIter iter;
  gpointer name;
  gpointer sum;

  g_hash_table_iter_init (&iter, self->sealed);
  while (g_hash_table_iter_next (&iter, &name, &sum))
    if (g_strcmp0 (g_hash_table_lookup (self->listed, name), sum) != 0)
      {
        agrees = FALSE;
        g_hash_table_insert (self->listed, g_strdup (name), g_strdup (sum));
      }

  g_hash_table_iter_init (&iter, self->listed);
  while (g_hash_table_size (self->sealed) > 0 && g_hash_table_iter_next (&iter, &name, NULL))
    if (!is_package (name) && !g_hash_table_contains (self->sealed, name))
      agrees = FALSE;

  if (!self->has_manifest)
    add (self, LEV_FINDING_MISSING, LEV_MANIFEST_NAME, NULL);
  else if (agrees)
    add (self, LEV_FINDING_RIGHT, LEV_MANIFEST_NAME, NULL);
  else
    add (self, LEV_FINDING_CHANGED, LEV_MANIFEST_NAME, _("the .zip says otherwise, and decides"));
}

/* Puts an entry of the .zip in a file without a name, for a library that reads files. */
static int
extract (Dossier    *self,
         const char *name)
{
  LevUntrustedState state;
  g_autofd int zip = lev_untrusted_folder_open_file (self->folder, self->zip, &state);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", zip);
  g_autoptr (GBytes) content = zip >= 0 ? lev_zip_read_entry (path, name, NULL) : NULL;
  g_autofd int fd = memfd_create ("levman-entry", MFD_CLOEXEC);
  const char *bytes;
  gsize size;

  if (content == NULL || fd < 0)
    return -1;

  bytes = g_bytes_get_data (content, &size);

  return write (fd, bytes, size) == (gssize) size ? g_steal_fd (&fd) : -1;
}

/* Whether a part of an Office file is about the file, and is what a storage writes its properties
 * in; not what it shows. */
static gboolean
is_property (const char *part)
{
  return g_str_has_prefix (part, "docProps/") || g_str_has_prefix (part, "customXml/") ||
         g_str_has_suffix (part, ".rels") || strcmp (part, "[Content_Types].xml") == 0;
}

static gboolean
is_contained (GHashTable *parts,
              GHashTable *others)
{
  GHashTableIter iter;
  gpointer name;
  gpointer sum;

  g_hash_table_iter_init (&iter, parts);
  while (g_hash_table_iter_next (&iter, &name, &sum))
    if (!is_property (name) && g_strcmp0 (g_hash_table_lookup (others, name), sum) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
has_equal_parts (const char *path,
                 const char *original)
{
  g_autoptr (GHashTable) parts = lev_zip_read_checksums (path, NULL, NULL);
  g_autoptr (GHashTable) others = lev_zip_read_checksums (original, NULL, NULL);

  return parts != NULL && others != NULL && is_contained (parts, others) &&
         is_contained (others, parts);
}

static gboolean
is_equal_document (int fd,
                   int original)
{
  g_autoptr (GBytes) a = lev_untrusted_read (fd, LEV_UNTRUSTED_MAX_DOCUMENT);
  g_autoptr (GBytes) b = lev_untrusted_read (original, LEV_UNTRUSTED_MAX_DOCUMENT);

  return a != NULL && b != NULL && lev_pdf_has_equal_content (a, b);
}

/* A document that someone worked in since is not one that the storage rewrote. */
static gboolean
shows_the_same (Dossier    *self,
                int         fd,
                const char *name)
{
  g_autofd int original = extract (self, name);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autofree char *original_path = g_strdup_printf ("/proc/self/fd/%d", original);

  if (original < 0)
    return FALSE;
  if (has_suffix (name, ".pdf"))
    return is_equal_document (fd, original);
  /* The cells decide: who saves a workbook anew writes its parts in another way. */
  if (has_suffix (name, ".xlsx"))
    return lev_workbook_has_equal_cells (path, original_path);

  return has_suffix (name, "x") || has_suffix (name, ".xlsm")
           ? has_equal_parts (path, original_path)
           : TRUE;
}

/* Whether a changed file is what the storage makes of it: of a kind that is rewritten, still of
 * that kind, and its original safe in the .zip. */
static gboolean
is_rewritten (Dossier    *self,
              int         fd,
              const char *name)
{
  if (!g_hash_table_contains (self->sealed, name))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (rewritten); i++)
    {
      g_autoptr (GBytes) start = NULL;
      gsize length = strlen (rewritten[i].start);

      if (!has_suffix (name, rewritten[i].extension))
        continue;
      start = lev_untrusted_read (fd, length);
      return start != NULL && g_bytes_get_size (start) == length &&
             memcmp (g_bytes_get_data (start, NULL), rewritten[i].start, length) == 0 &&
             shows_the_same (self, fd, name);
    }

  return FALSE;
}

static void
check_file (Dossier    *self,
            const char *name,
            const char *expected)
{
  g_autofree char *sum = NULL;
  LevUntrustedState state;
  g_autofd int fd = lev_untrusted_folder_open_file (self->folder, name, &state);
  gboolean is_sealed = g_hash_table_contains (self->sealed, name);

  if (fd >= 0)
    sum = lev_untrusted_checksum (fd, self->cancellable, &self->check->n_bytes);

  if (state == LEV_UNTRUSTED_ABSENT)
    add (self, LEV_FINDING_MISSING, name, is_sealed ? _("the .zip has it") : NULL);
  else if (fd < 0)
    add (self, LEV_FINDING_UNSAFE, name, _("it is no ordinary file and was not opened"));
  else if (g_strcmp0 (sum, expected) == 0)
    add (self, LEV_FINDING_RIGHT, name, NULL);
  else if (is_rewritten (self, fd, name))
    add (self, LEV_FINDING_ALTERED, name, _("the .zip has it as it was written"));
  else
    add (self, LEV_FINDING_CHANGED, name,
         is_sealed ? _("the .zip has it as it was written") : NULL);
}

static void
check_files (Dossier *self)
{
  GHashTableIter iter;
  gpointer name;
  gpointer sum;

  g_hash_table_iter_init (&iter, self->listed);
  while (g_hash_table_iter_next (&iter, &name, &sum) &&
         !g_cancellable_is_cancelled (self->cancellable))
    if (!g_hash_table_contains (self->seen, name))
      check_file (self, name, sum);
}

/* Where a file that was not archived may come from. */
static const char *
explain_extra (const char *name)
{
  static const char *const copies[] = { "-safeBackup-", "conflicted copy", ".sync-conflict-",
                                        "conflict" };

  if (has_suffix (name, ".tmp"))
    return _("left behind by writing that did not finish");

  for (guint i = 0; i < G_N_ELEMENTS (copies); i++)
    if (strstr (name, copies[i]) != NULL)
      return _("looks like a copy that the storage made of a conflict");

  return NULL;
}

/* Reports what is in the folder and about which nothing was said yet. */
static void
find_extra (Dossier    *self,
            int         folder,
            const char *path,
            guint       depth)
{
  g_autoptr (GHashTable) entries = lev_untrusted_folder_list (folder);
  GHashTableIter iter;
  gpointer entry;
  gpointer state;

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, &entry, &state))
    {
      g_autofree char *name = *path == '\0' ? g_strdup (entry) : g_strjoin ("/", path, entry, NULL);

      if (GPOINTER_TO_UINT (state) == LEV_UNTRUSTED_FOLDER && depth < MAX_DEPTH)
        {
          g_autofd int child = lev_untrusted_folder_open (folder, entry);

          if (child >= 0)
            find_extra (self, child, name, depth + 1);
          else
            add (self, LEV_FINDING_UNSAFE, name, _("it cannot be read"));
        }
      else if (!g_hash_table_contains (self->seen, name))
        add (self,
             GPOINTER_TO_UINT (state) == LEV_UNTRUSTED_FILE ? LEV_FINDING_EXTRA
                                                            : LEV_FINDING_UNSAFE,
             name, explain_extra (name));
    }
}

void
lev_dossier_check_run (LevArchiveCheck *check,
                       int              root,
                       const char      *path,
                       GCancellable    *cancellable)
{
  g_autoptr (GHashTable) entries = NULL;
  g_autofd int folder = lev_untrusted_folder_open (root, path);
  Dossier self = { check, path, folder, cancellable };

  if (folder < 0)
    {
      lev_archive_check_add (check, LEV_FINDING_MISSING, path, LEV_MANIFEST_NAME, NULL);
      return;
    }

  entries = lev_untrusted_folder_list (folder);
  self.sealed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self.seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  read_manifest (&self);
  if (!check_zips (&self, self.listed))
    check_zips (&self, entries);
  check_manifest (&self);
  check_files (&self);
  find_extra (&self, folder, "", 0);
  check->n_folders++;

  g_hash_table_unref (self.listed);
  g_hash_table_unref (self.sealed);
  g_hash_table_unref (self.seen);
  g_free (self.zip);
}
