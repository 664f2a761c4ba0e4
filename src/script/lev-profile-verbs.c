#include "lev-steps.h"

#include "lev-file-store.h"

#include <glib/gi18n.h>

static gboolean
verb_answer (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  LevDossier *dossier = lev_steps_next_dossier (self, arguments, error);
  const char *question, *word;
  LevValue answer;

  if (dossier == NULL)
    return FALSE;

  question = lev_arguments_require (arguments, _("The key question"), error);
  word = question != NULL ? lev_arguments_require (arguments, _("The answer"), error) : NULL;
  if (word == NULL)
    return FALSE;

  return lev_arguments_parse (word, LEV_TYPE_KEY_ANSWER, "answer", self->records, &answer, error) &&
         lev_process_answer (dossier, question, (LevAnswer) answer.integer,
                             lev_arguments_get (arguments, "explanation"), error) != NULL;
}

static gboolean
assess_one (LevDossier *dossier,
            const char *criterion,
            const char *text,
            const char *note,
            GError    **error)
{
  LevAssessment *assessment;
  LevValue value;

  if (!lev_arguments_parse (text, LEV_TYPE_ASSESSMENT, "score", LEV_RECORD (dossier)->records,
                            &value, error))
    return FALSE;

  assessment = lev_process_assess (dossier, criterion, (int) value.integer, error);
  if (assessment == NULL)
    return FALSE;
  if (note != NULL)
    g_object_set (assessment, "note", note, NULL);

  return TRUE;
}

static gboolean
verb_assess (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  LevDossier *dossier = lev_steps_next_dossier (self, arguments, error);
  const char *note = lev_arguments_get (arguments, "note");
  const char *criterion, *text;

  if (dossier == NULL)
    return FALSE;

  while ((text = lev_arguments_next_named (arguments, &criterion)) != NULL)
    if (!assess_one (dossier, criterion, text, note, error))
      return FALSE;

  return TRUE;
}

static gboolean
confirm_one (LevDossier *dossier,
             const char *criterion,
             GError    **error)
{
  LevAssessment *assessment = lev_dossier_find_assessment (dossier, criterion);

  if (assessment == NULL)
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
                   _("Criterion ‘%s’ has no score to confirm"), criterion);
      return FALSE;
    }

  return lev_process_assess (dossier, criterion, assessment->score, error) != NULL;
}

static gboolean
verb_confirm (LevSteps     *self,
              LevArguments *arguments,
              GError      **error)
{
  LevDossier *dossier = lev_steps_next_dossier (self, arguments, error);
  LevRecordList *all;
  const char *criterion;

  if (dossier == NULL)
    return FALSE;

  while ((criterion = lev_arguments_next (arguments)) != NULL)
    {
      if (strcmp (criterion, "all") != 0)
        {
          if (!confirm_one (dossier, criterion, error))
            return FALSE;
          continue;
        }

      all = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ASSESSMENT);
      for (guint i = 0; i < lev_record_list_get_n (all); i++)
        if (!confirm_one (dossier, LEV_ASSESSMENT (lev_record_list_peek (all, i))->criterion,
                          error))
          return FALSE;
    }

  return TRUE;
}

/* What evidence is about: an action (`A03`), or a criterion of a supplier (`"Kwelder" C6`). */
static LevRecord *
next_proven (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  const char *word = lev_arguments_require (arguments, _("The supplier"), error);
  const char *criterion;
  LevDossier *dossier;
  LevAssessment *assessment;

  if (word == NULL)
    return NULL;
  if (lev_steps_is_code (word, LEV_TYPE_ACTION))
    return lev_steps_find_numbered (self, LEV_TYPE_ACTION, word, error);

  dossier = lev_steps_find_dossier (self, word, error);
  criterion = dossier != NULL ? lev_arguments_require (arguments, _("The criterion"), error) : NULL;
  if (criterion == NULL)
    return NULL;

  assessment = lev_dossier_find_assessment (dossier, criterion);
  if (assessment == NULL)
    g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
                 _("Score criterion ‘%s’ before adding evidence"), criterion);

  return LEV_RECORD (assessment);
}

