#include "lev-store-private.h"

#include "lev-setting.h"

/* A database that is shared keeps the folder with it, so that another one that is opened, such as
 * the example, is not mixed in. */
#define TEAM_FOLDER "team-folder"

gboolean
lev_store_rename_writer (LevStore *self,
                         GError  **error)
{
  gboolean written;

  g_return_val_if_fail (LEV_IS_STORE (self), FALSE);

  if (!lev_store_check_writable (self, error) || !lev_store_save_again (self, error) ||
      !lev_database_begin (self->database, error))
    return FALSE;

  written = lev_log_rename_writer (self->log, NULL, error) &&
            lev_checksums_save (self->checksums, self->database, error);

  return lev_store_end_transaction (self, written, error);
}

char *
lev_store_dup_team_folder (LevStore *self)
{
  g_autofree char *path = NULL;

  g_return_val_if_fail (LEV_IS_STORE (self), NULL);

  path = lev_setting_dup (self->database, TEAM_FOLDER, NULL);

  return path != NULL && *path != '\0' ? g_steal_pointer (&path) : NULL;
}

gboolean
lev_store_set_team_folder (LevStore   *self,
                           const char *path,
                           GError    **error)
{
  gboolean written;

  g_return_val_if_fail (LEV_IS_STORE (self), FALSE);

  if (!lev_store_check_writable (self, error) || !lev_database_begin (self->database, error))
    return FALSE;

  written = lev_setting_set (self->database, self->checksums, TEAM_FOLDER, path != NULL ? path : "",
                             error) &&
            lev_checksums_save (self->checksums, self->database, error);

  return lev_store_end_transaction (self, written, error);
}
