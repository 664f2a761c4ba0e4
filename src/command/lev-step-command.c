#include "lev-command.h"
#include "lev-process.h"
#include "lev-steps.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <unistd.h>

static char *
read_standard_input (void)
{
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n_read;

  while ((n_read = read (STDIN_FILENO, buffer, sizeof buffer)) > 0)
    g_string_append_len (text, buffer, n_read);

  return g_string_free (text, FALSE);
}

static gboolean
run_script (LevSteps   *steps,
            const char *name,
            GError    **error)
{
  g_autofree char *text = NULL;

  if (strcmp (name, "-") == 0)
    text = read_standard_input ();
  else if (!g_file_get_contents (name, &text, NULL, error))
    {
      g_prefix_error (error, _("Reading ‘%s’: "), name);
      return FALSE;
    }

  return lev_steps_run_script (steps, text, name, error);
}

static gboolean
run_steps (LevCommandLine *line,
           LevStore       *store,
           GError        **error)
{
  LevSteps steps = { .store = store, .records = lev_store_get_records (store) };

  if (line->author != NULL)
    lev_store_set_author (store, line->author);
  if (line->review != NULL)
    {
      steps.review = lev_command_find_review (steps.records, line->review, error);
      if (steps.review == NULL)
        return FALSE;
    }

  if (line->script != NULL)
    return run_script (&steps, line->script, error);

  return lev_steps_run (&steps, (const char *const *) line->words + 1, error);
}

gboolean
lev_command_step (LevCommandLine *line,
                  GError        **error)
{
  if ((line->script == NULL) == (line->words[1] == NULL))
    {
      g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_USAGE,
                   _("Which step? See ‘levman-review step --help’"));
      return FALSE;
    }

  return lev_command_change (line, run_steps, error);
}
