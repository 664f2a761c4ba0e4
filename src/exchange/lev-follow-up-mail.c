/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-follow-up-mail.h"

#include "lev-file-name.h"
#include "lev-mail.h"
#include "lev-title.h"

#include <glib/gi18n.h>

static LevAction *
get_action (gpointer entry)
{
  return LEV_IS_DECISION (entry) ? LEV_DECISION (entry)->action : LEV_STATUS_UPDATE (entry)->action;
}

/* The actions that the mail is about, in the order of the process. */
static GPtrArray *
list_actions (const LevOutgoing *outgoing)
{
  GPtrArray *actions = g_ptr_array_new ();

  for (guint i = 0; i < outgoing->entries->len; i++)
    {
      LevAction *action = get_action (g_ptr_array_index (outgoing->entries, i));

      if (!g_ptr_array_find (actions, action, NULL))
        g_ptr_array_add (actions, action);
    }

  return actions;
}

char *
lev_follow_up_mail_dup_subject (const LevOutgoing *outgoing)
{
  g_autoptr (GPtrArray) actions = list_actions (outgoing);
  g_autofree char *title = lev_record_dup_full_title (g_ptr_array_index (actions, 0));
  gboolean is_finished = outgoing->kind == LEV_MESSAGE_KIND_FINISHED;

  if (actions->len == 1)
    return g_strdup_printf (is_finished ? _("Definitively finished: %s") : _("Status update: %s"),
                            title);
  if (is_finished)
    return g_strdup_printf (ngettext ("Definitively finished: %u mitigation action (%s)",
                                      "Definitively finished: %u mitigation actions (%s)",
                                      actions->len),
                            actions->len, outgoing->review->title);

  return g_strdup_printf (ngettext ("Status update of %u mitigation action (%s)",
                                    "Status updates of %u mitigation actions (%s)", actions->len),
                          actions->len, outgoing->review->title);
}

static void
append_update (GString         *text,
               LevStatusUpdate *update)
{
  g_autofree char *date = lev_date_format_long (update->date);
  g_autofree char *corrected = update->corrects != NULL
                                 ? lev_date_format_long (update->corrects->date)
                                 : NULL;

  /* Translators: a date and progress in percent, in a mail. */
  g_string_append_printf (text, _("- %s, %d %%: %s\n"), date, update->progress, update->text);
  if (corrected != NULL)
    g_string_append_printf (text, _("  (Correction of the update of %s.)\n"), corrected);
}

static void
append_agreement (GString   *text,
                  LevAction *action)
{
  LevDate next = lev_action_get_next_update (action);
  g_autofree char *due = lev_date_format_long (action->due);
  g_autofree char *following = lev_date_format_long (next);

  if (action->due != 0)
    g_string_append_printf (text, _("  Due date: %s\n"), due);
  if (next != 0)
    g_string_append_printf (text, _("  Next update: %s\n"), following);
}

static void
append_verdict (GString   *text,
                LevAction *action,
                guint      step)
{
  LevDecision *verdict = lev_action_get_decision (action, step);
  g_autofree char *date = verdict != NULL ? lev_date_format_long (verdict->date) : NULL;

  if (verdict == NULL || verdict->by == NULL)
    return;

  if (step == 9)
    g_string_append_printf (text, _("- Done according to the service owner, %s, on %s.\n"),
                            verdict->by->name, date);
  else
    g_string_append_printf (text, _("- Finished according to the MT, %s, on %s.\n"),
                            verdict->by->name, date);
  if (!lev_text_is_blank (verdict->reason))
    g_string_append_printf (text, "  %s\n", verdict->reason);
}

/* Who said that it is finished: the service owner, and the MT after that. */
static void
append_finished (GString   *text,
                 LevAction *action)
{
  append_verdict (text, action, 9);
  append_verdict (text, action, 11);
  if (!lev_text_is_blank (action->result))
    g_string_append_printf (text, _("  Agreed result: %s\n"), action->result);
}

static void
append_action (GString           *text,
               const LevOutgoing *outgoing,
               LevAction         *action)
{
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (action->dossier));
  g_autofree char *code = lev_record_dup_code (LEV_RECORD (action));

  g_string_append_printf (text, "\n%s: %s (%s)\n", supplier, action->title, code);
  for (guint i = 0; i < outgoing->entries->len; i++)
    {
      gpointer entry = g_ptr_array_index (outgoing->entries, i);

      if (get_action (entry) == action && LEV_IS_STATUS_UPDATE (entry) &&
          lev_outgoing_tells (outgoing, entry))
        append_update (text, entry);
    }

  if (outgoing->kind == LEV_MESSAGE_KIND_FINISHED)
    append_finished (text, action);
  else
    append_agreement (text, action);
}

char *
lev_follow_up_mail_dup_text (const LevOutgoing *outgoing,
                             LevPerson         *sender)
{
  g_autoptr (GPtrArray) actions = list_actions (outgoing);
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, _("Dear %s,\n\n"), outgoing->recipient->name);
  if (outgoing->kind == LEV_MESSAGE_KIND_FINISHED)
    g_string_append_printf (text,
                            ngettext ("In %s this mitigation action is definitively finished:\n",
                                      "In %s these mitigation actions are definitively "
                                      "finished:\n",
                                      actions->len),
                            outgoing->review->title);
  else
    g_string_append_printf (text,
                            ngettext ("What is new about this mitigation action of %s:\n",
                                      "What is new about these mitigation actions of %s:\n",
                                      actions->len),
                            outgoing->review->title);
  for (guint i = 0; i < actions->len; i++)
    append_action (text, outgoing, g_ptr_array_index (actions, i));

  g_string_append_printf (text, "\n%s\n", _("Kind regards,"));
  if (sender != NULL && sender->name != NULL)
    g_string_append (text, sender->name);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

GBytes *
lev_follow_up_mail_to_bytes (LevMessage *message,
                             GError    **error)
{
  g_autoptr (LevMail)
    mail = lev_mail_new (LEV_RECORD (message)->id, message->subject, message->text);

  lev_mail_set_from (mail, message->sender);
  if (!lev_mail_add_recipient (mail, message->recipient, error))
    return NULL;

  return lev_mail_to_bytes (mail);
}

char *
lev_follow_up_mail_dup_name (LevMessage *message)
{
  char iso[LEV_DATE_BUFFER];
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  lev_date_to_iso (lev_moment_get_date (message->moment), iso);
  text = g_strdup_printf ("%s %s - %s", iso, message->recipient->name, message->subject);
  name = lev_file_name_new (text);

  return g_strconcat (name, ".eml", NULL);
}
