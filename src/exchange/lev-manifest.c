/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-manifest.h"

#include <string.h>

#include "lev-file-name.h"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char **) a, *(const char **) b);
}

/* An entry is the checksum, a space, a space or `*`, and the name. */
static gboolean
is_entry (const char *line)
{
  if (strspn (line, "0123456789abcdefABCDEF") != LEV_SHA256_LENGTH)
    return FALSE;

  return line[LEV_SHA256_LENGTH] == ' ' &&
         (line[LEV_SHA256_LENGTH + 1] == ' ' || line[LEV_SHA256_LENGTH + 1] == '*') &&
         lev_manifest_is_safe_name (line + LEV_SHA256_LENGTH + 2);
}

static gboolean
take_line (GHashTable *checksums,
           const char *line)
{
  const char *name = line + LEV_SHA256_LENGTH + 2;
  g_autofree char *sum = NULL;
  const char *known;

  if (!is_entry (line))
    return FALSE;

  sum = g_ascii_strdown (line, LEV_SHA256_LENGTH);
  known = g_hash_table_lookup (checksums, name);
  if (known != NULL)
    return g_str_equal (known, sum);

  g_hash_table_insert (checksums, g_strdup (name), g_steal_pointer (&sum));

  return TRUE;
}

char *
lev_manifest_print (GHashTable *checksums)
{
  g_autofree const char **names = NULL;
  GString *text = g_string_new (NULL);
  guint n_names;

  g_return_val_if_fail (checksums != NULL, NULL);

  names = (const char **) g_hash_table_get_keys_as_array (checksums, &n_names);
  if (n_names > 0)
    qsort (names, n_names, sizeof *names, compare_names);
  for (guint i = 0; i < n_names; i++)
    g_string_append_printf (text, "%s  %s\n",
                            (const char *) g_hash_table_lookup (checksums, names[i]), names[i]);

  return g_string_free_and_steal (text);
}

GHashTable *
lev_manifest_parse (const char *text,
                    gsize       length,
                    GPtrArray  *refused)
{
  GHashTable *checksums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree char *copy = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (text != NULL, checksums);

  /* What stands behind a NUL is no text; the line that it cuts off is refused. */
  copy = g_strndup (text, length);
  lines = g_strsplit (copy, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strchomp (lines[i]);
      if (*lines[i] != '\0' && !take_line (checksums, lines[i]) && refused != NULL)
        g_ptr_array_add (refused, g_utf8_make_valid (lines[i], -1));
    }

  return checksums;
}

gboolean
lev_manifest_is_safe_name (const char *name)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  if (!g_utf8_validate (name, -1, NULL) || g_utf8_strlen (name, -1) > LEV_FILE_PATH_MAX)
    return FALSE;

  for (const char *at = name; *at != '\0'; at++)
    if (*at == '\\' || g_ascii_iscntrl (*at))
      return FALSE;

  parts = g_strsplit (name, "/", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0' || strcmp (parts[i], ".") == 0 || strcmp (parts[i], "..") == 0)
      return FALSE;

  return parts[0] != NULL;
}
