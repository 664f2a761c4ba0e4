#include "lev-backup.h"
#include "lev-command.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

/* Evidence without its file is said, and makes the command fail; @format gets which it is. */
static gboolean
check_files (LevStore   *store,
             const char *format,
             GError    **error)
{
  g_autofree char *lost = lev_store_describe_lost (store);
  g_autoptr (GString) message = g_string_new (format);

  if (lost == NULL)
    return TRUE;

  g_string_replace (message, "%s", lost, 1);
  g_set_error_literal (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED, message->str);
  return FALSE;
}

gboolean
lev_command_check (LevCommandLine *line,
                   GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_READ, error);
  guint n_records;

  if (store == NULL || !lev_store_check_log (store, error) ||
      !check_files (store, _("The database is right, but %s"), error))
    return FALSE;

  n_records = lev_register_count (lev_store_get_records (store));
  if (line->json)
    g_print ("{ \"right\": true, \"records\": %u }\n", n_records);
  else
    g_print (ngettext ("‘%s’ is right: %u record, the same in the log.\n",
                       "‘%s’ is right: %u records, the same in the log.\n", n_records),
             line->words[0], n_records);

  return TRUE;
}

gboolean
lev_command_backup (LevCommandLine *line,
                    GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_READ, error);

  if (store == NULL || !lev_store_backup (store, line->words[1], LEV_BACKUP_KEEP, error))
    return FALSE;

  g_print (_("Verified backup: %s\n"), line->words[1]);

  return check_files (store, _("The backup is made, but %s"), error);
}

gboolean
lev_command_restore (LevCommandLine *line,
                     GError        **error)
{
  g_autofree char *set_aside = NULL;
  g_autoptr (LevStore) store = NULL;

  if (!lev_backup_restore (line->words[0], line->words[1], &set_aside, error))
    return FALSE;

  g_print (_("Put back: %s\n"), line->words[1]);
  if (set_aside != NULL)
    g_print (_("The old file is set aside: %s\n"), set_aside);

  /* A backup of an older version is upgraded by who opens it for writing. */
  store = lev_store_open (line->words[1], LEV_STORE_READ, NULL);

  return store == NULL || check_files (store, _("The backup is put back, but %s"), error);
}
