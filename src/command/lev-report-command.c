#include "lev-command.h"
#include "lev-report.h"
#include "lev-state.h"

#include <glib/gi18n.h>

/* The CM that @line names, who must have a supplier in @review; %NULL with an error. */
static LevPerson *
find_manager (LevCommandLine *line,
              LevReview      *review,
              GError        **error)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevPerson *manager = LEV_DOSSIER (dossiers->pdata[i])->manager;

      if (manager != NULL && g_strcmp0 (manager->name, line->manager) == 0)
        return manager;
    }

  g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED,
               _("‘%s’ is not the CM of a supplier in ‘%s’"), line->manager, review->title);
  return NULL;
}

gboolean
lev_command_report (LevCommandLine *line,
                    GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_READ, error);
  LevReportOptions options = { .all_suppliers = line->all, .hide_closed = line->open };
  g_autofree char *title = NULL;
  g_autofree char *output = NULL;
  LevReview *review;

  if (store == NULL)
    return FALSE;

  review = lev_command_find_review (lev_store_get_records (store), line->review, error);
  if (review == NULL)
    return FALSE;

  if (line->manager != NULL)
    options.manager = find_manager (line, review, error);
  if (line->manager != NULL && options.manager == NULL)
    return FALSE;

  /* Translators: a file name; %s is the title of the round */
  title = g_strdup_printf (_("MT report %s"), review->title);
  output = lev_command_dup_output (line, title, ".xlsx");
  if (!lev_report_write (review, &options, output, NULL, error))
    return FALSE;

  g_print (_("MT report: %s\n"), output);

  return TRUE;
}