/* Keeps the file at @path with the database, as the file of @evidence. */
static gboolean
add_file (LevSteps   *self,
          LevRecord  *evidence,
          const char *path,
          GError    **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = g_filename_display_name (base);
  g_autofree char *sha256 = lev_file_store_add (lev_store_get_path (self->store), file, NULL,
                                                error);

  if (sha256 == NULL)
    return FALSE;
  g_object_set (evidence, "link", name, "sha256", sha256, NULL);

  return TRUE;
}

static gboolean
verb_evidence (LevSteps     *self,
               LevArguments *arguments,
               GError      **error)
{
  LevRecord *proven = next_proven (self, arguments, error);
  const char *path = lev_arguments_get (arguments, "file");
  LevRecord *evidence;
  const char *field;

  if (proven == NULL ||
      !lev_process_check_editable (LEV_DOSSIER (lev_record_get_owner (proven)), error))
    return FALSE;

  field = LEV_IS_ACTION (proven) ? "action" : "assessment";
  evidence = lev_register_add (self->records, LEV_TYPE_EVIDENCE, field, proven, NULL);

  return (path == NULL || add_file (self, evidence, path, error)) &&
         lev_arguments_apply (arguments, evidence, NULL, error);
}

/* The risk `R07` of @dossier, or its first one with a criterion (`C6`). */
static LevRisk *
find_risk (LevSteps   *self,
           LevDossier *dossier,
           const char *text,
           GError    **error)
{
  LevRisk *risk;

  if (lev_steps_is_code (text, LEV_TYPE_RISK))
    {
      risk = lev_steps_find_numbered (self, LEV_TYPE_RISK, text, error);
      if (risk == NULL || risk->dossier == dossier)
        return risk;
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
                   _("Risk %s is of another supplier"), text);
      return NULL;
    }

  risk = lev_record_find_part_by_text (dossier, LEV_TYPE_RISK, "criterion", text);
  if (risk == NULL)
    g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
                 _("There is no risk with criterion ‘%s’"), text);

  return risk;
}

static gboolean
verb_risk (LevSteps     *self,
           LevArguments *arguments,
           GError      **error)
{
  LevDossier *dossier = lev_steps_next_dossier (self, arguments, error);
  const char *confirm = lev_arguments_get (arguments, "confirm");
  const char *update = lev_arguments_get (arguments, "update");
  LevRisk *risk;

  if (dossier == NULL || !lev_process_check_editable (dossier, error))
    return FALSE;

  if (confirm != NULL)
    return find_risk (self, dossier, confirm, error) != NULL;

  risk = update != NULL ? find_risk (self, dossier, update, error)
                        : lev_process_add_risk (dossier, error);

  return risk != NULL && lev_arguments_apply (arguments, LEV_RECORD (risk), NULL, error);
}

static gboolean
verb_drop_risk (LevSteps     *self,
                LevArguments *arguments,
                GError      **error)
{
  LevDossier *dossier = lev_steps_next_dossier (self, arguments, error);
  const char *text;
  LevRisk *risk;

  if (dossier == NULL || !lev_process_check_editable (dossier, error))
    return FALSE;

  text = lev_arguments_require (arguments, _("The risk"), error);
  risk = text != NULL ? find_risk (self, dossier, text, error) : NULL;
  if (risk == NULL)
    return FALSE;

  lev_register_delete (self->records, LEV_RECORD (risk));

  return TRUE;
}

/* The action `A03` of @dossier. */
static LevAction *
find_action (LevSteps   *self,
             LevDossier *dossier,
             const char *code,
             GError    **error)
{
  LevAction *action = lev_steps_find_numbered (self, LEV_TYPE_ACTION, code, error);

  if (action == NULL || action->dossier == dossier)
    return action;

  g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
               _("Action %s is of another supplier"), code);
  return NULL;
}

static gboolean
verb_action (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  LevDossier *dossier = lev_steps_next_dossier (self, arguments, error);
  const char *update = lev_arguments_get (arguments, "update");
  const char *code = lev_arguments_get (arguments, "risk");
  LevRisk *risk = NULL;
  LevAction *action;

  if (dossier == NULL || !lev_process_check_editable (dossier, error))
    return FALSE;

  if (code != NULL)
    {
      risk = find_risk (self, dossier, code, error);
      if (risk == NULL)
        return FALSE;
    }

  action = update != NULL ? find_action (self, dossier, update, error)
                          : lev_process_propose (dossier, risk, error);
  if (action == NULL)
    return FALSE;
  if (risk != NULL)
    g_object_set (action, "risk", risk, NULL);

  return lev_arguments_apply (arguments, LEV_RECORD (action), NULL, error);
}

