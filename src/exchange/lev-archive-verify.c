/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-archive-verify.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>

#include <glib/gi18n.h>
#include <glib/gstdio.h>

#include "lev-dossier-check.h"
#include "lev-exchange-error.h"
#include "lev-json.h"
#include "lev-manifest.h"
#include "lev-untrusted-folder.h"

/* Year, round and supplier are three; the user may have put folders above them. */
#define MAX_DEPTH 8

static const struct
{
  const char *nick;
  const char *label;
} kinds[LEV_FINDING_N_KINDS] = {
  [LEV_FINDING_RIGHT] = { "right", N_("right") },
  [LEV_FINDING_ALTERED] = { "altered", N_("altered by the storage") },
  [LEV_FINDING_MISSING] = { "missing", N_("missing") },
  [LEV_FINDING_CHANGED] = { "changed", N_("content changed") },
  [LEV_FINDING_EXTRA] = { "extra", N_("not of the archive") },
  [LEV_FINDING_UNSAFE] = { "unsafe", N_("not looked at") },
};

static void
finding_free (gpointer data)
{
  LevFinding *finding = data;

  g_free (finding->folder);
  g_free (finding->name);
  g_free (finding->note);
  g_free (finding);
}

static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const LevFinding *finding_a = *(const LevFinding **) a;
  const LevFinding *finding_b = *(const LevFinding **) b;
  int order = strcmp (finding_a->folder, finding_b->folder);

  return order != 0 ? order : strcmp (finding_a->name, finding_b->name);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* A dossier has a manifest, or lost it and still has a .zip. */
static gboolean
is_dossier (GHashTable *entries)
{
  GHashTableIter iter;
  gpointer name;

  if (g_hash_table_contains (entries, LEV_MANIFEST_NAME))
    return TRUE;

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (g_str_has_suffix (name, LEV_ARCHIVE_SUFFIX))
      return TRUE;

  return FALSE;
}

/* In a folder that holds dossiers, what is none is reported; above that, the folders are the
 * user's, and what else is in them is nobody's business. */
static void
report_others (LevArchiveCheck *check,
               GHashTable      *entries,
               const char      *path,
               GPtrArray       *empty)
{
  GHashTableIter iter;
  gpointer name;
  gpointer state;

  for (guint i = 0; i < empty->len; i++)
    lev_archive_check_add (check, LEV_FINDING_MISSING, g_ptr_array_index (empty, i),
                           LEV_MANIFEST_NAME, _("nothing of an archive is in this folder"));

  g_hash_table_iter_init (&iter, entries);
  while (g_hash_table_iter_next (&iter, &name, &state))
    if (GPOINTER_TO_UINT (state) == LEV_UNTRUSTED_FILE)
      lev_archive_check_add (check, LEV_FINDING_EXTRA, path, name, NULL);
    else if (GPOINTER_TO_UINT (state) == LEV_UNTRUSTED_OTHER)
      lev_archive_check_add (check, LEV_FINDING_UNSAFE, path, name, NULL);
}

/* What is found on the way down to the dossiers. */
typedef struct
{
  LevArchiveCheck *check;
  GPtrArray       *dossiers; /* their paths */
} Search;

/* Opens a folder in @folder; -1 for one that is not looked at. What cannot be read is said so, and
 * never taken for empty. */
static int
open_child (Search     *search,
            int         folder,
            const char *name,
            const char *path)
{
  int child = -1;

  if (g_str_has_suffix (name, ".tmp"))
    {
      lev_archive_check_add (search->check, LEV_FINDING_EXTRA, path, name,
                             _("left behind by writing that did not finish"));
      return -1;
    }

  child = lev_untrusted_folder_open (folder, name);
  if (child < 0)
    lev_archive_check_add (search->check, LEV_FINDING_UNSAFE, path, name, _("it cannot be read"));

  return child;
}

/* Adds the paths of the dossiers in @folder and returns whether there were any; @is_one says
 * whether @folder is one itself. */
static gboolean
find_dossiers (Search     *search,
               int         folder,
               const char *path,
               guint       depth,
               gboolean   *is_one)
{
  g_autoptr (GHashTable) entries = lev_untrusted_folder_list (folder);
  g_autoptr (GPtrArray) empty = g_ptr_array_new_with_free_func (g_free);
  gboolean holds_dossier = FALSE;
  guint n_before = search->dossiers->len;
  GHashTableIter iter;
  gpointer name;
  gpointer state;

  *is_one = is_dossier (entries);
  if (*is_one)
    g_ptr_array_add (search->dossiers, g_strdup (path));

  g_hash_table_iter_init (&iter, entries);
  while (!*is_one && depth < MAX_DEPTH && g_hash_table_iter_next (&iter, &name, &state))
    {
      g_autofree char *below = *path == '\0' ? g_strdup (name) : g_strjoin ("/", path, name, NULL);
      g_autofd int child = -1;
      gboolean child_is_one;

      if (GPOINTER_TO_UINT (state) == LEV_UNTRUSTED_FOLDER)
        child = open_child (search, folder, name, path);
      if (child < 0)
        continue;
      if (!find_dossiers (search, child, below, depth + 1, &child_is_one))
        g_ptr_array_add (empty, g_steal_pointer (&below));
      holds_dossier |= child_is_one;
    }

  if (holds_dossier)
    report_others (search->check, entries, path, empty);

  return search->dossiers->len > n_before;
}

