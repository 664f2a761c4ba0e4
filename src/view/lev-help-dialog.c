#include "lev-help-dialog.h"

#include "lev-help-picture.h"
#include "lev-step-explanation.h"

#include <glib/gi18n.h>

/* The pages, in the order of reading; the text of each is ui/help/<name>.ui. */
static const struct
{
  const char *name;
  const char *icon_name;
  const char *title;
  const char *subtitle;
} topics[] = {
  { "start", "starred-symbolic", N_("Your first review"),
    N_("Example, suppliers and the first round") },
  { "profile", "checkbox-checked-symbolic", N_("The supplier risk profile"),
    N_("Key questions, criteria, risks and actions") },
  { "meeting", "x-office-presentation-symbolic", N_("The meeting with the MT"),
    N_("Invitation, report, presentation and decisions") },
  { "follow-up", "mail-send-symbolic", N_("Following up"),
    N_("Handing out, status updates and the two verdicts") },
  { "archive", "folder-symbolic", N_("The archive on SharePoint"),
    N_("What is archived, and whether it is still right") },
  { "sharing", "system-users-symbolic", N_("Working with colleagues"),
    N_("One team folder, and a database for each") },
  { "backup", "drive-harddisk-symbolic", N_("Backup and restore"),
    N_("Where your data is, and how to put it back") },
  { "trouble", "dialog-warning-symbolic", N_("When something is wrong"),
    N_("Damage, a full disk, a wrong edit") },
};

static GtkWidget *
create_step_row (guint number)
{
  const LevStep *step = lev_step_get (number);
  g_autofree char *title = g_strdup_printf ("%u  %s", number, _(step->title));
  GtkWidget *row = adw_expander_row_new ();
  GtkWidget *body = gtk_list_box_row_new ();
  GtkWidget *explanation = g_object_new (LEV_TYPE_STEP_EXPLANATION, NULL);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), _(step->who));
  lev_step_explanation_show (LEV_STEP_EXPLANATION (explanation), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (body), explanation);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (body), FALSE);
  gtk_widget_set_focusable (body, FALSE);
  gtk_widget_add_css_class (body, "explanation-row");
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row), body);

  return row;
}

static void
add_steps (AdwPreferencesPage *page)
{
  GtkWidget *group = NULL;

  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      LevPhase phase = lev_step_get (number)->phase;

      if (number == 1 || lev_step_get (number - 1)->phase != phase)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                           lev_phase_get_title (phase));
          adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_step_row (number));
    }
}

static GtkWidget *
create_topic_row (guint i)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(topics[i].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(topics[i].subtitle));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (topics[i].icon_name));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "navigation.push");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", topics[i].name);

  return row;
}

static GtkWidget *
create_contents (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_page_set_description (
    ADW_PREFERENCES_PAGE (page),
    _("A review goes through fourteen steps. Press F1 in a step for what it involves, and Ctrl+J "
      "for what is still to be done there."));
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_topic_row (i));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  add_steps (ADW_PREFERENCES_PAGE (page));

  return page;
}

/* @content under a header with @title and the way back. */
static AdwNavigationPage *
create_page (const char *name,
             const char *title,
             GtkWidget  *content)
{
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), content);

  return adw_navigation_page_new_with_tag (view, title, name);
}

static AdwNavigationPage *
create_topic (guint i)
{
  g_autofree char *path = g_strdup_printf ("/nl/levman/Review/ui/help/%s.ui", topics[i].name);
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (path);
  GtkWidget *content = GTK_WIDGET (gtk_builder_get_object (builder, "page"));

  gtk_widget_add_css_class (content, "help-page");

  return create_page (topics[i].name, _(topics[i].title), content);
}

AdwDialog *
lev_help_dialog_new (const char *topic)
{
  AdwDialog *dialog = adw_dialog_new ();
  AdwNavigationView *view = ADW_NAVIGATION_VIEW (adw_navigation_view_new ());

  g_type_ensure (LEV_TYPE_HELP_PICTURE);
  adw_navigation_view_add (view, create_page ("contents", _("Help"), create_contents ()));
  for (guint i = 0; i < G_N_ELEMENTS (topics); i++)
    adw_navigation_view_add (view, create_topic (i));
  if (!g_str_equal (topic, "contents"))
    adw_navigation_view_push_by_tag (view, topic);

  adw_dialog_set_title (dialog, _("Help"));
  adw_dialog_set_content_width (dialog, 600);
  adw_dialog_set_content_height (dialog, 680);
  adw_dialog_set_child (dialog, GTK_WIDGET (view));

  return dialog;
}
