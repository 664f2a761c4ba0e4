#include "lev-progress-text.h"

#include <glib/gi18n.h>

/* Of some steps people count something else than suppliers or actions. */
static char *
describe_counted (guint       number,
                  LevProgress progress)
{
  switch (number)
    {
    case 2:
      /* Translators: suppliers of the selection */
      return g_strdup_printf (_("%u of %u complete"), progress.done, progress.total);
    case 3:
      return g_strdup_printf (ngettext ("%u of %u profile", "%u of %u profiles", progress.total),
                              progress.done, progress.total);
    case 5:
      return g_strdup_printf (_("%u of %u presented"), progress.done, progress.total);
    case 6:
      return g_strdup_printf (_("%u of %u decided"), progress.done, progress.total);
    case 13:
      return g_strdup_printf (ngettext ("%u of %u dossier", "%u of %u dossiers", progress.total),
                              progress.done, progress.total);
    default:
      return g_strdup_printf (ngettext ("%u of %u action", "%u of %u actions", progress.total),
                              progress.done, progress.total);
    }
}

char *
lev_progress_describe (const LevStep *step,
                       LevProgress    progress)
{
  if (step->guards[LEV_SCOPE_REVIEW] == NULL || (step->number == 2 && progress.total > 1))
    return describe_counted (step->number, progress);

  return g_strdup (progress.total > 0 && progress.done == progress.total ? _("done") : _("open"));
}

char *
lev_progress_describe_standing (LevReview         *review,
                                const LevStanding *standing,
                                guint              number)
{
  const LevStep *step = lev_step_get (number);
  g_autofree char *actions = lev_progress_describe (step, standing->steps[number]);
  g_autofree char *profiles = NULL;

  if (step->guards[LEV_SCOPE_ACTION] == NULL || step->guards[LEV_SCOPE_DOSSIER] == NULL)
    return g_steal_pointer (&actions);

  profiles = describe_counted (3, lev_review_get_dossier_progress (review, number));

  return g_strdup_printf ("%s · %s", profiles, actions);
}

double
lev_progress_get_fraction (LevReview         *review,
                           const LevStanding *standing,
                           guint              number)
{
  const LevStep *step = lev_step_get (number);
  LevProgress progress = standing->steps[number];

  if (step->guards[LEV_SCOPE_ACTION] != NULL && step->guards[LEV_SCOPE_DOSSIER] != NULL)
    {
      LevProgress dossiers = lev_review_get_dossier_progress (review, number);

      progress.done += dossiers.done;
      progress.total += dossiers.total;
    }

  return progress.total > 0 ? (double) progress.done / progress.total : 0;
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
