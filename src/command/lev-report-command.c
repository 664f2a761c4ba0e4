#include "lev-command.h"
#include "lev-report.h"

#include <glib/gi18n.h>

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
    options.manager = lev_command_find_manager (line, review, error);
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
