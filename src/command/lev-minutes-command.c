#include "lev-command.h"
#include "lev-file-name.h"
#include "lev-minutes.h"

#include <glib/gi18n.h>

/* "Besluitenlijst Review 2026-2.pdf" where the user is, when no name is given. */
static char *
dup_output (LevCommandLine *line,
            LevReview      *review)
{
  g_autofree char *title = NULL;
  g_autofree char *name = NULL;

  if (line->output != NULL)
    return g_strdup (line->output);

  /* Translators: a file name; %s is the title of the round */
  title = g_strdup_printf (_("Minutes %s"), review->title);
  name = lev_file_name_new (title);

  return g_strconcat (name, ".pdf", NULL);
}

gboolean
lev_command_minutes (LevCommandLine *line,
                     GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_READ, error);
  g_autofree char *output = NULL;
  LevReview *review;

  if (store == NULL)
    return FALSE;

  review = lev_command_find_review (lev_store_get_records (store), line->review, error);
  if (review == NULL)
    return FALSE;

  output = dup_output (line, review);
  if (!lev_minutes_write (review, output, error))
    return FALSE;

  g_print (_("Minutes: %s\n"), output);

  return TRUE;
}
