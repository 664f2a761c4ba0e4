/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "lev-invitation.h"

#include "lev-calendar-text.h"
#include "lev-exchange-error.h"
#include "lev-mail.h"
#include "lev-meeting-plan.h"
#include "lev-record-list.h"

#include <glib/gi18n.h>

#define DEFAULT_LENGTH (60) /* minutes */

static const struct
{
  icalproperty_method method;
  const char         *name;
  const char         *subject; /* the title of the round follows */
} methods[] = {
  [LEV_INVITATION_REQUEST] = { ICAL_METHOD_REQUEST, "REQUEST", N_("Invitation: MT meeting") },
  [LEV_INVITATION_CANCEL] = { ICAL_METHOD_CANCEL, "CANCEL", N_("Cancelled: MT meeting") },
  [LEV_INVITATION_PUBLISH] = { ICAL_METHOD_PUBLISH, "PUBLISH", N_("MT meeting") },
};

/* An address as a calendar knows it; %NULL when there is none. */
static char *
dup_address (LevPerson *person)
{
  return person != NULL && lev_mail_check_address (person->email)
           ? g_strconcat ("mailto:", person->email, NULL)
           : NULL;
}

/* A parameter cannot hold quotes or control characters, whatever it is written in. */
static void
add_name (icalproperty *property,
          LevPerson    *person)
{
  g_autofree char *name = lev_mail_to_line (person->name);

  g_strdelimit (name, "\"", '\'');
  if (*name != '\0')
    icalproperty_add_parameter (property, icalparameter_new_cn (name));
}

static gboolean
add_organizer (icalcomponent *event,
               LevMeeting    *meeting,
               gboolean       required,
               GError       **error)
{
  LevPerson *coordinator = meeting->review->coordinator;
  g_autofree char *address = dup_address (coordinator);
  icalproperty *property;

  if (address == NULL && !required)
    return TRUE;
  if (address == NULL)
    {
      g_set_error (
        error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_ADDRESS,
        _("An invitation comes from the coordinating CM of ‘%s’, who is not chosen yet or "
          "has no e-mail address that can be used. Choose the coordinating CM in step 1 "
          "and fill in the address under ‘Manage people’."),
        meeting->review->title);
      return FALSE;
    }

  property = icalproperty_new_organizer (address);
  add_name (property, coordinator);
  icalcomponent_add_property (event, property);

  return TRUE;
}

static gboolean
add_attendee (icalcomponent *event,
              LevPerson     *person,
              GError       **error)
{
  g_autoptr (LevMail) mail = lev_mail_new ("check", "", "");
  g_autofree char *address = NULL;
  icalproperty *property;

  /* The same words as when a mail is made. */
  if (!lev_mail_add_recipient (mail, person, error))
    return FALSE;

  address = dup_address (person);
  property = icalproperty_new_attendee (address);
  icalproperty_add_parameter (property, icalparameter_new_cutype (ICAL_CUTYPE_INDIVIDUAL));
  icalproperty_add_parameter (property, icalparameter_new_role (ICAL_ROLE_REQPARTICIPANT));
  icalproperty_add_parameter (property, icalparameter_new_partstat (ICAL_PARTSTAT_NEEDSACTION));
  icalproperty_add_parameter (property, icalparameter_new_rsvp (ICAL_RSVP_TRUE));
  add_name (property, person);
  icalcomponent_add_property (event, property);

  return TRUE;
}

