#include "lev-steps.h"

#include "lev-field-text.h"

#include <glib/gi18n.h>

static const LevVerb *const verb_tables[] = {
  lev_register_verbs, lev_prepare_verbs, lev_profile_verbs, lev_meeting_verbs, lev_follow_up_verbs,
  lev_mail_verbs,
};

static const LevVerb *
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verb_tables); i++)
    for (const LevVerb *verb = verb_tables[i]; verb->name != NULL; verb++)
      if (strcmp (verb->name, name) == 0)
        return verb;

  return NULL;
}

char *
lev_steps_describe (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (verb_tables); i++)
    for (const LevVerb *verb = verb_tables[i]; verb->name != NULL; verb++)
      g_string_append_printf (text, "  %s%s%s\n      %s\n", verb->name,
                              *verb->arguments != '\0' ? " " : "",
                              *verb->arguments != '\0' ? _(verb->arguments) : "", _(verb->label));

  return g_string_free (text, FALSE);
}

gboolean
lev_steps_run (LevSteps          *self,
               const char *const *words,
               GError           **error)
{
  const LevVerb *verb = find_verb (words[0]);
  g_autoptr (LevArguments) arguments = NULL;

  if (verb == NULL)
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE,
                   _("‘%s’ is not a step; see ‘levman-review step --help’"), words[0]);
      return FALSE;
    }

  arguments = lev_arguments_new (words + 1);
  lev_store_begin (self->store, _(verb->label));
  if (!verb->run (self, arguments, error) || !lev_arguments_finish (arguments, error))
    {
      lev_store_abandon (self->store);
      return FALSE;
    }

  return lev_store_commit (self->store, error);
}

/* `at` and `as` say when and who; they are no edits. */
static gboolean
run_script_line (LevSteps          *self,
                 const char *const *words,
                 GError           **error)
{
  gint64 moment;

  if (strcmp (words[0], "as") == 0 && words[1] != NULL)
    {
      lev_store_set_author (self->store, words[1]);
      return TRUE;
    }
  if (strcmp (words[0], "at") != 0 || words[1] == NULL)
    return lev_steps_run (self, words, error);

  moment = lev_moment_parse (words[1]);
  if (moment == 0)
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE,
                   _("‘%s’ is not a moment such as 2026-12-31T10:00"), words[1]);
      return FALSE;
    }
  lev_clock_set (moment);

  return TRUE;
}

gboolean
lev_steps_run_script (LevSteps   *self,
                      const char *text,
                      const char *name,
                      GError    **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) words = NULL;
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0' || *line == '#')
        continue;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (!g_shell_parse_argv (line, NULL, &words, error) ||
          !run_script_line (self, (const char *const *) words, error))
        {
          g_prefix_error (error, _("%s, line %u: "), name, i + 1);
          return FALSE;
        }
    }

  return TRUE;
}

LevReview *
lev_steps_get_review (LevSteps *self,
                      GError  **error)
{
  LevReview *review = self->review != NULL ? self->review : lev_process_get_running (self->records);

  if (review == NULL)
    g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
                 _("No round is running; start one, or name one with --review"));

  return review;
}

gpointer
lev_steps_find (LevSteps   *self,
                GType       type,
                const char *text,
                GError    **error)
{
  gpointer record = lev_find_record (self->records, type, text);

  if (record == NULL)
    {
      g_autoptr (GTypeClass) klass = g_type_class_ref (type);

      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
                   _("There is no record of kind “%s” that goes by ‘%s’"),
                   _(((LevRecordClass *) klass)->label), text);
    }

  return record;
}

LevSupplier *
lev_steps_next_supplier (LevSteps     *self,
                         LevArguments *arguments,
                         GError      **error)
{
  const char *name = lev_arguments_require (arguments, _("The supplier"), error);

  return name != NULL ? lev_steps_find (self, LEV_TYPE_SUPPLIER, name, error) : NULL;
}

LevDossier *
lev_steps_find_dossier (LevSteps   *self,
                        const char *name,
                        GError    **error)
{
  LevReview *review = lev_steps_get_review (self, error);
  LevSupplier *supplier = NULL;
  LevDossier *dossier;

  if (review != NULL)
    supplier = lev_steps_find (self, LEV_TYPE_SUPPLIER, name, error);
  if (supplier == NULL)
    return NULL;

  dossier = lev_review_find_dossier (review, supplier);
  if (dossier == NULL || !dossier->chosen)
    {
      g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
                   _("‘%s’ is not chosen in ‘%s’"), supplier->name, review->title);
      return NULL;
    }

  return dossier;
}

LevDossier *
lev_steps_next_dossier (LevSteps     *self,
                        LevArguments *arguments,
                        GError      **error)
{
  const char *name = lev_arguments_require (arguments, _("The supplier"), error);

  return name != NULL ? lev_steps_find_dossier (self, name, error) : NULL;
}

static gint64
parse_code (const char *text,
            GType       type)
{
  const char letter = type == LEV_TYPE_ACTION ? 'A' : 'R';
  gint64 number = 0;

  if (g_ascii_toupper (*text) != letter ||
      !g_ascii_string_to_signed (text + 1, 10, 1, G_MAXINT, &number, NULL))
    return 0;

  return number;
}

gboolean
lev_steps_is_code (const char *text,
                   GType       type)
{
  return parse_code (text, type) != 0;
}

static int
get_number (LevRecord *record)
{
  return LEV_IS_ACTION (record) ? LEV_ACTION (record)->number : LEV_RISK (record)->number;
}

gpointer
lev_steps_find_numbered (LevSteps   *self,
                         GType       type,
                         const char *code,
                         GError    **error)
{
  LevReview *review = lev_steps_get_review (self, error);
  LevRecordList *all = lev_register_list (self->records, type);
  gint64 number = parse_code (code, type);

  if (review == NULL)
    return NULL;

  for (guint i = 0; number > 0 && i < lev_record_list_get_n (all); i++)
    {
      LevRecord *record = lev_record_list_peek (all, i);

      if (get_number (record) == number && lev_record_get_review (record) == review)
        return record;
    }

  g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED, _("There is no ‘%s’ in ‘%s’"),
               code, review->title);
  return NULL;
}

LevAction *
lev_steps_next_action (LevSteps     *self,
                       LevArguments *arguments,
                       GError      **error)
{
  const char *code = lev_arguments_require (arguments, _("The action"), error);

  return code != NULL ? lev_steps_find_numbered (self, LEV_TYPE_ACTION, code, error) : NULL;
}

LevOutcome
lev_steps_next_outcome (LevSteps     *self,
                        LevArguments *arguments,
                        GError      **error)
{
  const char *word = lev_arguments_require (arguments, _("‘yes’ or ‘no’"), error);

  if (word == NULL)
    return LEV_OUTCOME_NONE;
  if (g_str_equal (word, "yes") || g_str_equal (word, "ja"))
    return LEV_OUTCOME_YES;
  if (g_str_equal (word, "no") || g_str_equal (word, "nee"))
    return LEV_OUTCOME_NO;

  g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_USAGE, _("‘%s’ must be ‘yes’ or ‘no’"),
               word);
  return LEV_OUTCOME_NONE;
}
