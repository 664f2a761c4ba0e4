#include "lev-help-dialog.h"

#include "lev-step-explanation.h"

#include <glib/gi18n.h>

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

static GtkWidget *
create_page (void)
{
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = NULL;

  adw_preferences_page_set_description (
    ADW_PREFERENCES_PAGE (page),
    _("A review goes through fourteen steps. Press F1 in a step for what it involves, and Ctrl+J "
      "for what is still to be done there."));
  for (guint number = 1; number <= LEV_N_STEPS; number++)
    {
      LevPhase phase = lev_step_get (number)->phase;

      if (number == 1 || lev_step_get (number - 1)->phase != phase)
        {
          group = adw_preferences_group_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group),
                                           lev_phase_get_title (phase));
          adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
        }
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), create_step_row (number));
    }

  return page;
}

AdwDialog *
lev_help_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();

  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), create_page ());
  adw_dialog_set_title (dialog, _("Help"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);

  return dialog;
}
