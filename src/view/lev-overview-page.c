#include "lev-overview-page.h"

#include "lev-guard.h"
#include "lev-state.h"
#include "lev-step-header.h"
#include "lev-step-matrix.h"

#include <glib/gi18n.h>

struct _LevOverviewPage
{
  LevContentPage parent;

  LevReview     *review;
  GtkWidget     *leading_card;
  LevStepHeader *header;
  GtkButton     *step_button;
  LevStepMatrix *matrix;
  GtkWidget     *matrix_card;
};

G_DEFINE_FINAL_TYPE (LevOverviewPage, lev_overview_page, LEV_TYPE_CONTENT_PAGE)

static void
update_leading (LevOverviewPage *self,
                guint            current)
{
  g_autofree char *label = g_strdup_printf (_("To step %u"), current);

  gtk_widget_set_visible (self->leading_card, current <= LEV_N_STEPS);
  if (current > LEV_N_STEPS)
    return;

  lev_step_header_update (self->header, self->review, current);
  gtk_button_set_label (self->step_button, label);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->step_button), "u", current);
}

static void
lev_overview_page_refresh (LevContentPage *page)
{
  LevOverviewPage *self = LEV_OVERVIEW_PAGE (page);
  guint current = lev_review_get_step (self->review);
  g_autoptr (GPtrArray) dossiers = lev_review_list_chosen (self->review);
  g_autofree char *subtitle = NULL;

  if (current <= LEV_N_STEPS)
    subtitle = g_strdup_printf (_("Now at step %u of %u · %s"), current, LEV_N_STEPS,
                                lev_phase_get_title (lev_step_get (current)->phase));
  lev_content_page_set_subtitle (page, subtitle != NULL ? subtitle : _("The round is closed"));

  update_leading (self, current);
  lev_step_matrix_update (self->matrix, self->review);
  gtk_widget_set_visible (self->matrix_card, dossiers->len > 0);
}

static void
lev_overview_page_dispose (GObject *object)
{
  g_clear_object (&LEV_OVERVIEW_PAGE (object)->review);

  G_OBJECT_CLASS (lev_overview_page_parent_class)->dispose (object);
}

static void
lev_overview_page_class_init (LevOverviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_overview_page_dispose;
  LEV_CONTENT_PAGE_CLASS (klass)->refresh = lev_overview_page_refresh;

  g_type_ensure (LEV_TYPE_STEP_HEADER);
  g_type_ensure (LEV_TYPE_STEP_MATRIX);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, leading_card);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, header);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, step_button);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, matrix);
  gtk_widget_class_bind_template_child (widget_class, LevOverviewPage, matrix_card);
}

static void
lev_overview_page_init (LevOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

LevOverviewPage *
lev_overview_page_new (LevReview *review)
{
  LevOverviewPage *self = g_object_new (LEV_TYPE_OVERVIEW_PAGE, NULL);

  self->review = g_object_ref (review);
  lev_content_page_refresh (LEV_CONTENT_PAGE (self));

  return self;
}
