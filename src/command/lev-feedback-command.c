#include "lev-command.h"
#include "lev-feedback.h"

#include <glib/gi18n.h>

/* A round of the year that @line names, or the round that it names. */
static LevReview *
find_round (LevCommandLine *line,
            LevRegister    *records,
            GError        **error)
{
  LevReview *review;

  if (line->year == 0)
    return lev_command_find_review (records, line->review, error);

  review = lev_feedback_find (records, line->year);
  if (review == NULL)
    g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED, _("No round ends in %d"),
                 line->year);

  return review;
}

gboolean
lev_command_feedback (LevCommandLine *line,
                      GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_READ, error);
  LevFeedback feedback = { .is_yearly = line->year != 0 };
  g_autofree char *title = NULL;
  g_autofree char *output = NULL;

  if (store == NULL)
    return FALSE;

  feedback.review = find_round (line, lev_store_get_records (store), error);
  if (feedback.review == NULL)
    return FALSE;

  if (line->manager != NULL)
    feedback.manager = lev_command_find_manager (line, feedback.review, error);
  if (line->manager != NULL && feedback.manager == NULL)
    return FALSE;

  title = lev_feedback_dup_title (&feedback);
  output = lev_command_dup_output (line, title, ".pdf");
  if (!lev_feedback_write (&feedback, output, error))
    return FALSE;

  g_print (_("Feedback: %s\n"), output);

  return TRUE;
}
