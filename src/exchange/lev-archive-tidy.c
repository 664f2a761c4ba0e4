/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-archive-private.h"

#include <sys/stat.h>

#include <glib/gstdio.h>

#include "lev-manifest.h"
#include "lev-new-file.h"

#define MAX_DEPTH 8

/* Adds the path within the archive of each temporary file in @folder to @found. */
static void
find_temporary (const char *folder,
                const char *below,
                guint       depth,
                GPtrArray  *found)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *relative = *below == '\0' ? g_strdup (name)
                                                 : g_strjoin ("/", below, name, NULL);
      GStatBuf info;

      if (g_lstat (path, &info) != 0)
        continue;
      if (S_ISDIR (info.st_mode) && depth < MAX_DEPTH)
        find_temporary (path, relative, depth + 1, found);
      else if (S_ISREG (info.st_mode) && lev_new_file_is_temporary (name))
        g_ptr_array_add (found, g_steal_pointer (&relative));
    }
}

GHashTable *
lev_archive_read_manifest (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, LEV_MANIFEST_NAME, NULL);
  g_autofree char *text = NULL;
  gsize length;

  return g_file_get_contents (path, &text, &length, NULL) ? lev_manifest_parse (text, length, NULL)
                                                          : NULL;
}

void
lev_archive_tidy (const char *folder)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) named = NULL;

  find_temporary (folder, "", 0, found);
  if (found->len > 0)
    named = lev_archive_read_manifest (folder);

  for (guint i = 0; named != NULL && i < found->len; i++)
    {
      const char *name = g_ptr_array_index (found, i);
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (!g_hash_table_contains (named, name))
        g_unlink (path);
    }
}

void
lev_archive_tidy_round (const char *round)
{
  g_autoptr (GDir) dir = g_dir_open (round, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *folder = g_build_filename (round, name, NULL);

      if (!lev_new_file_is_temporary (name))
        lev_archive_tidy (folder);
    }
}
