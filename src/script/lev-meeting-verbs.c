#include "lev-steps.h"

#include "lev-guard.h"
#include "lev-meeting-plan.h"
#include "lev-profile-document.h"

#include <glib/gi18n.h>

static LevMeeting *
get_meeting (LevSteps *self,
             GError  **error)
{
  LevReview *review = lev_steps_get_review (self, error);
  LevMeeting *meeting = review != NULL ? lev_review_get_meeting (review) : NULL;

  if (review != NULL && meeting == NULL)
    g_set_error (error, LEV_SCRIPT_ERROR, LEV_SCRIPT_ERROR_FAILED,
                 _("The meeting of ‘%s’ is not planned yet"), review->title);

  return meeting;
}

static gboolean
verb_meeting (LevSteps     *self,
              LevArguments *arguments,
              GError      **error)
{
  static const LevAlias aliases[] = {
    { "date", "start" },
    { "minutes", "minutes-long" },
    { "report", "minutes" },
    { NULL, NULL },
  };
  LevReview *review = lev_steps_get_review (self, error);
  LevMeeting *meeting;

  if (review == NULL)
    return FALSE;

  meeting = lev_meeting_plan_ensure (review);

  return lev_arguments_apply (arguments, LEV_RECORD (meeting), aliases, error);
}

static void
mark_invitees (LevMeeting *meeting,
               const char *property)
{
  g_autoptr (GPtrArray) people = lev_review_list_invitees (meeting->review);

  for (guint i = 0; i < people->len; i++)
    g_object_set (lev_meeting_plan_ensure_attendance (meeting, g_ptr_array_index (people, i)),
                  property, TRUE, NULL);
}

/* Everyone who is named, or all who must be invited, is invited or was present. */
static gboolean
mark_people (LevSteps     *self,
             LevArguments *arguments,
             const char   *property,
             GError      **error)
{
  LevMeeting *meeting = get_meeting (self, error);
  const char *name;

  if (meeting == NULL)
    return FALSE;

  while ((name = lev_arguments_next (arguments)) != NULL)
    {
      LevPerson *person;

      if (strcmp (name, "all") == 0)
        {
          mark_invitees (meeting, property);
          continue;
        }
      person = lev_steps_find (self, LEV_TYPE_PERSON, name, error);
      if (person == NULL)
        return FALSE;
      g_object_set (lev_meeting_plan_ensure_attendance (meeting, person), property, TRUE, NULL);
    }

  return TRUE;
}

static gboolean
verb_invite (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  return mark_people (self, arguments, "invited", error);
}

static gboolean
verb_attend (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  return mark_people (self, arguments, "present", error);
}

static gboolean
verb_planned (LevSteps     *self,
              LevArguments *arguments,
              GError      **error)
{
  LevReview *review = lev_steps_get_review (self, error);

  return review != NULL && lev_process_check_step (review, 4, error);
}

static gboolean
freeze (LevDossier *dossier,
        GError    **error)
{
  g_autofree char *content = lev_profile_to_json (dossier);

  return lev_process_freeze (dossier, content, error) != NULL;
}

/* All profiles, or those of the suppliers that are named: as long as a profile is not presented,
 * what still changes in it can be frozen again. */
static gboolean
verb_freeze (LevSteps     *self,
             LevArguments *arguments,
             GError      **error)
{
  LevReview *review = lev_steps_get_review (self, error);
  g_autoptr (GPtrArray) dossiers = NULL;
  const char *name;

  if (review == NULL)
    return FALSE;

  dossiers = lev_review_list_chosen (review);
  name = lev_arguments_next (arguments);
  for (guint i = 0; name == NULL && i < dossiers->len; i++)
    if (!freeze (g_ptr_array_index (dossiers, i), error))
      return FALSE;

  for (; name != NULL; name = lev_arguments_next (arguments))
    {
      LevDossier *dossier = lev_steps_find_dossier (self, name, error);

      if (dossier == NULL || !freeze (dossier, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
verb_present (LevSteps     *self,
              LevArguments *arguments,
              GError      **error)
{
  LevDossier *dossier = lev_steps_next_dossier (self, arguments, error);

  return dossier != NULL && lev_process_present (dossier, error) != NULL;
}

const LevVerb lev_meeting_verbs[] = {
  { "meeting", N_("date=2026-11-05T10:00 [minutes=90] place=… [agenda=…] [report=…]"),
    N_("Plan the meeting"), verb_meeting },
  { "invite", N_("NAME …|all"), N_("Invite to the meeting"), verb_invite },
  { "planned", "", N_("Finish the planning"), verb_planned },
  { "freeze", N_("[SUPPLIER …]"), N_("Freeze the profiles"), verb_freeze },
  { "present", N_("SUPPLIER"), N_("Present a profile"), verb_present },
  { "attend", N_("NAME …|all"), N_("Record who was present"), verb_attend },
  { NULL },
};
