#include "lev-step-summary.h"

#include "lev-missing-row.h"
#include "lev-step-explanation.h"

#include <glib/gi18n.h>

/* The rows of what is missing are made when they are first looked at: of a whole round they can be
 * hundreds. */
struct _LevStepSummary
{
  GtkWidget parent;

  GtkWidget          *box;
  GtkLabel           *progress_label;
  GtkLabel           *phase_label;
  GtkProgressBar     *progress_bar;
  AdwExpanderRow     *explanation_row;
  LevStepExplanation *explanation;
  AdwExpanderRow     *missing_row;

  LevReview  *review;
  GListModel *missing;
  GPtrArray  *rows;
};

G_DEFINE_FINAL_TYPE (LevStepSummary, lev_step_summary, GTK_TYPE_WIDGET)

static void
clear_rows (LevStepSummary *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_expander_row_remove (self->missing_row, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
fill_rows (LevStepSummary *self)
{
  if (!adw_expander_row_get_expanded (self->missing_row) || self->rows->len > 0 ||
      self->missing == NULL)
    return;

  for (guint i = 0; i < g_list_model_get_n_items (self->missing); i++)
    {
      g_autoptr (LevMissing) item = g_list_model_get_item (self->missing, i);
      GtkWidget *row = lev_missing_row_new (item, self->review);

      adw_expander_row_add_row (self->missing_row, row);
      g_ptr_array_add (self->rows, row);
    }
}

static void
lev_step_summary_dispose (GObject *object)
{
  LevStepSummary *self = LEV_STEP_SUMMARY (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), LEV_TYPE_STEP_SUMMARY);
  g_clear_object (&self->review);
  g_clear_object (&self->missing);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lev_step_summary_parent_class)->dispose (object);
}

static void
lev_step_summary_class_init (LevStepSummaryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lev_step_summary_dispose;

  g_type_ensure (LEV_TYPE_STEP_EXPLANATION);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/nl/levman/Review/ui/step-summary.ui");
  gtk_widget_class_bind_template_child (widget_class, LevStepSummary, box);
  gtk_widget_class_bind_template_child (widget_class, LevStepSummary, progress_label);
  gtk_widget_class_bind_template_child (widget_class, LevStepSummary, phase_label);
  gtk_widget_class_bind_template_child (widget_class, LevStepSummary, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LevStepSummary, explanation_row);
  gtk_widget_class_bind_template_child (widget_class, LevStepSummary, explanation);
  gtk_widget_class_bind_template_child (widget_class, LevStepSummary, missing_row);
}

static void
lev_step_summary_init (LevStepSummary *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->missing_row, "notify::expanded", G_CALLBACK (fill_rows), self);
}

void
lev_step_summary_show (LevStepSummary *self,
                       LevReview      *review,
                       guint           number,
                       GListModel     *missing,
                       const char     *progress,
                       double          fraction)
{
  guint n_missing = g_list_model_get_n_items (missing);
  g_autofree char *count = NULL;

  g_return_if_fail (LEV_IS_STEP_SUMMARY (self));

  g_set_object (&self->review, review);
  g_set_object (&self->missing, missing);
  gtk_label_set_label (self->progress_label, progress);
  gtk_label_set_label (self->phase_label, lev_phase_get_title (lev_step_get (number)->phase));
  gtk_progress_bar_set_fraction (self->progress_bar, fraction);
  lev_step_explanation_show (self->explanation, number);

  count = n_missing > 0
            ? g_strdup_printf (ngettext ("%u still to do", "%u still to do", n_missing), n_missing)
            : g_strdup (_("Step done"));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->missing_row), count);
  adw_expander_row_set_enable_expansion (self->missing_row, n_missing > 0);
  clear_rows (self);
  fill_rows (self);
}

void
lev_step_summary_explain (LevStepSummary *self)
{
  g_return_if_fail (LEV_IS_STEP_SUMMARY (self));

  adw_expander_row_set_expanded (self->explanation_row, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->explanation_row));
}

void
lev_step_summary_unfold (LevStepSummary *self)
{
  g_return_if_fail (LEV_IS_STEP_SUMMARY (self));

  adw_expander_row_set_expanded (self->missing_row, self->missing != NULL &&
                                                      g_list_model_get_n_items (self->missing) > 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->missing_row));
}
