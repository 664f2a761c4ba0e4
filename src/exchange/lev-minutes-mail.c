/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-minutes-mail.h"

#include "lev-date.h"
#include "lev-file-name.h"
#include "lev-mail.h"
#include "lev-meeting-plan.h"
#include "lev-minutes-private.h"
#include "lev-minutes.h"
#include "lev-record-list.h"
#include "lev-state.h"
#include "lev-title.h"

#include <glib/gi18n.h>

/* Decisions and their reasons stand under the action that they are about. */
#define INDENT "   "

static void
append_indented (GString    *text,
                 const char *lines)
{
  g_auto (GStrv) split = g_strsplit (lines, "\n", -1);

  for (guint i = 0; split[i] != NULL; i++)
    g_string_append_printf (text, INDENT "%s\n", split[i]);
}

static void
append_action (GString   *text,
               LevAction *action)
{
  LevDecision *decision = lev_action_get_decision (action, 6);
  g_autofree char *code = lev_record_dup_code (LEV_RECORD (action));
  g_autofree char *details = decision != NULL ? lev_minutes_describe (decision) : NULL;

  g_string_append_printf (text, "%s: %s %s\n", lev_minutes_get_outcome (decision), code,
                          action->title);
  if (details != NULL)
    append_indented (text, details);
}

static void
append_dossier (GString    *text,
                LevDossier *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));

  g_string_append_printf (text, "\n%s\n", title);
  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    append_action (text, lev_record_list_peek (actions, i));
  if (lev_record_list_get_n (actions) == 0)
    g_string_append_printf (text, "%s\n", _("No actions are proposed."));
}

static void
append_people (GString    *text,
               LevReview  *review,
               const char *heading,
               gboolean    present)
{
  g_autofree char *names = lev_minutes_list_names (review, present);

  if (names != NULL)
    g_string_append_printf (text, "%s: %s\n", heading, names);
}

char *
lev_minutes_mail_dup_subject (LevReview *review)
{
  g_autofree char *round = lev_record_dup_title (LEV_RECORD (review));

  return g_strdup_printf (_("Minutes %s"), round);
}

char *
lev_minutes_mail_dup_text (LevReview *review)
{
  LevMeeting *meeting = lev_review_get_meeting (review);
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  g_autofree char *round = lev_record_dup_title (LEV_RECORD (review));
  g_autofree char *date = NULL;
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n\n", _("Dear colleague,"));
  /* Translators: %s is the title of a round */
  g_string_append_printf (text,
                          _("These are the decisions of the management team in the meeting about "
                            "%s. The minutes come with this mail as a PDF."),
                          round);
  g_string_append (text, "\n\n");
  if (meeting != NULL && meeting->start != 0)
    {
      date = lev_date_format_long (lev_moment_get_date (meeting->start));
      g_string_append_printf (text, _("Date: %s\n"), date);
    }
  append_people (text, review, _("Who was present"), TRUE);
  append_people (text, review, _("Invited, not present"), FALSE);
  for (guint i = 0; i < dossiers->len; i++)
    append_dossier (text, g_ptr_array_index (dossiers, i));
  if (meeting != NULL && !lev_text_is_blank (meeting->minutes))
    g_string_append_printf (text, "\n%s\n%s\n", _("Notes"), meeting->minutes);
  g_string_append_printf (text, "\n%s\n%s\n", _("Kind regards,"),
                          review->coordinator != NULL ? review->coordinator->name : "");

  return g_string_free (text, FALSE);
}

GBytes *
lev_minutes_mail_to_bytes (LevReview *review,
                           GError   **error)
{
  g_autoptr (GPtrArray) people = lev_meeting_plan_list_people (review);
  g_autofree char *id = g_strdup_printf ("%s.MINUTES", LEV_RECORD (review)->id);
  g_autofree char *subject = lev_minutes_mail_dup_subject (review);
  g_autofree char *text = lev_minutes_mail_dup_text (review);
  g_autofree char *base = lev_file_name_new (subject);
  g_autofree char *name = g_strconcat (base, ".pdf", NULL);
  g_autoptr (LevMail) mail = lev_mail_new (id, subject, text);
  g_autoptr (GBytes) document = NULL;

  lev_mail_set_from (mail, review->coordinator);
  for (guint i = 0; i < people->len; i++)
    if (g_ptr_array_index (people, i) != review->coordinator &&
        !lev_mail_add_recipient (mail, g_ptr_array_index (people, i), error))
      return NULL;

  document = lev_minutes_to_pdf (review, error);
  if (document == NULL)
    return NULL;
  lev_mail_attach (mail, name, "application/pdf", document);

  return lev_mail_to_bytes (mail);
}
