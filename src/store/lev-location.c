#include "lev-location.h"

#include <glib/gi18n.h>

/* How a synced folder is known: by its own name, or by something inside it. (Not `.dropbox`: that
 * is also where the client keeps its settings in everyone's home.) */
static const struct
{
  const char *pattern;
  const char *client;
} folder_names[] = {
  { "OneDrive", "OneDrive" },
  { "OneDrive - *", "OneDrive" },
  { "Dropbox", "Dropbox" },
  { "Dropbox (*)", "Dropbox" },
  { "Nextcloud", "Nextcloud" },
  { "ownCloud", "ownCloud" },
  { "SharePoint", "SharePoint" },
  { "Google Drive", "Google Drive" },
  { "GoogleDrive", "Google Drive" },
  { "pCloudDrive", "pCloud" },
  { "MEGAsync", "MEGA" },
}, marks[] = {
  { ".stfolder", "Syncthing" },
  { ".dropbox.cache", "Dropbox" },
  { ".nextcloudsync.log", "Nextcloud" },
  { ".sync_*.db", "Nextcloud" },
  { "._sync_*.db", "Nextcloud" },
  { ".owncloudsync.log", "ownCloud" },
  { ".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive" },
};

static const char *const network_types[] = {
  "nfs",         "nfs4",          "cifs",          "smb3",        "smbfs",         "afs",
  "ceph",        "glusterfs",     "lustre",        "davfs",       "fuse.sshfs",    "fuse.rclone",
  "fuse.davfs2", "fuse.s3fs",     "fuse.onedriver", "fuse.gvfsd-fuse", "fuse.google-drive-ocamlfuse",
  "fuse.glusterfs", "fuse.portal", NULL,
};

gboolean
lev_location_is_network (const char *type)
{
  return g_strv_contains (network_types, type);
}

const char *
lev_location_find_client (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_pattern_match_simple (marks[i].pattern, name))
      return marks[i].client;

  return NULL;
}

static const char *
find_client_by_folder (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (folder_names); i++)
    if (g_pattern_match_simple (folder_names[i].pattern, name))
      return folder_names[i].client;

  return NULL;
}

static const char *
find_client_inside (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *client = NULL;
  const char *name;

  while (dir != NULL && client == NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name == '.')
      client = lev_location_find_client (name);

  return client;
}

/* mountinfo writes a space as \040 and so on. */
static char *
decode_mount_point (const char *field)
{
  return g_strcompress (field);
}

/* The type of the file system that holds @path: that of the longest mount point above it. */
static char *
dup_file_system_type (const char *path)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autofree char *type = NULL;
  gsize longest = 0;

  if (!g_file_get_contents ("/proc/self/mountinfo", &text, NULL, NULL))
    return NULL;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *rest = strstr (lines[i], " - ");
      g_auto (GStrv) fields = g_strsplit (lines[i], " ", 6);
      g_autofree char *point = NULL;
      gsize length;

      if (rest == NULL || g_strv_length (fields) < 6)
        continue;
      point = decode_mount_point (fields[4]);
      length = strlen (point);
      if (length < longest || !g_str_has_prefix (path, point) ||
          (length > 1 && path[length] != '/' && path[length] != '\0'))
        continue;

      longest = length;
      g_free (type);
      type = g_strndup (rest + 3, strcspn (rest + 3, " "));
    }

  return g_steal_pointer (&type);
}

static gboolean
refuse (const char *path,
        const char *reason,
        GError    **error)
{
  g_set_error (error, LEV_STORE_ERROR, LEV_STORE_ERROR_LOCATION,
               _("‘%s’ is in a folder of %s; a database gets damaged there. Put it in a folder "
                 "on this computer"),
               path, reason);
  return FALSE;
}

gboolean
lev_location_check (const char *path,
                    GError    **error)
{
  g_autofree char *file = realpath (path, NULL);
  g_autofree char *folder = g_path_get_dirname (file != NULL ? file : path);
  g_autofree char *real = realpath (folder, NULL);
  g_autofree char *type = NULL;

  if (real == NULL)
    return TRUE;

  type = dup_file_system_type (real);
  if (type != NULL && lev_location_is_network (type))
    return refuse (path, type, error);

  while (TRUE)
    {
      g_autofree char *name = g_path_get_basename (real);
      g_autofree char *parent = g_path_get_dirname (real);
      const char *client = find_client_by_folder (name);

      if (client == NULL)
        client = find_client_inside (real);
      if (client != NULL)
        return refuse (path, client, error);
      if (strcmp (real, parent) == 0)
        return TRUE;

      g_free (real);
      real = g_steal_pointer (&parent);
    }
}
