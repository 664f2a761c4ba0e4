#include "lev-command.h"
#include "lev-decision-sheet.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

/* Who decided: the one who is named, or else the only member of the MT. */
static LevPerson *
find_decider (LevRegister *records,
              const char  *name,
              GError     **error)
{
  LevRecordList *people = lev_register_list (records, LEV_TYPE_PERSON);
  LevPerson *found = NULL;
  guint count = 0;

  for (guint i = 0; i < lev_record_list_get_n (people); i++)
    {
      LevPerson *person = lev_record_list_peek (people, i);

      if (name != NULL ? g_strcmp0 (person->name, name) == 0 : person->management_team)
        {
          found = person;
          count++;
        }
    }
  if (count == 1)
    return found;

  if (name != NULL)
    g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED,
                 _("There is no person ‘%s’ in the register"), name);
  else
    g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_USAGE,
                 _("Say who decided on behalf of the MT with --by"));

  return NULL;
}

static void
print_rows (LevDecisionSheet *sheet)
{
  for (guint i = 0; i < lev_decision_sheet_get_n_rows (sheet); i++)
    {
      const LevSheetRow *row = lev_decision_sheet_get_row (sheet, i);

      if (row->state == LEV_SHEET_OPEN)
        continue;
      /* Translators: line of a sheet, what is asked, what it comes to */
      g_print (_("Line %u, %s: %s%s%s\n"), row->line, row->question,
               lev_sheet_state_get_label (row->state), row->message != NULL ? ": " : "",
               row->message != NULL ? row->message : "");
    }
  g_print (_("Decisions: %u new, %u already recorded, %u refused, %u not filled in.\n"),
           lev_decision_sheet_count (sheet, LEV_SHEET_NEW),
           lev_decision_sheet_count (sheet, LEV_SHEET_SAME),
           lev_decision_sheet_count (sheet, LEV_SHEET_REFUSED),
           lev_decision_sheet_count (sheet, LEV_SHEET_OPEN));
}

gboolean
lev_command_decisions (LevCommandLine *line,
                       GError        **error)
{
  LevStoreMode mode = line->preview ? LEV_STORE_READ : LEV_STORE_WRITE;
  g_autoptr (LevStore) store = lev_store_open (line->words[0], mode, error);
  g_autoptr (LevWorkbookContent) content = NULL;
  g_autoptr (LevDecisionSheet) sheet = NULL;
  LevReview *review;
  LevPerson *by;

  if (store == NULL)
    return FALSE;
  if (line->author != NULL)
    lev_store_set_author (store, line->author);

  review = lev_command_find_review (lev_store_get_records (store), line->review, error);
  by = review != NULL ? find_decider (lev_store_get_records (store), line->by, error) : NULL;
  content = by != NULL ? lev_workbook_content_read (line->words[1], NULL, error) : NULL;
  sheet = content != NULL ? lev_decision_sheet_new (content, review, by, error) : NULL;
  if (sheet == NULL)
    return FALSE;

  print_rows (sheet);
  if (line->preview)
    return TRUE;

  lev_store_begin (store, _("Take over the decisions of the MT"));
  if (!lev_decision_sheet_apply (sheet, error))
    {
      lev_store_abandon (store);
      return FALSE;
    }

  return lev_store_commit (store, error);
}
