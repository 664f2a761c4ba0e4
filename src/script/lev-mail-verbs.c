#include "lev-steps.h"

#include "lev-follow-up-mail.h"
#include "lev-new-file.h"
#include "lev-put-off.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>

/* Writes the mail as a file in @folder, which is made when it is not there, and records that it was sent. */
static gboolean
send (LevOutgoing *outgoing,
      LevPerson   *sender,
      const char  *folder,
      GError     **error)
{
  g_autofree char *subject = lev_follow_up_mail_dup_subject (outgoing);
  g_autofree char *text = lev_follow_up_mail_dup_text (outgoing, sender);
  LevMessage *message = lev_outgoing_note_sent (outgoing, sender, subject, text, error);
  g_autofree char *name = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GBytes) mail = NULL;

  if (message == NULL)
    return FALSE;
  if (folder == NULL)
    return TRUE;

  name = lev_follow_up_mail_dup_name (message);
  path = g_build_filename (folder, name, NULL);
  mail = lev_follow_up_mail_to_bytes (message, error);
  g_mkdir_with_parents (folder, 0777);

  return mail != NULL && lev_new_file_write (path, mail, LEV_NEW_FILE_REPLACE, error);
}

static gboolean
mail (LevSteps      *self,
      LevArguments  *arguments,
      LevMessageKind kind,
      GError       **error)
{
  LevReview *review = lev_steps_get_review (self, error);
  const char *folder = lev_arguments_get (arguments, "folder");
  LevValue to, from;
  g_autoptr (GPtrArray) all = NULL;

  if (review == NULL ||
      !lev_arguments_get_value (arguments, "to", LEV_TYPE_MESSAGE, "recipient", self->records, &to,
                                error) ||
      !lev_arguments_get_value (arguments, "from", LEV_TYPE_MESSAGE, "sender", self->records, &from,
                                error))
    return FALSE;

  all = lev_outgoing_list (review, kind, (LevPerson *) from.record);
  for (guint i = 0; i < all->len; i++)
    {
      LevOutgoing *outgoing = g_ptr_array_index (all, i);

      if ((to.record == NULL || to.record == LEV_RECORD (outgoing->recipient)) &&
          !send (outgoing, from.record != NULL ? (LevPerson *) from.record : review->coordinator,
                 folder, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
verb_mail_updates (LevSteps     *self,
                   LevArguments *arguments,
                   GError      **error)
{
  return mail (self, arguments, LEV_MESSAGE_KIND_STATUS, error);
}

static gboolean
verb_mail_finished (LevSteps     *self,
                    LevArguments *arguments,
                    GError      **error)
{
  return mail (self, arguments, LEV_MESSAGE_KIND_FINISHED, error);
}

/* The reminder of the next status update. */
static gboolean
verb_put_off (LevSteps     *self,
              LevArguments *arguments,
              GError      **error)
{
  LevAction *action = lev_steps_next_action (self, arguments, error);
  LevTaskKey key = { .kind = LEV_TASK_UPDATE, .step = 8 };
  LevValue until, by;

  if (action == NULL ||
      !lev_arguments_get_value (arguments, "until", LEV_TYPE_DEFERRAL, "until", self->records,
                                &until, error) ||
      !lev_arguments_get_value (arguments, "by", LEV_TYPE_DEFERRAL, "by", self->records, &by,
                                error))
    return FALSE;

  key.subject = LEV_RECORD (action)->id;
  key.due = lev_action_get_next_update (action);

  return lev_task_put_off (self->records, &key, (LevDate) until.integer,
                           lev_arguments_get (arguments, "reason"), (LevPerson *) by.record,
                           error) != NULL;
}

const LevVerb lev_mail_verbs[] = {
  { "mail-updates", N_("[to=…] [from=…] [folder=…]"), N_("Mail the status updates"),
    verb_mail_updates },
  { "mail-finished", N_("[to=…] [from=…] [folder=…]"), N_("Mail what is finished"),
    verb_mail_finished },
  { "put-off", N_("A01 until=… reason=… [by=…]"), N_("Put a reminder off"), verb_put_off },
  { NULL },
};
