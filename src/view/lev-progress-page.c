#include "lev-progress-page.h"

#include "lev-record-list.h"
#include "lev-state.h"

#include <glib/gi18n.h>

struct _LevProgressPage
{
  LevStepPage parent;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (LevProgressPage, lev_progress_page, LEV_TYPE_STEP_PAGE)

/* That it has passed, that it waits here, or at which step it is. */
static char *
describe_position (guint step,
                   guint number)
{
  if (step > number)
    return g_strdup (_("✓ done"));
  if (step == number)
    return g_strdup (_("waits here"));

  return g_strdup_printf (_("at step %u"), step);
}

static void
append_row (LevProgressPage *self,
            const char      *title,
            const char      *subtitle,
            guint            step)
{
  guint number = lev_step_page_get_number (LEV_STEP_PAGE (self));
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *position = describe_position (step, number);
  GtkWidget *label = gtk_label_new (position);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, step > number ? "success" : "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (self->list, row);
}

static void
append_actions (LevProgressPage *self,
                LevDossier      *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);

      if (lev_step_page_get_number (LEV_STEP_PAGE (self)) == 6 || lev_action_is_agreed (action))
        append_row (self, action->title, supplier, lev_action_get_step (action));
    }
}

static void
lev_progress_page_update (LevStepPage *page)
{
  LevProgressPage *self = LEV_PROGRESS_PAGE (page);
  const LevStep *step = lev_step_get (lev_step_page_get_number (page));
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (lev_step_page_get_review (page));

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < dossiers->len; i++)
    {
      LevDossier *dossier = g_ptr_array_index (dossiers, i);
      g_autofree char *title = lev_record_dup_title (LEV_RECORD (dossier));
      g_autofree char *manager = lev_record_dup_title (LEV_RECORD (dossier->manager));

      if (step->guards[LEV_SCOPE_ACTION] != NULL)
        append_actions (self, dossier);
      else
        append_row (self, title, manager, lev_dossier_get_step (dossier));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->list), dossiers->len > 0);
}

static void
lev_progress_page_class_init (LevProgressPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LEV_STEP_PAGE_CLASS (klass)->update = lev_progress_page_update;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/progress-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevProgressPage, list);
}

static void
lev_progress_page_init (LevProgressPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
