#include "lev-command.h"
#include "lev-process.h"
#include "lev-supplier-import.h"
#include "lev-table.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define NAME_WIDTH (60) /* what is shown of a name */

/* Errors come with the refusal; warnings do not keep the list from being imported. */
static void
print_warnings (LevSupplierImport *import)
{
  const LevImportMessages *messages = lev_supplier_import_get_messages (import);

  for (guint i = 0; i < messages->items->len; i++)
    {
      const LevImportMessage *message = g_ptr_array_index (messages->items, i);

      if (!message->is_error)
        g_printerr ("%s\n", message->text);
    }
}

static void
print_summary (LevSupplierImport *import)
{
  guint n_new = lev_supplier_import_count (import, LEV_IMPORT_NEW);
  guint n_changed = lev_supplier_import_count (import, LEV_IMPORT_CHANGED);
  guint n_unchanged = lev_supplier_import_count (import, LEV_IMPORT_UNCHANGED);

  for (guint i = 0; i < lev_supplier_import_get_n_rows (import); i++)
    {
      g_autofree char *changes = NULL;
      g_autofree char *name = NULL;

      if (lev_supplier_import_get_outcome (import, i) != LEV_IMPORT_CHANGED)
        continue;
      changes = lev_supplier_import_dup_changes (import, i);
      name = lev_table_dup_cell (lev_supplier_import_get_name (import, i), NAME_WIDTH);
      g_print (_("Changed: %s (%s)\n"), name, changes);
    }

  g_print (_("Suppliers: %u new, %u changed, %u unchanged.\n"), n_new, n_changed, n_unchanged);
}

static gboolean
import_list (LevCommandLine *line,
             LevStore       *store,
             GError        **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (line->words[1]);
  g_autoptr (GBytes) content = g_file_load_bytes (file, NULL, NULL, error);
  LevRegister *records = lev_store_get_records (store);
  LevHandbook *handbook = lev_process_get_handbook (records);
  g_autoptr (LevSupplierImport) import = NULL;

  if (content == NULL)
    {
      g_prefix_error (error, _("Reading ‘%s’: "), line->words[1]);
      return FALSE;
    }
  if (line->author != NULL)
    lev_store_set_author (store, line->author);

  import = lev_supplier_import_new (content, records, lev_handbook_get_content (handbook), error);
  if (import == NULL)
    return FALSE;

  lev_store_begin (store, _("Import suppliers"));
  if (!lev_supplier_import_apply (import, error))
    {
      lev_store_abandon (store);
      return FALSE;
    }
  if (!lev_store_commit (store, error))
    return FALSE;

  print_warnings (import);
  print_summary (import);

  return TRUE;
}

gboolean
lev_command_import (LevCommandLine *line,
                    GError        **error)
{
  return lev_command_change (line, import_list, error);
}
