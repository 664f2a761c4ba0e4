#include "lev-plan-page.h"

#include "lev-anchor.h"
#include "lev-attendance-list.h"
#include "lev-date-button.h"
#include "lev-editing.h"
#include "lev-invitation-group.h"
#include "lev-meeting-plan.h"
#include "lev-state.h"

#include <glib/gi18n.h>

#define DEFAULT_TIME "10:00"

/* Nothing is written before something is filled in: the meeting comes with its first field. */
struct _LevPlanPage
{
  LevStepPage parent;

  LevDateButton      *date_button;
  GtkEntry           *time_entry;
  GtkEntry           *length_entry;
  AdwEntryRow        *place_row;
  GtkTextView        *agenda_view;
  GtkWidget          *propose_button;
  LevAttendanceList  *attendance_list;
  LevInvitationGroup *invitation_group;
  gboolean            updating;
};

G_DEFINE_FINAL_TYPE (LevPlanPage, lev_plan_page, LEV_TYPE_STEP_PAGE)

/* Writes one field of the meeting. */
static void
write_field (LevPlanPage *self,
             const char  *field,
             GValue      *value)
{
  LevApplication *application = lev_application_get_default ();
  LevReview *review = lev_step_page_get_review (LEV_STEP_PAGE (self));

  if (!lev_step_page_is_open (LEV_STEP_PAGE (self)))
    return;

  lev_application_begin (application, _("Plan the meeting"));
  g_object_set_property (G_OBJECT (lev_meeting_plan_ensure (review)), field, value);
  lev_application_commit (application);
}

/* Writes the start from the date and the time that are shown. */
static void
write_start (LevPlanPage *self)
{
  LevDate date = lev_date_button_get_date (self->date_button);
  const char *time = gtk_editable_get_text (GTK_EDITABLE (self->time_entry));
  char iso[LEV_DATE_BUFFER];
  g_autofree char *text = g_strdup_printf ("%sT%s", lev_date_to_iso (date, iso),
                                           *time != '\0' ? time : DEFAULT_TIME);
  gint64 moment = date != 0 ? lev_moment_parse (text) : 0;
  g_auto (GValue) value = G_VALUE_INIT;

  if (date != 0 && moment == 0)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->time_entry), "error");
      return;
    }

  gtk_widget_remove_css_class (GTK_WIDGET (self->time_entry), "error");
  g_value_init (&value, G_TYPE_INT64);
  g_value_set_int64 (&value, moment);
  write_field (self, "start", &value);
}

static void
date_changed_cb (LevPlanPage *self)
{
  if (!self->updating)
    write_start (self);
}

/* `9:30` and `9.30` are meant as `09:30`. */
static void
time_written (GtkWidget  *field,
              const char *text,
              gpointer    user_data)
{
  LevPlanPage *self = user_data;
  guint hour, minute;
  char sign;
  g_autofree char *time = NULL;

  if (sscanf (text, "%2u%c%2u", &hour, &sign, &minute) == 3 && (sign == ':' || sign == '.') &&
      hour < 24 && minute < 60)
    time = g_strdup_printf ("%02u:%02u", hour, minute);
  else if (*text != '\0')
    {
      gtk_widget_add_css_class (field, "error");
      return;
    }

  if (time != NULL && !g_str_equal (time, text))
    lev_editing_set_text (field, time);
  if (lev_date_button_get_date (self->date_button) != 0)
    write_start (self);
}

static void
length_written (GtkWidget  *field,
                const char *text,
                gpointer    user_data)
{
  g_auto (GValue) value = G_VALUE_INIT;
  guint64 minutes = 0;

  if (*text != '\0' && !g_ascii_string_to_unsigned (text, 10, 1, 1440, &minutes, NULL))
    {
      gtk_widget_add_css_class (field, "error");
      return;
    }

  gtk_widget_remove_css_class (field, "error");
  g_value_init (&value, G_TYPE_INT);
  g_value_set_int (&value, (int) minutes);
  write_field (user_data, "minutes-long", &value);
}

static void
write_text (LevPlanPage *self,
            const char  *field,
            const char  *text)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  g_value_set_string (&value, text);
  write_field (self, field, &value);
}

static void
place_written (GtkWidget  *field,
               const char *text,
               gpointer    user_data)
{
  write_text (user_data, "place", text);
}

static void
agenda_written (GtkWidget  *field,
                const char *text,
                gpointer    user_data)
{
  write_text (user_data, "agenda", text);
}

