#include "lev-store-note.h"

#include "lev-setting.h"
#include "lev-store-private.h"

/* Among the settings, under a name that no setting has. */
static char *
dup_setting (const char *name)
{
  return g_strconcat ("note ", name, NULL);
}

char *
lev_store_dup_note (LevStore   *self,
                    const char *name,
                    GError    **error)
{
  g_autofree char *setting = dup_setting (name);

  g_return_val_if_fail (LEV_IS_STORE (self), NULL);

  return lev_setting_dup (self->database, setting, error);
}

gboolean
lev_store_set_note (LevStore   *self,
                    const char *name,
                    const char *value,
                    GError    **error)
{
  g_autofree char *setting = dup_setting (name);
  gboolean written;

  g_return_val_if_fail (LEV_IS_STORE (self), FALSE);
  g_return_val_if_fail (lev_register_get_edit (self->records) == NULL, FALSE);

  if (!lev_store_check_writable (self, error) || !lev_database_begin (self->database, error))
    return FALSE;

  written = lev_setting_set (self->database, self->checksums, setting, value, error) &&
            lev_checksums_save (self->checksums, self->database, error);

  return lev_store_end_transaction (self, written, error);
}
