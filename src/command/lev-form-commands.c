#include "lev-command.h"
#include "lev-form.h"

#include <glib/gi18n.h>

gboolean
lev_command_form (LevCommandLine *line,
                  GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_READ, error);
  LevDossier *dossier = store != NULL ? lev_command_find_dossier (line, store, error) : NULL;
  g_autofree char *title = NULL;
  g_autofree char *output = NULL;

  if (dossier == NULL)
    return FALSE;

  /* Translators: a file name; %s is a supplier */
  title = g_strdup_printf (_("Risk profile %s"), dossier->supplier->name);
  output = lev_command_dup_output (line, title, ".xlsx");
  if (!lev_form_write (dossier, output, NULL, error))
    return FALSE;

  g_print (_("Form: %s\n"), output);

  return TRUE;
}

static void
print_differences (LevFormReading *reading)
{
  for (guint i = 0; i < lev_form_reading_get_n (reading); i++)
    {
      const LevFormDifference *difference = lev_form_reading_get (reading, i);

      g_print ("%s (%s, %s): %s: ‘%s’ → ‘%s’%s%s\n", difference->place, difference->subject,
               difference->field, lev_form_state_get_label (difference->state),
               difference->old_text, difference->new_text, difference->message != NULL ? ": " : "",
               difference->message != NULL ? difference->message : "");
    }
  g_print (_("Cells: %u changed, %u changed in both, %u refused.\n"),
           lev_form_reading_count (reading, LEV_FORM_CHANGE),
           lev_form_reading_count (reading, LEV_FORM_CONFLICT),
           lev_form_reading_count (reading, LEV_FORM_REFUSED));
}

gboolean
lev_command_read_form (LevCommandLine *line,
                       GError        **error)
{
  LevStoreMode mode = line->preview ? LEV_STORE_READ : LEV_STORE_WRITE;
  g_autoptr (LevStore) store = lev_store_open (line->words[0], mode, error);
  LevDossier *dossier = store != NULL ? lev_command_find_dossier (line, store, error) : NULL;
  g_autoptr (LevWorkbookContent) content = NULL;
  g_autoptr (LevFormReading) reading = NULL;

  if (dossier == NULL)
    return FALSE;
  if (line->author != NULL)
    lev_store_set_author (store, line->author);

  content = lev_workbook_content_read (line->words[1], NULL, error);
  reading = content != NULL ? lev_form_read (content, dossier, error) : NULL;
  if (reading == NULL)
    return FALSE;

  print_differences (reading);
  if (line->preview)
    return TRUE;

  lev_store_begin (store, _("Take over a form"));
  if (!lev_form_reading_apply (reading, error))
    {
      lev_store_abandon (store);
      return FALSE;
    }

  return lev_store_commit (store, error);
}
