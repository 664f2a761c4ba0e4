#include "lev-file-set.h"

#include "lev-backup.h"
#include "lev-evidence.h"
#include "lev-file-store.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <unistd.h>

/* More are counted, not named. */
#define MAX_NAMED (5)

/* The SHA-256 of each file that is kept with @database. */
static GPtrArray *
list_files (const char *database)
{
  g_autofree char *folder = lev_file_store_dup_folder (database);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = lev_file_store_dup_path (database, name);

      if (path != NULL)
        g_ptr_array_add (files, g_strdup (name));
    }

  return files;
}

static gboolean
is_same (const char *from,
         const char *to)
{
  g_autofree char *a = g_canonicalize_filename (from, NULL);
  g_autofree char *b = g_canonicalize_filename (to, NULL);

  return g_str_equal (a, b);
}

/* Copies one file; @added gets its path when it was not there. */
static gboolean
copy_file (const char *from,
           const char *to,
           const char *sha256,
           GPtrArray  *added,
           GError    **error)
{
  g_autoptr (GBytes) content = lev_file_store_read (from, sha256, NULL);
  g_autofree char *path = lev_file_store_dup_path (to, sha256);
  gboolean is_there = g_file_test (path, G_FILE_TEST_EXISTS);

  if (g_cancellable_set_error_if_cancelled (g_cancellable_get_current (), error))
    return FALSE;
  if (content == NULL)
    return TRUE;
  if (!lev_file_store_keep (to, sha256, content, error))
    return FALSE;
  if (!is_there)
    g_ptr_array_add (added, g_steal_pointer (&path));

  return TRUE;
}

gboolean
lev_file_set_copy (const char *from,
                   const char *to,
                   GError    **error)
{
  g_autoptr (GPtrArray) files = list_files (from);
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *folder = lev_file_store_dup_folder (to);
  gboolean is_copied = TRUE;

  if (is_same (from, to))
    return TRUE;

  for (guint i = 0; is_copied && i < files->len; i++)
    is_copied = copy_file (from, to, g_ptr_array_index (files, i), added, error);

  /* Half of them is of no use, and a full disk gets its room back. */
  for (guint i = 0; !is_copied && i < added->len; i++)
    g_unlink (g_ptr_array_index (added, i));
  if (!is_copied)
    g_rmdir (folder);

  return is_copied;
}

void
lev_file_set_link (const char *from,
                   const char *to)
{
  g_autoptr (GPtrArray) files = list_files (from);
  g_autofree char *folder = lev_file_store_dup_folder (to);

  if (files->len == 0 || g_mkdir_with_parents (folder, 0700) != 0)
    return;

  for (guint i = 0; i < files->len; i++)
    {
      g_autofree char *old = lev_file_store_dup_path (from, g_ptr_array_index (files, i));
      g_autofree char *new = lev_file_store_dup_path (to, g_ptr_array_index (files, i));

      /* A file system without links keeps the one copy, with the database in use. */
      if (link (old, new) != 0)
        return;
    }
}

gboolean
lev_file_set_move (const char *from,
                   const char *to,
                   GError    **error)
{
  g_autofree char *old = lev_file_store_dup_folder (from);
  g_autofree char *new = lev_file_store_dup_folder (to);

  if (!g_file_test (old, G_FILE_TEST_IS_DIR) || g_rename (old, new) == 0)
    return TRUE;

  g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_READ_ONLY, _("Setting ‘%s’ aside: %s"), old,
               g_strerror (errno));
  return FALSE;
}

char *
lev_file_set_dup_source (const char *backup)
{
  g_autofree char *absolute = g_canonicalize_filename (backup, NULL);
  g_autofree char *own = lev_file_store_dup_folder (absolute);
  g_autofree char *folder = g_path_get_dirname (absolute);
  g_autofree char *suffix = lev_backup_dup_folder ("");

  if (!g_file_test (own, G_FILE_TEST_IS_DIR) && g_str_has_suffix (folder, suffix))
    return g_strndup (folder, strlen (folder) - strlen (suffix));

  return g_steal_pointer (&absolute);
}

GPtrArray *
lev_file_set_list_lost (const char  *database,
                        LevRegister *records)
{
  LevRecordList *list = lev_register_list (records, LEV_TYPE_EVIDENCE);
  GPtrArray *lost = g_ptr_array_new ();

  for (guint i = 0; i < lev_record_list_get_n (list); i++)
    {
      LevEvidence *evidence = lev_record_list_peek (list, i);
      g_autoptr (GBytes) content = NULL;

      if (evidence->sha256 != NULL)
        content = lev_file_store_read (database, evidence->sha256, NULL);
      if (evidence->sha256 != NULL && content == NULL)
        g_ptr_array_add (lost, evidence);
    }

  return lost;
}

char *
lev_file_set_describe_lost (const char  *database,
                            LevRegister *records)
{
  g_autoptr (GPtrArray) lost = lev_file_set_list_lost (database, records);
  g_autoptr (GString) names = g_string_new (NULL);

  if (lost->len == 0)
    return NULL;

  for (guint i = 0; i < MIN (lost->len, MAX_NAMED); i++)
    {
      LevEvidence *evidence = g_ptr_array_index (lost, i);

      g_string_append_printf (names, "%s‘%s’", i > 0 ? ", " : "",
                              evidence->name != NULL ? evidence->name : evidence->sha256);
    }
  if (lost->len > MAX_NAMED)
    g_string_append (names, ", …");

  return g_strdup_printf (ngettext ("the file of %u piece of evidence is missing or was changed: "
                                    "%s",
                                    "the files of %u pieces of evidence are missing or were "
                                    "changed: %s",
                                    lost->len),
                          lost->len, names->str);
}
