#include "lev-command.h"

#include "lev-share.h"

#include <glib/gi18n.h>

static void
print_lines (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    g_print ("  %s\n", (const char *) g_ptr_array_index (lines, i));
}

static gboolean
exchange (LevCommandLine *line,
          LevStore       *store,
          GError        **error)
{
  g_autoptr (LevShare) share = lev_share_new (line->words[1]);
  const LevShareResult *result = lev_share_get_result (share);

  if (!lev_share_run (share, store, error))
    return FALSE;

  g_print (_("Shared through ‘%s’. Changes received: %u; sent: %u.\n"), line->words[1],
           result->n_received, result->n_sent);
  print_lines (result->waiting);
  print_lines (result->troubles);

  return TRUE;
}

gboolean
lev_command_share (LevCommandLine *line,
                   GError        **error)
{
  return lev_command_change (line, exchange, error);
}