static void
propose_clicked_cb (LevPlanPage *self)
{
  LevReview *review = lev_step_page_get_review (LEV_STEP_PAGE (self));
  g_autofree char *agenda = lev_meeting_plan_propose_agenda (review);

  write_text (self, "agenda", agenda);
}

static void
show_meeting (LevPlanPage *self,
              LevMeeting  *meeting)
{
  g_autofree char *agenda = lev_meeting_plan_dup_agenda (meeting);
  g_autofree char *length = NULL;
  g_autofree char *time = NULL;

  if (meeting != NULL && meeting->start != 0)
    time = lev_moment_format_time (meeting->start);
  if (meeting != NULL && meeting->minutes_long > 0)
    length = g_strdup_printf ("%d", meeting->minutes_long);

  lev_date_button_set_date (self->date_button,
                            time != NULL ? lev_moment_get_date (meeting->start) : 0);
  if (time != NULL || *gtk_editable_get_text (GTK_EDITABLE (self->time_entry)) == '\0')
    lev_editing_set_text (GTK_WIDGET (self->time_entry), time != NULL ? time : DEFAULT_TIME);
  lev_editing_set_text (GTK_WIDGET (self->length_entry), length);
  gtk_widget_remove_css_class (GTK_WIDGET (self->time_entry), "error");
  gtk_widget_remove_css_class (GTK_WIDGET (self->length_entry), "error");
  lev_editing_set_text (GTK_WIDGET (self->place_row), meeting != NULL ? meeting->place : NULL);
  lev_editing_set_text (GTK_WIDGET (self->agenda_view), agenda);
}

static void
lev_plan_page_update (LevStepPage *page)
{
  LevPlanPage *self = LEV_PLAN_PAGE (page);
  LevReview *review = lev_step_page_get_review (page);
  LevMeeting *meeting = lev_review_get_meeting (review);
  gboolean open = lev_step_page_is_open (page);

  lev_anchor_set (GTK_WIDGET (self->date_button), LEV_RECORD (review), "start");
  lev_anchor_set (GTK_WIDGET (self->place_row), LEV_RECORD (review), "place");
  self->updating = TRUE;
  show_meeting (self, meeting);
  self->updating = FALSE;

  gtk_widget_set_sensitive (GTK_WIDGET (self->date_button), open);
  gtk_editable_set_editable (GTK_EDITABLE (self->time_entry), open);
  gtk_editable_set_editable (GTK_EDITABLE (self->length_entry), open);
  gtk_editable_set_editable (GTK_EDITABLE (self->place_row), open);
  gtk_text_view_set_editable (self->agenda_view, open);
  gtk_widget_set_visible (self->propose_button,
                          open && (meeting == NULL || lev_text_is_blank (meeting->agenda)));
  lev_attendance_list_update (self->attendance_list, review, open);
  lev_invitation_group_update (self->invitation_group, review, open);
}

static void
lev_plan_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_PLAN_PAGE);

  G_OBJECT_CLASS (lev_plan_page_parent_class)->dispose (object);
}

static void
lev_plan_page_class_init (LevPlanPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_plan_page_dispose;
  LEV_STEP_PAGE_CLASS (klass)->update = lev_plan_page_update;

  g_type_ensure (LEV_TYPE_ATTENDANCE_LIST);
  g_type_ensure (LEV_TYPE_DATE_BUTTON);
  g_type_ensure (LEV_TYPE_INVITATION_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/plan-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevPlanPage, date_button);
  gtk_widget_class_bind_template_child (widget_class, LevPlanPage, time_entry);
  gtk_widget_class_bind_template_child (widget_class, LevPlanPage, length_entry);
  gtk_widget_class_bind_template_child (widget_class, LevPlanPage, place_row);
  gtk_widget_class_bind_template_child (widget_class, LevPlanPage, agenda_view);
  gtk_widget_class_bind_template_child (widget_class, LevPlanPage, propose_button);
  gtk_widget_class_bind_template_child (widget_class, LevPlanPage, attendance_list);
  gtk_widget_class_bind_template_child (widget_class, LevPlanPage, invitation_group);
  gtk_widget_class_bind_template_callback (widget_class, date_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, propose_clicked_cb);
}

static void
lev_plan_page_init (LevPlanPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  lev_editing_watch (GTK_WIDGET (self->time_entry), time_written, self);
  lev_editing_watch (GTK_WIDGET (self->length_entry), length_written, self);
  lev_editing_watch (GTK_WIDGET (self->place_row), place_written, self);
  lev_editing_watch (GTK_WIDGET (self->agenda_view), agenda_written, self);
}
