#include "lev-step-page.h"

#include "lev-guard.h"
#include "lev-record-list.h"
#include "lev-state.h"
#include "lev-step-header.h"

#include <glib/gi18n.h>

struct _LevStepPage
{
  LevContentPage parent;

  LevReview *review;
  guint number;
  LevStepHeader *header;
  GtkListBox *list;
  GtkButton *previous_button;
  GtkButton *next_button;
};

G_DEFINE_FINAL_TYPE (LevStepPage, lev_step_page, LEV_TYPE_CONTENT_PAGE)

/* "gereed", or that it waits here, or at which step it is. */
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
append_row (LevStepPage *self,
            const char  *title,
            const char  *subtitle,
            guint        step)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *position = describe_position (step, self->number);
  GtkWidget *label = gtk_label_new (position);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_add_css_class (label, step > self->number ? "success" : "dimmed");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_list_box_append (self->list, row);
}

static void
append_actions (LevStepPage *self,
                LevDossier  *dossier)
{
  LevRecordList *actions = lev_record_get_children (LEV_RECORD (dossier), LEV_TYPE_ACTION);
  g_autofree char *supplier = lev_record_dup_title (LEV_RECORD (dossier));

  for (guint i = 0; i < lev_record_list_get_n (actions); i++)
    {
      LevAction *action = lev_record_list_peek (actions, i);

      if (self->number == 6 || lev_action_is_agreed (action))
        append_row (self, action->title, supplier, lev_action_get_step (action));
    }
}

static void
update_list (LevStepPage *self)
{
  const LevStep *step = lev_step_get (self->number);
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (self->review);

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
update_neighbour (GtkButton  *button,
                  const char *arrow_before,
                  const char *arrow_after,
                  guint       number)
{
  gboolean exists = number >= 1 && number <= LEV_N_STEPS;
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (button), exists);
  if (!exists)
    return;

  label = g_strconcat (arrow_before, _(lev_step_get (number)->name), arrow_after, NULL);
  gtk_button_set_label (button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", number);
}

static void
lev_step_page_refresh (LevContentPage *page)
{
  LevStepPage *self = LEV_STEP_PAGE (page);
  g_autofree char *title = g_strdup_printf (_("Step %u of %u"), self->number, LEV_N_STEPS);

  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), title);
  lev_content_page_set_subtitle (page, lev_phase_get_title (lev_step_get (self->number)->phase));
  lev_step_header_update (self->header, self->review, self->number);
  update_list (self);
  update_neighbour (self->previous_button, "‹ ", "", self->number - 1);
  update_neighbour (self->next_button, "", " ›", self->number + 1);
}

static void
lev_step_page_dispose (GObject *object)
{
  g_clear_object (&LEV_STEP_PAGE (object)->review);
  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_STEP_PAGE);

  G_OBJECT_CLASS (lev_step_page_parent_class)->dispose (object);
}

static void
lev_step_page_class_init (LevStepPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_step_page_dispose;
  LEV_CONTENT_PAGE_CLASS (klass)->refresh = lev_step_page_refresh;

  g_type_ensure (LEV_TYPE_STEP_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/step-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevStepPage, header);
  gtk_widget_class_bind_template_child (widget_class, LevStepPage, list);
  gtk_widget_class_bind_template_child (widget_class, LevStepPage, previous_button);
  gtk_widget_class_bind_template_child (widget_class, LevStepPage, next_button);
}

static void
lev_step_page_init (LevStepPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

LevStepPage *
lev_step_page_new (LevReview *review,
                   guint      number)
{
  LevStepPage *self = g_object_new (LEV_TYPE_STEP_PAGE, NULL);

  self->review = g_object_ref (review);
  self->number = number;
  lev_content_page_refresh (LEV_CONTENT_PAGE (self));

  return self;
}
