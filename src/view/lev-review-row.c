#include "lev-review-row.h"

#include "lev-phase-bars.h"

#include <glib/gi18n.h>

struct _LevReviewRow
{
  GtkListBoxRow parent;

  LevReview    *review;
  GtkLabel     *title;
  GtkLabel     *state;
  LevPhaseBars *bars;
};

G_DEFINE_FINAL_TYPE (LevReviewRow, lev_review_row, GTK_TYPE_LIST_BOX_ROW)

static void
lev_review_row_dispose (GObject *object)
{
  g_clear_object (&LEV_REVIEW_ROW (object)->review);

  G_OBJECT_CLASS (lev_review_row_parent_class)->dispose (object);
}

static void
lev_review_row_class_init (LevReviewRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_review_row_dispose;

  g_type_ensure (LEV_TYPE_PHASE_BARS);
  gtk_widget_class_set_template_from_resource (widget_class, "/nl/levman/Review/ui/review-row.ui");
  gtk_widget_class_bind_template_child (widget_class, LevReviewRow, title);
  gtk_widget_class_bind_template_child (widget_class, LevReviewRow, state);
  gtk_widget_class_bind_template_child (widget_class, LevReviewRow, bars);
}

static void
lev_review_row_init (LevReviewRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
lev_review_row_new (LevReview *review)
{
  LevReviewRow *self = g_object_new (LEV_TYPE_REVIEW_ROW, NULL);

  self->review = g_object_ref (review);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self), "s", LEV_RECORD (review)->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self), "win.review");
  lev_review_row_update (self);

  return GTK_WIDGET (self);
}

LevReview *
lev_review_row_get_review (LevReviewRow *self)
{
  g_return_val_if_fail (LEV_IS_REVIEW_ROW (self), NULL);

  return self->review;
}

void
lev_review_row_update (LevReviewRow *self)
{
  LevStanding standing;
  g_autofree char *title = NULL;
  g_autofree char *bars = NULL;
  g_autofree char *name = NULL;
  const char *state;

  g_return_if_fail (LEV_IS_REVIEW_ROW (self));

  lev_review_get_standing (self->review, &standing);
  title = lev_record_dup_title (LEV_RECORD (self->review));
  state = standing.step > LEV_N_STEPS ? _("closed")
                                      : lev_phase_get_title (lev_step_get (standing.step)->phase);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->state, state);
  lev_phase_bars_show (self->bars, &standing);

  bars = lev_phase_bars_describe (&standing);
  name = standing.step > LEV_N_STEPS ? g_strdup_printf ("%s, %s", title, state)
                                     : g_strdup_printf ("%s, %s", title, bars);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}
