#include "lev-meeting-plan.h"

#include "lev-guard.h"
#include "lev-record-list.h"
#include "lev-register.h"
#include "lev-state.h"

#include <glib/gi18n.h>

LevMeeting *
lev_meeting_plan_ensure (LevReview *review)
{
  LevMeeting *meeting = lev_review_get_meeting (review);

  if (meeting != NULL)
    return meeting;

  return lev_register_add_only (LEV_RECORD (review)->records, LEV_TYPE_MEETING, review, "review",
                                "review", review, "kind", LEV_MEETING_KIND_REVIEW, NULL);
}

LevAttendance *
lev_meeting_plan_find_attendance (LevMeeting *meeting,
                                  LevPerson  *person)
{
  if (meeting == NULL)
    return NULL;

  return lev_record_find_part_by_record (meeting, LEV_TYPE_ATTENDANCE, "person", person);
}

LevAttendance *
lev_meeting_plan_ensure_attendance (LevMeeting *meeting,
                                    LevPerson  *person)
{
  LevAttendance *attendance = lev_meeting_plan_find_attendance (meeting, person);

  if (attendance != NULL)
    return attendance;

  return lev_register_add_only (LEV_RECORD (meeting)->records, LEV_TYPE_ATTENDANCE, meeting,
                                LEV_RECORD (person)->id, "meeting", meeting, "person", person,
                                NULL);
}

/* “A”, “A and B”, “A, B and C”. */
static char *
join_names (GPtrArray *names)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      if (i > 0)
        /* Translators: between the last two of a list of names, with spaces around it */
        g_string_append (text, i + 1 == names->len ? _(" and ") : ", ");
      g_string_append (text, g_ptr_array_index (names, i));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Adds what @person is to the dossiers in which the reference at @offset is that person. */
static void
add_role (GString    *text,
          GPtrArray  *dossiers,
          LevPerson  *person,
          glong       offset,
          const char *format)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  for (guint i = 0; i < dossiers->len; i++)
    {
      LevRecord *dossier = g_ptr_array_index (dossiers, i);

      if (G_STRUCT_MEMBER (LevPerson *, dossier, offset) == person)
        g_ptr_array_add (names, lev_record_dup_title (dossier));
    }
  if (names->len == 0)
    return;

  joined = join_names (names);
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, format);
  g_string_append_printf (text, " %s", joined);
}

char *
lev_meeting_plan_describe_reason (LevReview *review,
                                  LevPerson *person)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  g_autoptr (GString) text = g_string_new (NULL);

  if (person->management_team)
    g_string_append (text, _("MT"));
  if (review->coordinator == person)
    {
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, _("Coordinating CM"));
    }
  add_role (text, dossiers, person, G_STRUCT_OFFSET (LevDossier, manager),
            /* Translators: followed by names of suppliers */
            _("CM of"));
  add_role (text, dossiers, person, G_STRUCT_OFFSET (LevDossier, owner),
            /* Translators: followed by names of suppliers */
            _("Service owner of"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

GPtrArray *
lev_meeting_plan_list_people (LevReview *review)
{
  GPtrArray *people = lev_review_list_invitees (review);
  LevMeeting *meeting = lev_review_get_meeting (review);
  LevRecordList *others = NULL;

  if (meeting != NULL)
    others = lev_record_get_children (LEV_RECORD (meeting), LEV_TYPE_ATTENDANCE);
  for (guint i = 0; i < lev_record_list_get_n (others); i++)
    {
      LevAttendance *attendance = lev_record_list_peek (others, i);

      if (attendance->person != NULL && (attendance->invited || attendance->present) &&
          !g_ptr_array_find (people, attendance->person, NULL))
        g_ptr_array_add (people, attendance->person);
    }

  return people;
}

char *
lev_meeting_plan_dup_agenda (LevMeeting *meeting)
{
  g_auto (GStrv) items = NULL;

  if (meeting == NULL || meeting->agenda == NULL || strchr (meeting->agenda, '\n') != NULL)
    return g_strdup (meeting != NULL ? meeting->agenda : NULL);

  items = g_strsplit (meeting->agenda, ";", -1);
  for (guint i = 0; items[i] != NULL; i++)
    g_strstrip (items[i]);

  return g_strjoinv ("\n", items);
}

char *
lev_meeting_plan_propose_agenda (LevReview *review)
{
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (review);
  g_autoptr (GString) text = g_string_new (NULL);
  guint number = 3;

  g_string_append_printf (text, "1. %s\n", _("Opening and follow-up of the previous round"));
  g_string_append_printf (text, "2. %s\n", _("Overview and heat map"));
  for (guint i = 0; i < dossiers->len; i++)
    {
      g_autofree char *name = lev_record_dup_title (g_ptr_array_index (dossiers, i));

      g_string_append_printf (text, _("%u. %s: risk profile and proposed actions\n"), number++,
                              name);
    }
  g_string_append_printf (text, "%u. %s\n", number++, _("Decisions on the mitigation actions"));
  g_string_append_printf (text, "%u. %s", number, _("Any other business"));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
add_text (GChecksum  *checksum,
          const char *text)
{
  /* The NUL keeps texts apart. */
  if (text != NULL)
    g_checksum_update (checksum, (const guchar *) text, -1);
  g_checksum_update (checksum, (const guchar *) "", 1);
}

/* What guests see of @meeting, as one text to compare. */
static char *
dup_digest (LevMeeting *meeting)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GPtrArray) people = lev_meeting_plan_list_people (meeting->review);
  g_autofree char *when = g_strdup_printf ("%" G_GINT64_FORMAT " %d", meeting->start,
                                           meeting->minutes_long);

  add_text (checksum, when);
  add_text (checksum, meeting->review->title);
  add_text (checksum, meeting->place);
  add_text (checksum, meeting->agenda);
  for (guint i = 0; i < people->len; i++)
    {
      LevPerson *person = g_ptr_array_index (people, i);

      add_text (checksum, person->name);
      add_text (checksum, person->email);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

LevInvitationState
lev_meeting_plan_get_invitation_state (LevMeeting *meeting)
{
  g_autofree char *digest = NULL;

  if (meeting == NULL || meeting->sent == NULL || *meeting->sent == '\0')
    return LEV_INVITATION_STATE_OPEN;

  digest = dup_digest (meeting);

  return g_str_equal (digest, meeting->sent) ? LEV_INVITATION_STATE_SENT
                                             : LEV_INVITATION_STATE_CHANGED;
}

int
lev_meeting_plan_get_sequence (LevMeeting *meeting)
{
  return meeting->sequence +
         (lev_meeting_plan_get_invitation_state (meeting) == LEV_INVITATION_STATE_CHANGED);
}

void
lev_meeting_plan_note_sent (LevMeeting *meeting)
{
  g_autoptr (GPtrArray) invitees = lev_review_list_invitees (meeting->review);
  int sequence = lev_meeting_plan_get_sequence (meeting);
  g_autofree char *digest = NULL;

  for (guint i = 0; i < invitees->len; i++)
    g_object_set (lev_meeting_plan_ensure_attendance (meeting, g_ptr_array_index (invitees, i)),
                  "invited", TRUE, NULL);
  digest = dup_digest (meeting);
  g_object_set (meeting, "sequence", sequence, "sent", digest, NULL);
}

void
lev_meeting_plan_note_withdrawn (LevMeeting *meeting)
{
  /* What is sent next is a newer version than the withdrawal itself. */
  g_object_set (meeting, "sequence", lev_meeting_plan_get_sequence (meeting) + 2, "sent", "", NULL);
}
