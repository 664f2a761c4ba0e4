#include "lev-command.h"
#include "lev-field-text.h"
#include "lev-profile-pdf.h"
#include "lev-state.h"

#include <glib/gi18n.h>

/* The chosen dossier of the supplier that goes by @text: name, number or identifier. */
static LevDossier *
find_dossier (LevReview  *review,
              const char *text,
              GError    **error)
{
  LevRecord *record = NULL;
  LevDossier *dossier = NULL;

  if (text == NULL)
    {
      g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_USAGE,
                   _("Name the supplier with --supplier"));
      return NULL;
    }

  record = lev_find_record (LEV_RECORD (review)->records, LEV_TYPE_SUPPLIER, text);
  if (record != NULL)
    dossier = lev_review_find_dossier (review, LEV_SUPPLIER (record));
  if (record == NULL)
    g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED,
                 _("There is no supplier that is called ‘%s’"), text);
  else if (dossier == NULL || !dossier->chosen)
    g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED,
                 _("‘%s’ is not in the round ‘%s’"), text, review->title);

  return dossier != NULL && dossier->chosen ? dossier : NULL;
}

gboolean
lev_command_profile (LevCommandLine *line,
                     GError        **error)
{
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_READ, error);
  g_autofree char *title = NULL;
  g_autofree char *output = NULL;
  LevReview *review;
  LevDossier *dossier;

  if (store == NULL)
    return FALSE;

  review = lev_command_find_review (lev_store_get_records (store), line->review, error);
  dossier = review != NULL ? find_dossier (review, line->supplier, error) : NULL;
  if (dossier == NULL)
    return FALSE;

  title = g_strdup_printf (_("Risk profile %s"), dossier->supplier->name);
  output = lev_command_dup_output (line, title, ".pdf");
  if (!lev_profile_pdf_write (dossier, output, error))
    return FALSE;

  g_print (_("Risk profile: %s\n"), output);

  return TRUE;
}
