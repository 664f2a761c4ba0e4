#include "lev-command.h"
#include "lev-minutes-mail.h"
#include "lev-minutes.h"
#include "lev-new-file.h"

#include <glib/gi18n.h>

static gboolean
write_mail (LevReview  *review,
            const char *path,
            GError    **error)
{
  g_autoptr (GBytes) mail = lev_minutes_mail_to_bytes (review, error);

  if (mail == NULL || !lev_new_file_write (path, mail, LEV_NEW_FILE_REPLACE, error))
    return FALSE;

  g_print (_("Mail: %s\n"), path);

  return TRUE;
}

gboolean
lev_command_minutes (LevCommandLine *line,
                     GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_READ, error);
  g_autofree char *title = NULL;
  g_autofree char *output = NULL;
  LevReview *review;

  if (store == NULL)
    return FALSE;

  review = lev_command_find_review (lev_store_get_records (store), line->review, error);
  if (review == NULL)
    return FALSE;

  if (line->mail != NULL && !write_mail (review, line->mail, error))
    return FALSE;
  if (line->mail != NULL && line->output == NULL)
    return TRUE;

  /* Translators: a file name; %s is the title of the round */
  title = g_strdup_printf (_("Minutes %s"), review->title);
  output = lev_command_dup_output (line, title, ".pdf");
  if (!lev_minutes_write (review, output, error))
    return FALSE;

  g_print (_("Minutes: %s\n"), output);

  return TRUE;
}