/* Everyone in the meeting but the organizer, who is in it already. */
static gboolean
add_attendees (icalcomponent *event,
               LevMeeting    *meeting,
               GError       **error)
{
  g_autoptr (GPtrArray) people = lev_meeting_plan_list_people (meeting->review);

  for (guint i = 0; i < people->len; i++)
    if (g_ptr_array_index (people, i) != meeting->review->coordinator &&
        !add_attendee (event, g_ptr_array_index (people, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
is_link (const char *place)
{
  return place != NULL &&
         (g_str_has_prefix (place, "https://") || g_str_has_prefix (place, "http://"));
}

char *
lev_invitation_dup_subject (LevMeeting         *meeting,
                            LevInvitationMethod method,
                            int                 sequence)
{
  const char *subject = method == LEV_INVITATION_REQUEST && sequence > 0
                          ? _("Changed: MT meeting")
                          : _(methods[method].subject);

  return g_strdup_printf ("%s %s", subject, meeting->review->title);
}

static void
describe_event (icalcomponent      *event,
                LevMeeting         *meeting,
                LevInvitationMethod method,
                int                 sequence)
{
  g_autofree char *uid = g_strdup_printf ("%s@levman-review", LEV_RECORD (meeting)->id);
  g_autofree char *title = lev_invitation_dup_subject (meeting, LEV_INVITATION_PUBLISH, 0);
  int length = meeting->minutes_long > 0 ? meeting->minutes_long : DEFAULT_LENGTH;

  icalcomponent_add_property (event, icalproperty_new_uid (uid));
  lev_calendar_text_add_stamp (event);
  icalcomponent_add_property (event, icalproperty_new_sequence (sequence));
  lev_calendar_text_add_start (event, meeting->start, length);
  lev_calendar_text_add (event, ICAL_SUMMARY_PROPERTY, title);
  lev_calendar_text_add (event, ICAL_LOCATION_PROPERTY, meeting->place);
  lev_calendar_text_add (event, ICAL_DESCRIPTION_PROPERTY, meeting->agenda);
  if (is_link (meeting->place) && strpbrk (meeting->place, " \r\n\t\"<>") == NULL)
    icalcomponent_add_property (event, icalproperty_new_url (meeting->place));
  icalcomponent_add_property (event, icalproperty_new_transp (ICAL_TRANSP_OPAQUE));
  icalcomponent_add_property (event, icalproperty_new_status (method == LEV_INVITATION_CANCEL
                                                                ? ICAL_STATUS_CANCELLED
                                                                : ICAL_STATUS_CONFIRMED));
}

static gboolean
check_start (LevMeeting *meeting,
             GError    **error)
{
  if (meeting->start != 0)
    return TRUE;

  g_set_error (error, LEV_EXCHANGE_ERROR, LEV_EXCHANGE_ERROR_INVITATION,
               _("The meeting about ‘%s’ has no date yet. Choose a date and a time first."),
               meeting->review->title);
  return FALSE;
}

char *
lev_invitation_to_calendar (LevMeeting         *meeting,
                            LevInvitationMethod method,
                            int                 sequence,
                            GError            **error)
{
  gboolean asks = method != LEV_INVITATION_PUBLISH;
  icalcomponent *calendar, *event;
  char *text = NULL;

  g_return_val_if_fail (LEV_IS_MEETING (meeting), NULL);

  if (!check_start (meeting, error))
    return NULL;

  calendar = lev_calendar_text_new (methods[method].method, TRUE);
  event = icalcomponent_new (ICAL_VEVENT_COMPONENT);
  icalcomponent_add_component (calendar, event);
  describe_event (event, meeting, method, sequence);
  if (add_organizer (event, meeting, asks, error) &&
      (!asks || add_attendees (event, meeting, error)))
    text = lev_calendar_text_print (calendar);
  icalcomponent_free (calendar);

  return text;
}

static const char *
get_opening (LevInvitationMethod method,
             int                 sequence)
{
  if (method == LEV_INVITATION_CANCEL)
    return _("The meeting with the management team about the supplier risks does not take place.");
  if (sequence > 0)
    return _("The invitation for the meeting with the management team about the supplier risks has "
             "changed. It is now:");

  return _("You are invited to the meeting with the management team about the supplier risks.");
}

char *
lev_invitation_dup_text (LevMeeting         *meeting,
                         LevInvitationMethod method,
                         int                 sequence)
{
  GString *text = g_string_new (NULL);
  g_autofree char *date = lev_date_format_long (lev_moment_get_date (meeting->start));
  g_autofree char *time = lev_moment_format_time (meeting->start);
  g_autofree char *agenda = lev_meeting_plan_dup_agenda (meeting);
  LevPerson *coordinator = meeting->review->coordinator;

  g_string_append_printf (text, "%s\n\n%s\n\n", _("Dear colleague,"),
                          get_opening (method, sequence));
  g_string_append_printf (text, _("Review: %s\n"), meeting->review->title);
  g_string_append_printf (text, _("Date: %s\n"), date);
  g_string_append_printf (text, _("Time: %s\n"), time);
  if (meeting->minutes_long > 0)
    g_string_append_printf (text, _("Length: %d minutes\n"), meeting->minutes_long);
  if (meeting->place != NULL && *meeting->place != '\0')
    g_string_append_printf (text, _("Place: %s\n"), meeting->place);
  if (method != LEV_INVITATION_CANCEL && meeting->agenda != NULL && *meeting->agenda != '\0')
    g_string_append_printf (text, _("\nAgenda\n%s\n"), agenda);
  g_string_append_printf (text, "\n%s\n%s\n", _("Kind regards,"),
                          coordinator != NULL ? coordinator->name : "");

  return g_string_free (text, FALSE);
}

GBytes *
lev_invitation_to_mail (LevMeeting         *meeting,
                        LevInvitationMethod method,
                        int                 sequence,
                        GError            **error)
{
  g_autofree char *calendar = lev_invitation_to_calendar (meeting, method, sequence, error);
  g_autofree char *subject = NULL;
  g_autofree char *text = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) people = NULL;
  g_autoptr (LevMail) mail = NULL;

  if (calendar == NULL)
    return NULL;

  subject = lev_invitation_dup_subject (meeting, method, sequence);
  text = lev_invitation_dup_text (meeting, method, sequence);
  id = g_strdup_printf ("%s.%s.%d", LEV_RECORD (meeting)->id, methods[method].name, sequence);
  mail = lev_mail_new (id, subject, text);
  lev_mail_set_from (mail, meeting->review->coordinator);
  people = lev_meeting_plan_list_people (meeting->review);
  for (guint i = 0; i < people->len; i++)
    if (g_ptr_array_index (people, i) != meeting->review->coordinator &&
        !lev_mail_add_recipient (mail, g_ptr_array_index (people, i), error))
      return NULL;
  lev_mail_set_calendar (mail, methods[method].name, calendar);

  return lev_mail_to_bytes (mail);
}
