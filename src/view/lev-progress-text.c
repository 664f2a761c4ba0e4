#include "lev-progress-text.h"

#include <glib/gi18n.h>

char *
lev_progress_describe (const LevStep *step,
                       LevProgress    progress)
{
  if (step->guards[LEV_SCOPE_ACTION] != NULL)
    return g_strdup_printf (ngettext ("%u of %u action", "%u of %u actions", progress.total),
                            progress.done, progress.total);
  if (step->guards[LEV_SCOPE_DOSSIER] != NULL)
    return g_strdup_printf (ngettext ("%u of %u supplier", "%u of %u suppliers", progress.total),
                            progress.done, progress.total);

  return g_strdup (progress.done == progress.total ? _("done") : _("open"));
}

char *
lev_progress_format (const LevStep *step,
                     LevProgress    progress)
{
  if (step->guards[LEV_SCOPE_REVIEW] != NULL || progress.total == 0)
    return g_strdup ("");

  return g_strdup_printf ("%u/%u", progress.done, progress.total);
}

const char *
lev_progress_describe_scope (const LevStep *step)
{
  if (step->guards[LEV_SCOPE_ACTION] != NULL && step->guards[LEV_SCOPE_DOSSIER] != NULL)
    return _("per supplier and per action");
  if (step->guards[LEV_SCOPE_ACTION] != NULL)
    return _("per action");

  return step->guards[LEV_SCOPE_DOSSIER] != NULL ? _("per supplier") : _("the round");
}