static gboolean
verb_drop_action (LevSteps     *self,
                  LevArguments *arguments,
                  GError      **error)
{
  LevAction *action = lev_steps_next_action (self, arguments, error);

  if (action == NULL || !lev_process_check_editable (action->dossier, error))
    return FALSE;
  if (lev_action_get_decision (action, 0) != NULL)
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
                   _("The MT decided about ‘%s’ already; it stays"), action->title);
      return FALSE;
    }

  lev_register_delete (self->records, LEV_RECORD (action));

  return TRUE;
}

static LevStakeholder *
ensure_stakeholder (LevSteps   *self,
                    LevDossier *dossier,
                    const char *name,
                    GError    **error)
{
  LevPerson *person = lev_steps_find (self, LEV_TYPE_PERSON, name, error);

  return person != NULL ? lev_process_add_stakeholder (dossier, person, error) : NULL;
}

static gboolean
verb_stakeholder (LevSteps     *self,
                  LevArguments *arguments,
                  GError      **error)
{
  LevDossier *dossier = lev_steps_next_dossier (self, arguments, error);
  const char *name = lev_arguments_get (arguments, "person");
  LevStakeholder *stakeholder;

  if (dossier == NULL || !lev_process_check_editable (dossier, error))
    return FALSE;
  if (name == NULL)
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE, _("%s is missing"), "person");
      return FALSE;
    }

  stakeholder = ensure_stakeholder (self, dossier, name, error);

  return stakeholder != NULL &&
         lev_arguments_apply (arguments, LEV_RECORD (stakeholder), NULL, error);
}

static gboolean
verb_participants (LevSteps     *self,
                   LevArguments *arguments,
                   GError      **error)
{
  LevDossier *dossier = lev_steps_next_dossier (self, arguments, error);
  const char *name;

  if (dossier == NULL || !lev_process_check_editable (dossier, error))
    return FALSE;

  while ((name = lev_arguments_next (arguments)) != NULL)
    {
      LevStakeholder *stakeholder = ensure_stakeholder (self, dossier, name, error);

      if (stakeholder == NULL)
        return FALSE;
      g_object_set (stakeholder, "took-part", TRUE, NULL);
    }

  return TRUE;
}

static gboolean
verb_complete (LevSteps     *self,
               LevArguments *arguments,
               GError      **error)
{
  LevDossier *dossier = lev_steps_next_dossier (self, arguments, error);

  return dossier != NULL && lev_process_check_profile (dossier, error);
}

const LevVerb lev_profile_verbs[] = {
  { "answer", N_("SUPPLIER QUESTION no|attention|yes|insufficient explanation=…"),
    N_("Answer a key question"), verb_answer },
  { "assess", N_("SUPPLIER C1=2 C2=na C3=unknown … [note=…]"), N_("Score criteria"), verb_assess },
  { "confirm", N_("SUPPLIER C1 C2 …|all"), N_("Confirm scores"), verb_confirm },
  { "evidence", N_("SUPPLIER C3|A01 name=… [date=…] [valid-until=…] [link=…|file=…]"), N_("Add evidence"),
    verb_evidence },
  { "risk", N_("SUPPLIER criterion=C7|update=R01|confirm=R01 [cause=…] [event=…] [likelihood=4] …"),
    N_("Change a risk"), verb_risk },
  { "drop-risk", N_("SUPPLIER R01"), N_("Remove a risk"), verb_drop_risk },
  { "action", N_("SUPPLIER [update=A01] [risk=R01] title=… [result=…] [owner=…] [due=…] [cost=…] [advice=yes] …"),
    N_("Propose an action"), verb_action },
  { "drop-action", N_("A01"), N_("Withdraw an action"), verb_drop_action },
  { "stakeholder", N_("SUPPLIER person=… [role=…]"), N_("Add a stakeholder"), verb_stakeholder },
  { "participants", N_("SUPPLIER NAME …"), N_("Record who took part"), verb_participants },
  { "complete", N_("SUPPLIER"), N_("Finish the profile"), verb_complete },
  { NULL },
};
