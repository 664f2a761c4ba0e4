#include "lev-command.h"
#include "lev-example.h"

#include <glib/gi18n.h>

gboolean
lev_command_example (LevCommandLine *line,
                     GError        **error)
{
  const char *path = line->words[0];
  g_autofree char *archive_folder = lev_example_dup_archive (path);

  if (!lev_example_write (path, NULL, NULL, NULL, error))
    return FALSE;

  g_print (_("Example database: %s\n"), path);
  g_print (_("Archive of the closed rounds: %s\n"), archive_folder);

  return TRUE;
}
