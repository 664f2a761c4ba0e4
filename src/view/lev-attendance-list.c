#include "lev-attendance-list.h"

#include "lev-anchor.h"
#include "lev-application.h"
#include "lev-meeting-plan.h"
#include "lev-person-row.h"
#include "lev-state.h"

#include <glib/gi18n.h>

/* The rows are made anew only when other people come in, so that the focus stays where it is. */
struct _LevAttendanceList
{
  AdwPreferencesGroup parent;

  LevReview *review; /* borrowed from the page */
  GPtrArray *people; /* of the rows */
  GPtrArray *checks; /* beside them */
  gboolean   present;
  gboolean   updating;

  GtkButton    *all_button;
  LevPersonRow *other_row;
  GtkListBox   *list;
};

G_DEFINE_FINAL_TYPE (LevAttendanceList, lev_attendance_list, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  PROP_0,
  PROP_PRESENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static const char *
get_field (LevAttendanceList *self)
{
  return self->present ? "present" : "invited";
}

static gboolean
is_checked (LevAttendanceList *self,
            LevPerson         *person)
{
  LevAttendance *attendance = NULL;

  attendance = lev_meeting_plan_find_attendance (lev_review_get_meeting (self->review), person);
  if (attendance == NULL)
    return FALSE;

  return self->present ? attendance->present : attendance->invited;
}

/* Checks or unchecks the @n people from @people on, in one edit. */
static void
write_checks (LevAttendanceList *self,
              LevPerson        **people,
              guint              n,
              gboolean           checked)
{
  LevApplication *application = lev_application_get_default ();
  LevMeeting *meeting;

  lev_application_begin (application, self->present ? _("Record attendance") : _("Invite"));
  meeting = lev_meeting_plan_ensure (self->review);
  for (guint i = 0; i < n; i++)
    if (is_checked (self, people[i]) != checked)
      g_object_set (lev_meeting_plan_ensure_attendance (meeting, people[i]), get_field (self),
                    checked, NULL);
  lev_application_commit (application);
}

static void
check_toggled_cb (GtkCheckButton    *check,
                  LevAttendanceList *self)
{
  guint position;
  LevPerson *person;

  if (self->updating || !g_ptr_array_find (self->checks, check, &position))
    return;

  person = g_ptr_array_index (self->people, position);
  write_checks (self, &person, 1, gtk_check_button_get_active (check));
}

static void
all_clicked_cb (LevAttendanceList *self)
{
  write_checks (self, (LevPerson **) self->people->pdata, self->people->len, TRUE);
}

static void
other_chosen_cb (LevAttendanceList *self)
{
  LevPerson *person = lev_person_row_get_person (self->other_row);

  if (person == NULL || self->updating)
    return;

  write_checks (self, &person, 1, TRUE);
  lev_person_row_set_person (self->other_row, NULL);
}

static void
append_person (LevAttendanceList *self,
               LevPerson         *person)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *reason = lev_meeting_plan_describe_reason (self->review, person);

  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), person->name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), *reason != '\0' || person->function == NULL
                                                       ? reason
                                                       : person->function);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  person->name, -1);
  gtk_list_box_append (self->list, row);
  lev_anchor_set (check, LEV_RECORD (person), get_field (self));
  g_ptr_array_add (self->people, person);
  g_ptr_array_add (self->checks, check);
  g_signal_connect (check, "toggled", G_CALLBACK (check_toggled_cb), self);
}

static gboolean
shows (LevAttendanceList *self,
       GPtrArray         *people)
{
  if (people->len != self->people->len)
    return FALSE;

  for (guint i = 0; i < people->len; i++)
    if (g_ptr_array_index (people, i) != g_ptr_array_index (self->people, i))
      return FALSE;

  return TRUE;
}

static void
rebuild (LevAttendanceList *self,
         GPtrArray         *people)
{
  g_ptr_array_set_size (self->people, 0);
  g_ptr_array_set_size (self->checks, 0);
  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < people->len; i++)
    append_person (self, g_ptr_array_index (people, i));
}

static void
describe (LevAttendanceList *self,
          guint              n_checked)
{
  guint n = self->people->len;
  g_autofree char *text = NULL;

  if (self->present)
    text = g_strdup_printf (ngettext ("%u of %u person present", "%u of %u persons present", n),
                            n_checked, n);
  else
    text = g_strdup_printf (ngettext ("%u of %u person invited", "%u of %u persons invited", n),
                            n_checked, n);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), text);
}

static void
lev_attendance_list_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_PRESENT)
    LEV_ATTENDANCE_LIST (object)->present = g_value_get_boolean (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
lev_attendance_list_constructed (GObject *object)
{
  LevAttendanceList *self = LEV_ATTENDANCE_LIST (object);
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (self);

  G_OBJECT_CLASS (lev_attendance_list_parent_class)->constructed (object);

  adw_preferences_group_set_title (group, self->present ? _("Attendance") : _("Invitations"));
  gtk_button_set_label (self->all_button,
                        self->present ? _("Everyone was present") : _("Invite everyone"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other_row),
                                 self->present ? _("Someone else was present")
                                               : _("Invite someone else"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_group_get_title (group), -1);
}

static void
lev_attendance_list_dispose (GObject *object)
{
  LevAttendanceList *self = LEV_ATTENDANCE_LIST (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_ATTENDANCE_LIST);
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);

  G_OBJECT_CLASS (lev_attendance_list_parent_class)->dispose (object);
}

static void
lev_attendance_list_class_init (LevAttendanceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = lev_attendance_list_set_property;
  object_class->constructed = lev_attendance_list_constructed;
  object_class->dispose = lev_attendance_list_dispose;

  properties[PROP_PRESENT] = g_param_spec_boolean ("present", NULL, NULL, FALSE,
                                                   G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY |
                                                     G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (LEV_TYPE_PERSON_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/attendance-list.ui");
  gtk_widget_class_bind_template_child (widget_class, LevAttendanceList, all_button);
  gtk_widget_class_bind_template_child (widget_class, LevAttendanceList, other_row);
  gtk_widget_class_bind_template_child (widget_class, LevAttendanceList, list);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_chosen_cb);
}

static void
lev_attendance_list_init (LevAttendanceList *self)
{
  self->people = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
lev_attendance_list_update (LevAttendanceList *self,
                            LevReview         *review,
                            gboolean           editable)
{
  g_autoptr (GPtrArray) people = lev_meeting_plan_list_people (review);
  guint n_checked = 0;

  self->review = review;
  self->updating = TRUE;
  if (!shows (self, people))
    rebuild (self, people);
  for (guint i = 0; i < people->len; i++)
    {
      GtkWidget *check = g_ptr_array_index (self->checks, i);
      gboolean checked = is_checked (self, g_ptr_array_index (people, i));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), checked);
      gtk_widget_set_sensitive (check, editable);
      n_checked += checked;
    }
  describe (self, n_checked);
  gtk_widget_set_visible (GTK_WIDGET (self->all_button), editable && n_checked < people->len);
  gtk_widget_set_visible (GTK_WIDGET (self->other_row), editable);
  self->updating = FALSE;
}