static int
open_root (const char *folder,
           GError    **error)
{
  g_autofree char *name = g_filename_display_name (folder);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  int saved_errno = errno;

  if (fd < 0)
    g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_READ, _("Verifying ‘%s’ failed: %s"),
                 name, g_strerror (saved_errno));

  return fd;
}

static LevArchiveCheck *
check_new (void)
{
  LevArchiveCheck *self = g_new0 (LevArchiveCheck, 1);

  self->findings = g_ptr_array_new_with_free_func (finding_free);

  return self;
}

void
lev_archive_check_add (LevArchiveCheck *self,
                       LevFindingKind   kind,
                       const char      *folder,
                       const char      *name,
                       const char      *note)
{
  LevFinding *finding = g_new0 (LevFinding, 1);

  finding->kind = kind;
  finding->folder = g_utf8_make_valid (folder, -1);
  finding->name = g_utf8_make_valid (name, -1);
  finding->note = g_strdup (note);
  g_ptr_array_add (self->findings, finding);
  self->n_found[kind]++;
}

LevArchiveCheck *
lev_archive_verify (const char        *folder,
                    LevArchiveProgress progress,
                    gpointer           user_data,
                    GCancellable      *cancellable,
                    GError           **error)
{
  g_autoptr (LevArchiveCheck) check = check_new ();
  g_autoptr (GPtrArray) dossiers = g_ptr_array_new_with_free_func (g_free);
  Search search = { check, dossiers };
  g_autofd int root = -1;
  gboolean is_one;

  g_return_val_if_fail (folder != NULL, NULL);

  root = open_root (folder, error);
  if (root < 0)
    return NULL;

  if (!find_dossiers (&search, root, "", 0, &is_one))
    {
      g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_ARCHIVE,
                   _("Verifying ‘%s’ failed: there is no archive in this folder"), folder);
      return NULL;
    }

  g_ptr_array_sort (dossiers, compare_paths);
  for (guint i = 0; i < dossiers->len; i++)
    {
      const char *path = g_ptr_array_index (dossiers, i);

      if (progress != NULL)
        progress ((double) i / dossiers->len, path, user_data);
      lev_dossier_check_run (check, root, path, cancellable);
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
    }
  g_ptr_array_sort (check->findings, compare_findings);

  return g_steal_pointer (&check);
}

gboolean
lev_archive_check_is_right (const LevArchiveCheck *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->n_found[LEV_FINDING_MISSING] == 0 && self->n_found[LEV_FINDING_CHANGED] == 0 &&
         self->n_found[LEV_FINDING_UNSAFE] == 0;
}

char *
lev_archive_check_to_json (const LevArchiveCheck *self)
{
  JsonObject *document;
  JsonObject *counts;
  JsonArray *files;

  g_return_val_if_fail (self != NULL, NULL);

  document = json_object_new ();
  json_object_set_boolean_member (document, "right", lev_archive_check_is_right (self));
  json_object_set_int_member (document, "dossiers", self->n_folders);
  json_object_set_int_member (document, "bytes", self->n_bytes);

  counts = json_object_new ();
  for (guint i = 0; i < LEV_FINDING_N_KINDS; i++)
    json_object_set_int_member (counts, kinds[i].nick, self->n_found[i]);
  json_object_set_object_member (document, "counts", counts);

  files = json_array_new ();
  for (guint i = 0; i < self->findings->len; i++)
    {
      const LevFinding *finding = g_ptr_array_index (self->findings, i);
      JsonObject *file = json_object_new ();

      json_object_set_string_member (file, "folder", finding->folder);
      json_object_set_string_member (file, "name", finding->name);
      json_object_set_string_member (file, "verdict", kinds[finding->kind].nick);
      json_object_set_string_member (file, "note", finding->note);
      json_array_add_object_element (files, file);
    }
  json_object_set_array_member (document, "files", files);

  return lev_json_print (document);
}

const char *
lev_finding_kind_get_nick (LevFindingKind kind)
{
  g_return_val_if_fail (kind < LEV_FINDING_N_KINDS, NULL);

  return kinds[kind].nick;
}

const char *
lev_finding_kind_get_label (LevFindingKind kind)
{
  g_return_val_if_fail (kind < LEV_FINDING_N_KINDS, NULL);

  return _(kinds[kind].label);
}

void
lev_archive_check_free (LevArchiveCheck *self)
{
  g_ptr_array_unref (self->findings);
  g_free (self);
}
