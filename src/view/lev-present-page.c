#include "lev-present-page.h"

#include "lev-attendance-list.h"
#include "lev-concentration-list.h"
#include "lev-editing.h"
#include "lev-heat-map.h"
#include "lev-meeting-plan.h"
#include "lev-present-row.h"
#include "lev-process.h"
#include "lev-profile-document.h"
#include "lev-side-pane.h"
#include "lev-version-text.h"

#include <glib/gi18n.h>

struct _LevPresentPage
{
  LevStepPage parent;

  GPtrArray            *dossiers; /* of the rows, borrowed */
  GtkListBox           *list;
  AdwPreferencesGroup  *profiles_group;
  GtkWidget            *freeze_button;
  LevHeatMap           *heat_map;
  GtkWidget            *compare_button;
  LevConcentrationList *concentration_list;
  LevAttendanceList    *attendance_list;
  GtkTextView          *minutes_view;
};

G_DEFINE_FINAL_TYPE (LevPresentPage, lev_present_page, LEV_TYPE_STEP_PAGE)

/* Whether freezing gives @dossier another version than the one that it has. */
static gboolean
is_to_be_frozen (LevDossier *dossier)
{
  LevProfileVersion *version = lev_dossier_get_version (dossier, LEV_VERSION_REASON_MEETING);

  return version == NULL ||
         (!lev_dossier_is_presented (dossier) && lev_version_is_outdated (version));
}

static gboolean
freeze_all (GPtrArray *dossiers,
            GError   **error)
{
  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      g_autofree char *content = NULL;

      if (!is_to_be_frozen (dossier))
        continue;

      content = lev_profile_to_json (dossier);
      if (lev_process_freeze (dossier, content, error) == NULL)
        return FALSE;
    }

  return TRUE;
}

static void
freeze_clicked_cb (LevPresentPage *self)
{
  LevApplication *application = lev_application_get_default ();
  g_autoptr (GError) error = NULL;

  lev_application_begin (application, _("Freeze the profiles"));
  if (!freeze_all (self->dossiers, &error))
    lev_application_refuse (application, error);
  else if (lev_application_commit (application))
    lev_application_toast (application, _("The profiles are frozen"), _("Undo"), "app.undo");
}

static void
minutes_written (GtkWidget  *field,
                 const char *text,
                 gpointer    user_data)
{
  LevApplication *application = lev_application_get_default ();
  LevStepPage *page = user_data;

  if (!lev_step_page_is_open (page))
    return;

  lev_application_begin (application, _("Write the minutes"));
  g_object_set (lev_meeting_plan_ensure (lev_step_page_get_review (page)), "minutes", text, NULL);
  lev_application_commit (application);
}

static gboolean
shows (LevPresentPage *self,
       GPtrArray      *dossiers)
{
  if (self->dossiers == NULL || self->dossiers->len != dossiers->len)
    return FALSE;

  for (guint i = 0; i < dossiers->len; i++)
    if (g_ptr_array_index (dossiers, i) != g_ptr_array_index (self->dossiers, i))
      return FALSE;

  return TRUE;
}

/* The list shows what stands in the pressed cell of the map. */
static void
filtered_cb (LevPresentPage *self)
{
  for (guint i = 0; self->dossiers != NULL && i < self->dossiers->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      gtk_widget_set_visible (GTK_WIDGET (row),
                              lev_heat_map_shows (self->heat_map,
                                                  g_ptr_array_index (self->dossiers, i)));
    }
}

static void
update_rows (LevPresentPage *self)
{
  g_autoptr (GPtrArray) dossiers = NULL;
  gboolean open = lev_step_page_is_open (LEV_STEP_PAGE (self));
  gboolean to_be_frozen = FALSE;

  dossiers = lev_review_list_chosen (lev_step_page_get_review (LEV_STEP_PAGE (self)));
  if (!shows (self, dossiers))
    {
      gtk_list_box_remove_all (self->list);
      for (guint i = 0; i < dossiers->len; i++)
        gtk_list_box_append (self->list,
                             lev_present_row_new (g_ptr_array_index (dossiers, i), i + 1));
      g_clear_pointer (&self->dossiers, g_ptr_array_unref);
      self->dossiers = g_ptr_array_ref (dossiers);
    }

  for (guint i = 0; i < dossiers->len; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, (int) i);

      lev_present_row_update (LEV_PRESENT_ROW (row), open);
      to_be_frozen = to_be_frozen || is_to_be_frozen (g_ptr_array_index (dossiers, i));
    }
  gtk_widget_set_visible (self->freeze_button, open && to_be_frozen);
  gtk_widget_set_visible (GTK_WIDGET (self->profiles_group), dossiers->len > 0);
}

static void
lev_present_page_update (LevStepPage *page)
{
  LevPresentPage *self = LEV_PRESENT_PAGE (page);
  LevReview *review = lev_step_page_get_review (page);
  LevMeeting *meeting = lev_review_get_meeting (review);
  gboolean open = lev_step_page_is_open (page);

  lev_heat_map_take_data (self->heat_map, lev_heat_map_data_new_review (review));
  update_rows (self);
  filtered_cb (self);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->compare_button), "s",
                                    LEV_RECORD (review)->id);
  lev_concentration_list_update (self->concentration_list, review);
  lev_attendance_list_update (self->attendance_list, review, open);
  lev_editing_set_text (GTK_WIDGET (self->minutes_view), meeting != NULL ? meeting->minutes : NULL);
  gtk_text_view_set_editable (self->minutes_view, open);
}

static void
lev_present_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_PRESENT_PAGE);
  g_clear_pointer (&LEV_PRESENT_PAGE (object)->dossiers, g_ptr_array_unref);

  G_OBJECT_CLASS (lev_present_page_parent_class)->dispose (object);
}

static void
lev_present_page_class_init (LevPresentPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_present_page_dispose;
  LEV_STEP_PAGE_CLASS (klass)->update = lev_present_page_update;

  g_type_ensure (LEV_TYPE_ATTENDANCE_LIST);
  g_type_ensure (LEV_TYPE_CONCENTRATION_LIST);
  g_type_ensure (LEV_TYPE_HEAT_MAP);
  g_type_ensure (LEV_TYPE_SIDE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/present-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevPresentPage, list);
  gtk_widget_class_bind_template_child (widget_class, LevPresentPage, profiles_group);
  gtk_widget_class_bind_template_child (widget_class, LevPresentPage, freeze_button);
  gtk_widget_class_bind_template_child (widget_class, LevPresentPage, heat_map);
  gtk_widget_class_bind_template_child (widget_class, LevPresentPage, compare_button);
  gtk_widget_class_bind_template_child (widget_class, LevPresentPage, concentration_list);
  gtk_widget_class_bind_template_child (widget_class, LevPresentPage, attendance_list);
  gtk_widget_class_bind_template_child (widget_class, LevPresentPage, minutes_view);
  gtk_widget_class_bind_template_callback (widget_class, filtered_cb);
  gtk_widget_class_bind_template_callback (widget_class, freeze_clicked_cb);
}

static void
lev_present_page_init (LevPresentPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  lev_editing_watch (GTK_WIDGET (self->minutes_view), minutes_written, self);
}
