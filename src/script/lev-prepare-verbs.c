#include "lev-steps.h"

#include <glib/gi18n.h>

static const LevAlias review_aliases[] = {
  { "from", "period-from" },
  { "until", "period-until" },
  { "rule", "selection-rule" },
  { "line", "selection-value" },
  { NULL, NULL },
};

static gboolean
verb_start (LevSteps     *self,
            LevArguments *arguments,
            GError      **error)
{
  const char *title = lev_arguments_get (arguments, "title");
  const char *entry_title = lev_arguments_get (arguments, "entry");
  LevCalendarEntry *entry = NULL;
  LevReview *review;

  if (title == NULL)
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE, _("%s is missing"), "title");
      return FALSE;
    }
  if (entry_title != NULL)
    {
      entry = lev_steps_find (self, LEV_TYPE_CALENDAR_ENTRY, entry_title, error);
      if (entry == NULL)
        return FALSE;
    }

  review = lev_process_start (self->records, title, entry, error);

  return review != NULL &&
         lev_arguments_apply (arguments, LEV_RECORD (review), review_aliases, error);
}

static gboolean
verb_round (LevSteps     *self,
            LevArguments *arguments,
            GError      **error)
{
  LevReview *review = lev_steps_get_review (self, error);

  return review != NULL &&
         lev_arguments_apply (arguments, LEV_RECORD (review), review_aliases, error);
}

static gboolean
choose (LevSteps     *self,
        LevArguments *arguments,
        gboolean      chosen,
        GError      **error)
{
  LevReview *review = lev_steps_get_review (self, error);
  LevSupplier *supplier;
  LevDossier *dossier;

  if (review == NULL)
    return FALSE;

  supplier = lev_steps_next_supplier (self, arguments, error);
  if (supplier == NULL)
    return FALSE;

  dossier = lev_process_choose (review, supplier, chosen,
                                lev_arguments_get (arguments, "motivation"), error);

  return dossier != NULL && lev_arguments_apply (arguments, LEV_RECORD (dossier), NULL, error);
}

static gboolean
verb_choose (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  return choose (self, arguments, TRUE, error);
}

static gboolean
verb_skip (LevSteps     *self,
           LevArguments *arguments,
           GError      **error)
{
  return choose (self, arguments, FALSE, error);
}

static gboolean
verb_selected (LevSteps     *self,
               LevArguments *arguments,
               GError      **error)
{
  LevReview *review = lev_steps_get_review (self, error);

  return review != NULL && lev_process_open_profiles (review, error);
}

const LevVerb lev_prepare_verbs[] = {
  { "start", N_("title=… [subtitle=…] [entry=…] [coordinator=…] [from=…] [until=…]"),
    N_("Start a round"), verb_start },
  { "round", N_("[coordinator=…] [from=…] [until=…] [rule=count|threshold] [line=…]"),
    N_("Change the round"), verb_round },
  { "choose", N_("SUPPLIER [motivation=…] [manager=…] [owner=…] [level-manager=…]"),
    N_("Choose a supplier"), verb_choose },
  { "skip", N_("SUPPLIER motivation=…"), N_("Do not choose a supplier"), verb_skip },
  { "selected", "", N_("Finish the selection"), verb_selected },
  { NULL },
};
