#include "lev-backup.h"
#include "lev-command.h"

#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

gboolean
lev_command_check (LevCommandLine *line,
                   GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_READ, error);
  guint n_records;

  if (store == NULL || !lev_store_check_log (store, error))
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

  if (store == NULL || !lev_store_backup (store, line->words[1], error))
    return FALSE;

  g_print (_("Verified backup: %s\n"), line->words[1]);

  return TRUE;
}

gboolean
lev_command_restore (LevCommandLine *line,
                     GError        **error)
{
  g_autofree char *set_aside = NULL;

  if (!lev_backup_restore (line->words[0], line->words[1], &set_aside, error))
    return FALSE;

  g_print (_("Put back: %s\n"), line->words[1]);
  if (set_aside != NULL)
    g_print (_("The old file is set aside: %s\n"), set_aside);

  return TRUE;
}
