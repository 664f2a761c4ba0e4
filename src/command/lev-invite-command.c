#include "lev-command.h"
#include "lev-invitation.h"
#include "lev-meeting-plan.h"
#include "lev-new-file.h"
#include "lev-state.h"

#include <glib/gi18n.h>

static GBytes *
make_invitation (LevMeeting         *meeting,
                 LevInvitationMethod method,
                 const char         *output,
                 GError            **error)
{
  int sequence = lev_meeting_plan_get_sequence (meeting) + (method == LEV_INVITATION_CANCEL);
  char *text;

  if (!g_str_has_suffix (output, ".ics") && method != LEV_INVITATION_PUBLISH)
    return lev_invitation_to_mail (meeting, method, sequence, error);

  text = lev_invitation_to_calendar (meeting, method, sequence, error);

  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

static LevMeeting *
find_meeting (LevCommandLine *line,
              LevStore       *store,
              GError        **error)
{
  LevReview *review = lev_command_find_review (lev_store_get_records (store), line->review, error);
  LevMeeting *meeting = review != NULL ? lev_review_get_meeting (review) : NULL;

  if (review != NULL && meeting == NULL)
    g_set_error (error, LEV_COMMAND_ERROR, LEV_COMMAND_ERROR_FAILED,
                 _("No meeting is planned yet for ‘%s’; see step 4"), review->title);

  return meeting;
}

/* Who was asked, or no longer is; the own calendar asks nobody. */
static gboolean
note (LevStore           *store,
      LevMeeting         *meeting,
      LevInvitationMethod method,
      GError            **error)
{
  if (method == LEV_INVITATION_PUBLISH)
    return TRUE;

  lev_store_begin (store, _("Send the invitation"));
  if (method == LEV_INVITATION_CANCEL)
    lev_meeting_plan_note_withdrawn (meeting);
  else
    lev_meeting_plan_note_sent (meeting);

  return lev_store_commit (store, error);
}

gboolean
lev_command_invite (LevCommandLine *line,
                    GError        **error)
{
  LevInvitationMethod method = line->own      ? LEV_INVITATION_PUBLISH
                               : line->cancel ? LEV_INVITATION_CANCEL
                                              : LEV_INVITATION_REQUEST;
  g_autoptr (LevStore) store = lev_store_open (line->words[0], LEV_STORE_WRITE, error);
  g_autoptr (GBytes) content = NULL;
  g_autofree char *subject = NULL;
  g_autofree char *output = NULL;
  LevMeeting *meeting;

  if (store == NULL)
    return FALSE;
  if (line->author != NULL)
    lev_store_set_author (store, line->author);

  meeting = find_meeting (line, store, error);
  if (meeting == NULL)
    return FALSE;

  subject = lev_invitation_dup_subject (meeting, method, 0);
  output = lev_command_dup_output (line, subject, line->own ? ".ics" : ".eml");
  content = make_invitation (meeting, method, output, error);
  if (content == NULL || !lev_new_file_write (output, content, LEV_NEW_FILE_REPLACE, error))
    return FALSE;

  if (!note (store, meeting, method, error))
    return FALSE;

  g_print (_("Invitation: %s\n"), output);

  return TRUE;
}
